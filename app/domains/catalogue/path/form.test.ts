import { expect, test } from 'vitest'
import { emptyPath, pathFieldsOf, readPath } from './form'

const path = {
  slug: 'en-vag',
  title: 'En väg',
  summary: 'Om vägen.',
  isPublished: true,
  parts: [
    { title: 'Grunden', need: null, courses: ['ett', 'tva'] },
    { title: 'Välj', need: 1, courses: ['tre', 'fyra'] },
  ],
}
const known = new Set(['ett', 'tva', 'tre', 'fyra'])
const fields = pathFieldsOf(path)

test('what is shown is what is read', () => {
  expect(readPath(fields, known)).toEqual({ ok: true, path })
})

test.each([
  [emptyPath, { title: 'title', summary: 'summary', 'part-1': 'no-parts' }],
  [{ ...fields, partTitle: ['', 'Välj'] }, { 'part-1': 'part-title' }],
  [{ ...fields, partNeed: ['', '3'] }, { 'part-2': 'part-need' }],
  [{ ...fields, partNeed: ['noll', '1'] }, { 'part-1': 'part-need' }],
  [
    { ...fields, partCourse: ['okand'] },
    { 'part-1': 'unknown-course', 'part-2': 'part-courses' },
  ],
])('%j is refused by field', (typed, faults) => {
  const read = readPath(typed, known)
  expect(
    read.ok ? {} : Object.fromEntries(Object.entries(read.faults).map(([name, { fault }]) => [name, fault])),
  ).toEqual(faults)
})
