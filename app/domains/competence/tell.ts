import { type Language, pick } from '~/shared/language'
import type { ConfirmedLevel, CourseOffer, Evidence, Framework, LevelState } from './model'
import { type AreaProfile, type CompetenceProfile, liftsFor } from './rules'

const LIFTS_SHOWN = 3

export interface ToldCompetence extends LevelState {
  code: string
  name: string
  description: string
  rose: boolean
  /** The "jag"-text of the level held, and of the step after it. */
  have: string | null
  next: { level: number; text: string } | null
  evidence: Omit<Evidence, 'code' | 'courseId'>[]
  self: { level: ConfirmedLevel; assessedOn: string } | null
  lifts: { slug: string; title: string; minutes: number; level: number; weight: number }[]
}

export interface ToldArea {
  code: string
  name: string
  level: ConfirmedLevel
  confirmed: number
  rose: boolean
  competences: ToldCompetence[]
}

function tellCompetence(one: CompetenceProfile, offers: readonly CourseOffer[], language: Language): ToldCompetence {
  const { competence, level, towards, rose, selfAssessment } = one
  const textOf = (step: number) => {
    const text = competence.levelTexts[String(step)]
    return text === undefined ? null : pick(text, language)
  }
  const nextText = level < 4 ? textOf(level + 1) : null
  const here = offers.filter((offer) => offer.code === competence.code)
  return {
    code: competence.code,
    name: pick(competence.name, language),
    description: pick(competence.description, language),
    level,
    towards,
    rose,
    have: level > 0 ? textOf(level) : null,
    next: nextText === null ? null : { level: level + 1, text: nextText },
    evidence: one.evidence.map(
      ({ level, weight, grantedOn, frameworkVersion, courseSlug, courseTitle, certificateCode }) => ({
        level,
        weight,
        grantedOn,
        frameworkVersion,
        courseSlug,
        courseTitle,
        certificateCode,
      }),
    ),
    self: selfAssessment && { level: selfAssessment.level, assessedOn: selfAssessment.assessedOn },
    lifts: liftsFor(one, here)
      .slice(0, LIFTS_SHOWN)
      .map(({ slug, title, minutes, level: step, weight }) => ({ slug, title, minutes, level: step, weight })),
  }
}

/** A profile in the reader's language, with no more than a page shows of it. */
export function tellProfile(
  areas: readonly AreaProfile[],
  offers: readonly CourseOffer[],
  language: Language,
): ToldArea[] {
  return areas.map(({ area, level, confirmed, rose, competences }) => ({
    code: area.code,
    name: pick(area.name, language),
    level,
    confirmed,
    rose,
    competences: competences.map((one) => tellCompetence(one, offers, language)),
  }))
}

export interface ToldMapping {
  title: string
  description: string
  sourceUrl: string | null
  licence: string
  areas: {
    code: string
    name: string
    competences: {
      code: string
      name: string
      /** Neighbours in the own framework; `step` is the mapped framework's name for that level. */
      neighbours: { code: string; name: string; level: ConfirmedLevel; step: string | null }[]
    }[]
  }[]
}

/** The mapped framework with each competence's neighbours. Nearness in content gives no level in the mapped one. */
export function tellMapping(mapped: Framework, areas: readonly AreaProfile[], language: Language): ToldMapping {
  const own = areas.flatMap((area) => area.competences)
  const stepOf = (level: ConfirmedLevel) => {
    const step = mapped.levels.find((one) => one.level === String(level))
    return step === undefined ? null : pick(step.name, language)
  }
  return {
    title: pick(mapped.name, language),
    description: pick(mapped.description, language),
    sourceUrl: mapped.sourceUrl,
    licence: mapped.licence,
    areas: mapped.areas.map((area) => ({
      code: area.code,
      name: pick(area.name, language),
      competences: area.competences.map((target) => ({
        code: target.code,
        name: pick(target.name, language),
        neighbours: own
          .filter(({ competence }) => competence.mapsTo.includes(target.code))
          .map(({ competence, level }) => ({
            code: competence.code,
            name: pick(competence.name, language),
            level,
            step: stepOf(level),
          })),
      })),
    })),
  }
}
