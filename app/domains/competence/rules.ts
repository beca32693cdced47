import {
  type Competence,
  type CompetenceArea,
  type ConfirmedLevel,
  type CourseOffer,
  type Evidence,
  type Framework,
  type Level,
  type LevelState,
  type SelfAssessment,
  type WeighedEvidence,
  levels,
} from './model'

/** Weights have two decimals; whole hundredths keep their sums exact. */
function gatheredFor(level: Level, evidence: readonly WeighedEvidence[]): number {
  const byCourse = new Map<string, number>()
  for (const item of evidence) {
    if (item.level < level) continue
    byCourse.set(item.courseId, Math.max(byCourse.get(item.courseId) ?? 0, Math.round(item.weight * 100)))
  }
  return [...byCourse.values()].reduce((sum, weight) => sum + weight, 0)
}

/**
 * The level of one competence. A level is confirmed when the evidence at that level or above weighs 1 together, so one
 * course of weight 1 confirms it alone. A course counts once, however often it is taken. Under 1 the person is on the
 * way: `towards` names the step that needs the least more, and of equal steps the highest.
 */
export function levelOf(evidence: readonly WeighedEvidence[]): LevelState {
  let level: ConfirmedLevel = 0
  let towards: LevelState['towards'] = null
  for (const candidate of levels) {
    const hundredths = gatheredFor(candidate, evidence)
    if (hundredths >= 100) {
      level = candidate
      towards = null
    } else if (hundredths > 0 && hundredths / 100 >= (towards?.gathered ?? 0)) {
      towards = { level: candidate, gathered: hundredths / 100 }
    }
  }
  return { level, towards }
}

/** The level held when the day began; undefined without a day to compare with. */
export function baselineOf(evidence: readonly WeighedEvidence[], since: string | null): ConfirmedLevel | undefined {
  if (since === null) return undefined
  return levelOf(evidence.filter((item) => item.grantedOn < since)).level
}

/** How far and how wide: the highest level among the area's competences, and how many have one. */
export function areaLevelOf(held: readonly ConfirmedLevel[]): { level: ConfirmedLevel; confirmed: number; of: number } {
  const level = held.reduce<ConfirmedLevel>((highest, one) => (one > highest ? one : highest), 0)
  return { level, confirmed: held.filter((one) => one > 0).length, of: held.length }
}

export interface CompetenceProfile extends LevelState {
  competence: Competence
  rose: boolean
  /** The reason chain, newest first. */
  evidence: Evidence[]
  selfAssessment: SelfAssessment | null
}

export interface AreaProfile {
  area: CompetenceArea
  level: ConfirmedLevel
  confirmed: number
  rose: boolean
  competences: CompetenceProfile[]
}

function byCode(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const groups = new Map<string, Evidence[]>()
  for (const item of evidence) groups.set(item.code, [...(groups.get(item.code) ?? []), item])
  return groups
}

/** A person's profile by area. `since` is the Stockholm day of the project entry; without it nothing counts as risen. */
export function profileOf(
  framework: Framework,
  facts: { evidence: readonly Evidence[]; selfAssessments: readonly SelfAssessment[]; since: string | null },
): AreaProfile[] {
  const evidenceByCode = byCode(facts.evidence)
  const assessments = new Map(facts.selfAssessments.map((assessment) => [assessment.code, assessment]))
  return framework.areas.map((area) => {
    const competences = area.competences.map((competence) => {
      const evidence = evidenceByCode.get(competence.code) ?? []
      const state = levelOf(evidence)
      return {
        ...state,
        competence,
        rose: state.level > (baselineOf(evidence, facts.since) ?? state.level),
        evidence: evidence.toSorted((a, b) => b.grantedOn.localeCompare(a.grantedOn)),
        selfAssessment: assessments.get(competence.code) ?? null,
      }
    })
    const { level, confirmed } = areaLevelOf(competences.map((one) => one.level))
    return { area, level, confirmed, rose: competences.some((one) => one.rose), competences }
  })
}

/** Courses that would lift the level: above the level held and not taken yet; the nearest step and heaviest first. */
export function liftsFor(
  held: { level: ConfirmedLevel; evidence: readonly WeighedEvidence[] },
  offers: readonly CourseOffer[],
) {
  const taken = new Set(held.evidence.map((item) => item.courseId))
  return offers
    .filter((offer) => offer.level > held.level && !taken.has(offer.courseId))
    .toSorted((a, b) => a.level - b.level || b.weight - a.weight || a.title.localeCompare(b.title, 'sv'))
}
