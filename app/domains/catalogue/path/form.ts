import { z } from 'zod'
import { slugOf } from '../activity/rules'
import { many, text, wholeNumber } from '../activity/typed'
import { MOST_COURSES_OF_PART, MOST_PARTS, type PathContent, type PathPart } from './model'

/** A path as it is typed: each part has a title, a number and a fixed row of courses. */
export const pathForm = z.object({
  title: text(300),
  summary: text(1000),
  partTitle: many,
  partNeed: many,
  partCourse: z
    .union([z.string().max(300), z.array(z.string().max(300)).max(MOST_PARTS * MOST_COURSES_OF_PART)])
    .default([])
    .transform((value) => (typeof value === 'string' ? [value] : value)),
  published: text(3),
})
export type PathFields = z.output<typeof pathForm>
export type PathFault =
  'title' | 'summary' | 'part-title' | 'part-courses' | 'part-need' | 'no-parts' | 'unknown-course'

export const emptyPath: PathFields = {
  ...{ title: '', summary: '', published: '' },
  ...{ partTitle: [], partNeed: [], partCourse: [] },
}

export function pathFieldsOf({
  title,
  summary,
  parts,
  isPublished,
}: PathContent & { isPublished: boolean }): PathFields {
  return {
    ...{ title, summary, published: isPublished ? 'ja' : '' },
    partTitle: parts.map((part) => part.title),
    partNeed: parts.map(({ need }) => (need === null ? '' : String(need))),
    partCourse: parts.flatMap(({ courses }) =>
      Array.from({ length: MOST_COURSES_OF_PART }, (_, index) => courses[index] ?? ''),
    ),
  }
}

/** The courses typed in a part's row. */
export function coursesOfPart({ partCourse }: Pick<PathFields, 'partCourse'>, part: number): string[] {
  return partCourse.slice(part * MOST_COURSES_OF_PART, (part + 1) * MOST_COURSES_OF_PART)
}

export interface ReadPath {
  title: string
  /** Where the title says the path is to be found, when it is new. */
  slug: string
  summary: string
  parts: PathPart[]
  isPublished: boolean
}

/** Reads a typed path, or says what is wrong by field; of a part with its number from 1. */
export function readPath(
  fields: PathFields,
  known: ReadonlySet<string>,
): { ok: true; path: ReadPath } | { ok: false; faults: Record<string, { fault: PathFault; part: number }> } {
  const faults: Record<string, { fault: PathFault; part: number }> = {}
  const title = fields.title.trim()
  const summary = fields.summary.trim()
  if (title === '' || title.length > 120 || slugOf(title) === '') faults['title'] = { fault: 'title', part: 0 }
  if (summary === '' || summary.length > 300) faults['summary'] = { fault: 'summary', part: 0 }
  const parts: PathPart[] = []
  for (let part = 0; part < MOST_PARTS; part += 1) {
    const partTitle = (fields.partTitle[part] ?? '').trim()
    const courses = [...new Set(coursesOfPart(fields, part).filter((slug) => slug !== ''))]
    if (partTitle === '' && courses.length === 0) continue
    const typed = (fields.partNeed[part] ?? '').trim()
    const need = typed === '' ? null : (wholeNumber(typed) ?? 0)
    const fail = (fault: PathFault) => (faults[`part-${part + 1}`] ??= { fault, part: part + 1 })
    if (partTitle === '' || partTitle.length > 120) fail('part-title')
    if (courses.length === 0) fail('part-courses')
    if (courses.some((slug) => !known.has(slug))) fail('unknown-course')
    if (need !== null && (need < 1 || need > courses.length)) fail('part-need')
    parts.push({ title: partTitle, need, courses })
  }
  if (parts.length === 0) faults['part-1'] ??= { fault: 'no-parts', part: 1 }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return { ok: true, path: { title, slug: slugOf(title), summary, parts, isPublished: fields.published === 'ja' } }
}
