import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'
import { many, text, wholeNumber } from '../activity/typed'
import { audiences, schoolForms, type Source, themes } from '../model'
import { readTerms, type TermsFault, termsFieldsOf, termsShape } from '../terms/form'
import type { CourseSettings } from './settings'

/** The settings of a course as they are typed; nothing is refused here, so that nothing typed is lost. */
export const settingsForm = z.object({
  intent: z.literal('save').default('save'),
  version: text(40),
  title: text(1000),
  summary: text(3000),
  body: z.string().max(1_000_000).optional(),
  markdown: z.string().max(400_000).optional(),
  level: text(2),
  form: text(20),
  themes: many,
  audiences: many,
  schoolForms: many,
  outcomes: text(5000),
  competence: many,
  competenceLevel: many,
  competenceWeight: many,
  assessed: text(3),
  cover: text(500),
  coverAlt: text(1000),
  coverDecorative: text(3),
  licence: text(500),
  sources: text(30_000),
  ...termsShape,
})
export type SettingsFields = Omit<z.output<typeof settingsForm>, 'intent' | 'body' | 'markdown'>

const sourceLine = ({ title, publisher, url, year }: Source) =>
  [title, publisher, url, ...(year === undefined ? [] : [String(year)])].join(' | ')

/** `version` is the seal of the settings as the writer sees them. */
export function settingsFieldsOf(settings: CourseSettings, version: string): SettingsFields {
  return {
    version,
    title: settings.title,
    summary: settings.summary,
    level: String(settings.level),
    form: settings.form,
    themes: settings.themes,
    audiences: settings.audiences,
    schoolForms: settings.schoolForms,
    outcomes: settings.outcomes.join('\n'),
    competence: settings.competences.map(({ code }) => code),
    competenceLevel: settings.competences.map(({ level }) => String(level)),
    competenceWeight: settings.competences.map(({ weight }) => String(weight)),
    assessed: settings.assessed ? 'ja' : '',
    cover: settings.coverPath ?? '',
    coverAlt: settings.coverAlt ?? '',
    coverDecorative: settings.coverPath !== null && settings.coverAlt === '' ? 'ja' : '',
    licence: settings.licence,
    sources: settings.sources.map(sourceLine).join('\n'),
    ...termsFieldsOf(settings.terms),
  }
}

export type SettingsFault =
  | 'title'
  | 'summary'
  | 'outcomes'
  | 'competence-twice'
  | 'competence-many'
  | 'cover'
  | 'coverAlt'
  | 'licence'
  | 'sources'
  | TermsFault
export type SettingsFaults = Partial<Record<keyof SettingsFields, { fault: SettingsFault; line?: number }>>

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Sources, one a line: `title | publisher | address | year`. Answers the number of the first line that is none. */
export function readSources(typed: string): { ok: true; sources: Source[] } | { ok: false; line: number } {
  const sources: Source[] = []
  for (const [index, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue
    const [title = '', publisher = '', url = '', year = '', ...rest] = line.split('|').map((part) => part.trim())
    const number = wholeNumber(year)
    const isYear = year === '' || (number !== undefined && number >= 1900 && number <= 2100)
    if (
      title === '' ||
      publisher === '' ||
      !/^https?:\/\/\S+$/.test(url) ||
      !URL.canParse(url) ||
      !isYear ||
      rest.length > 0
    ) {
      return { ok: false, line: index + 1 }
    }
    sources.push({ title, publisher, url, ...(number === undefined ? {} : { year: number }) })
  }
  return { ok: true, sources }
}

/** Reads the typed settings onto those that are stored, or says what is wrong by field. */
export function readSettings(
  fields: SettingsFields,
  before: CourseSettings,
  given: {
    description: RichDocument
    codes: readonly string[]
    covers: readonly { path: string; alt: string | null }[]
    courses: readonly string[]
    organisations: readonly string[]
  },
): { ok: true; settings: CourseSettings } | { ok: false; faults: SettingsFaults } {
  const faults: SettingsFaults = {}
  const within = (name: 'title' | 'summary' | 'licence' | 'coverAlt', least: number, most: number): string => {
    const typed = fields[name].trim()
    if (typed.length < least || typed.length > most) faults[name] = { fault: name }
    return typed
  }
  const title = within('title', 1, 120)
  const summary = within('summary', 0, 220)
  const licence = within('licence', 0, 200)
  const coverAlt = within('coverAlt', 0, 300)
  const outcomes = linesOf(fields.outcomes)
  if (outcomes.length > 8 || outcomes.some((line) => line.length > 300)) faults.outcomes = { fault: 'outcomes' }
  const competences = fields.competence.flatMap((code, index) => {
    const level = wholeNumber(fields.competenceLevel[index] ?? '') ?? 0
    const weight = Number(fields.competenceWeight[index] ?? '')
    const known = given.codes.includes(code) && level >= 1 && level <= 4 && weight > 0 && weight <= 1
    return known ? [{ code, level, weight }] : []
  })
  if (new Set(competences.map(({ code }) => code)).size < competences.length)
    faults.competence = { fault: 'competence-twice' }
  else if (competences.length > 6) faults.competence = { fault: 'competence-many' }
  const cover = fields.cover === '' ? null : fields.cover
  const picture = given.covers.find(({ path }) => path === cover)
  if (cover !== null && cover !== before.coverPath && picture === undefined) faults.cover = { fault: 'cover' }
  // What the library says of a picture serves until something else is written.
  const described = coverAlt === '' && cover !== before.coverPath ? (picture?.alt ?? null) : coverAlt || null
  const alt = fields.coverDecorative === 'ja' ? '' : described
  const sources = readSources(fields.sources)
  if (!sources.ok) faults.sources = { fault: 'sources', line: sources.line }
  const { terms, faults: termsFaults } = readTerms(fields, before.terms, given)
  Object.assign(faults, termsFaults)
  if (Object.keys(faults).length > 0 || !sources.ok) return { ok: false, faults }
  const level = wholeNumber(fields.level) ?? 1
  return {
    ok: true,
    settings: {
      ...before,
      title,
      summary,
      description: given.description,
      level: level >= 1 && level <= 4 ? level : 1,
      form: fields.form === 'kurs' ? 'kurs' : 'kort-kurs',
      themes: themes.filter((one) => fields.themes.includes(one)),
      audiences: audiences.filter((one) => fields.audiences.includes(one)),
      schoolForms: schoolForms.filter((one) => fields.schoolForms.includes(one)),
      outcomes,
      competences,
      assessed: fields.assessed === 'ja',
      coverPath: cover,
      coverAlt: cover === null ? null : alt,
      licence,
      sources: sources.sources,
      terms,
    },
  }
}
