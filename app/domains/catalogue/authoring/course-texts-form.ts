import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'
import { text } from '../activity/typed'
import { type CourseOriginal, type CoursePart, isReadable, lackingModules, lackingParts } from './course-texts'
import type { CourseTextsIn } from './settings'

const line = z.string().max(3000)
const lines = z
  .union([line, z.array(line).max(200)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))

/** A course's own texts in another language as they are typed; nothing is refused here, so that nothing typed is lost. */
export const courseTextsForm = z.object({
  intent: z.literal('save'),
  version: text(40),
  title: text(1000),
  summary: text(3000),
  body: z.string().max(1_000_000).optional(),
  markdown: z.string().max(400_000).optional(),
  outcome: lines,
  /** What the modules are called in the original, and in the translation. */
  moduleTitle: lines,
  moduleName: lines,
  coverAlt: text(3000),
  /** The translation is said to be whole, and true to the original. */
  klar: text(3),
})
export type CourseTextsFields = Omit<z.output<typeof courseTextsForm>, 'intent' | 'body' | 'markdown'>

/** `version` is the seal of the original and the translation as the writer sees them. */
export function courseTextsFieldsOf(texts: Omit<CourseTextsIn, 'description'>, version: string): CourseTextsFields {
  const { title, summary, outcomes, coverAlt = '', modules = {} } = texts
  const [moduleTitle, moduleName] = [Object.keys(modules), Object.values(modules)]
  return { version, title, summary, outcome: outcomes, moduleTitle, moduleName, coverAlt, klar: '' }
}

export type CourseTextsFault =
  'title' | 'summary' | 'outcome' | 'module' | 'coverAlt' | 'lacking' | 'superfluous' | 'notWhole'
/** By field; outcomes are `outcome-0`, `outcome-1` …, modules `module-0` … in the order of the original. */
export type CourseTextsFaults = Record<string, CourseTextsFault>

const most = { title: 120, summary: 220, outcome: 300, module: 150, coverAlt: 300 } as const

/** What a module is called in the translation, as it is typed. */
export function moduleNameOf({ moduleTitle, moduleName }: CourseTextsFields, title: string): string {
  return moduleName[moduleTitle.indexOf(title)] ?? ''
}

/** Where in the form what a translation lacks is written. */
const fieldOf: Record<Exclude<CoursePart, 'outcomes'>, string> = {
  title: 'title',
  summary: 'summary',
  description: 'body',
  coverAlt: 'coverAlt',
}

/** Reads the typed texts, or says by field what is wrong; what is said to be whole must say all that the original says. */
export function readCourseTexts(
  fields: CourseTextsFields,
  original: CourseOriginal,
  { before, description }: { before: CourseTextsIn | undefined; description: RichDocument },
): { ok: true; texts: CourseTextsIn } | { ok: false; faults: CourseTextsFaults } {
  const faults: CourseTextsFaults = {}
  const within = (name: keyof typeof most, typed: string, at: string = name): string => {
    const line = typed.trim().replaceAll(/\s+/g, ' ')
    if (line.length > most[name]) faults[at] = name
    return line
  }
  const title = within('title', fields.title)
  const summary = within('summary', fields.summary)
  const coverAlt = within('coverAlt', fields.coverAlt)
  const typed = fields.outcome.slice(0, 8).map((line, index) => within('outcome', line, `outcome-${index}`))
  const outcomes = typed.slice(0, typed.findLastIndex((line) => line !== '') + 1)
  const titles = original.modules ?? []
  const names = titles.map((each, index) => within('module', moduleNameOf(fields, each), `module-${index}`))
  const named = titles.flatMap((each, index): [string, string][] => {
    const name = names[index] ?? ''
    return name === '' ? [] : [[each, name]]
  })
  const said = {
    ...{ title, summary, description, outcomes },
    ...(coverAlt === '' ? {} : { coverAlt }),
    ...(named.length === 0 ? {} : { modules: Object.fromEntries(named) }),
  }
  const isDone = fields.klar === 'ja'
  if (isDone) {
    for (const part of lackingParts(original, said)) {
      if (part !== 'outcomes') faults[fieldOf[part]] ??= 'lacking'
    }
    for (let row = 0; row < Math.max(outcomes.length, original.outcomes.length); row += 1) {
      if (row >= original.outcomes.length) faults[`outcome-${row}`] ??= 'superfluous'
      else if ((outcomes[row] ?? '') === '') faults[`outcome-${row}`] ??= 'lacking'
    }
    for (const each of lackingModules(original, said)) faults[`module-${titles.indexOf(each)}`] ??= 'lacking'
    if (Object.keys(faults).length > 0) faults['klar'] = 'notWhole'
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  if (isDone) return { ok: true, texts: said }
  const isUnfinished = before === undefined || before.isUnfinished === true || !isReadable(original, said)
  return {
    ok: true,
    texts: {
      ...said,
      ...(isUnfinished ? { isUnfinished } : {}),
      ...(before?.isOutdated === true ? { isOutdated: true } : {}),
    },
  }
}
