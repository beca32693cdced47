import { expect, it } from 'vitest'
import type { RichDocument } from '~/shared/editor/document'
import { type CourseTextsFields, courseTextsFieldsOf, courseTextsForm, readCourseTexts } from './course-texts-form'
import { type CourseTextsIn, emptyDocument, newSettings } from './settings'

const doc = (text: string): RichDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const original = {
  ...newSettings('Kurs', 'sv'),
  summary: 'Kort',
  description: doc('Lång'),
  outcomes: ['planera', 'pröva'],
  coverAlt: 'En bild',
}
const whole: CourseTextsIn = {
  title: 'Course',
  summary: 'Short',
  description: doc('Long'),
  outcomes: ['plan', 'try'],
  coverAlt: 'A picture',
}
const fields = (wish: Partial<CourseTextsFields> = {}): CourseTextsFields => ({
  ...courseTextsFieldsOf(whole, 'v'),
  ...wish,
})
const read = (wish: Partial<CourseTextsFields>, before?: CourseTextsIn, description = whole.description) =>
  readCourseTexts(fields(wish), original, { before, description })

it('comes back as it was: whole when its writer says so, or when it was so before', () => {
  expect(read({ klar: 'ja' })).toEqual({ ok: true, texts: whole })
  expect(read({}, whole)).toEqual({ ok: true, texts: whole })
  expect(read({})).toEqual({ ok: true, texts: { ...whole, isUnfinished: true } })
  expect(read({}, { ...whole, isUnfinished: true })).toEqual({ ok: true, texts: { ...whole, isUnfinished: true } })
})

it('is outdated until its writer has looked it over', () => {
  expect(read({}, { ...whole, isOutdated: true })).toEqual({ ok: true, texts: { ...whole, isOutdated: true } })
  expect(read({ klar: 'ja' }, { ...whole, isOutdated: true })).toEqual({ ok: true, texts: whole })
})

it('may be saved half done, with each outcome in its place', () => {
  const said = read({ title: ' A  course\n', summary: '', outcome: ['', 'try'], coverAlt: '' })
  expect(said.ok && said.texts).toEqual({
    title: 'A course',
    summary: '',
    description: whole.description,
    outcomes: ['', 'try'],
    isUnfinished: true,
  })
  expect(read({ outcome: ['plan', ' '] })).toMatchObject({ texts: { outcomes: ['plan'] } })
})

it('that was whole is so no longer when a text is taken out, but is when the original has got one more outcome', () => {
  expect(read({ summary: '' }, whole)).toMatchObject({ texts: { isUnfinished: true } })
  expect(read({ outcome: ['plan'] }, whole)).not.toHaveProperty('texts.isUnfinished')
})

it('names modules by their titles, whatever order they have got since, and forgets those that are gone', () => {
  const typed = fields({ moduleTitle: ['Två', 'Ett', 'Bort'], moduleName: ['Two', ' One ', 'Gone'] })
  const now = { ...original, modules: ['Ett', 'Två', 'Tre'] }
  const given = { before: undefined, description: whole.description }
  expect(readCourseTexts(typed, now, given)).toMatchObject({ texts: { modules: { Ett: 'One', Två: 'Two' } } })
  expect(readCourseTexts({ ...typed, klar: 'ja' }, now, given)).toEqual({
    ok: false,
    faults: { 'module-2': 'lacking', klar: 'notWhole' },
  })
  const long = fields({ moduleTitle: ['Ett'], moduleName: ['x'.repeat(151)] })
  expect(readCourseTexts(long, { ...original, modules: ['Ett'] }, given)).toMatchObject({
    faults: { 'module-0': 'module' },
  })
})

it.each<[string, Partial<CourseTextsFields>, object]>([
  ['a long title', { title: 'x'.repeat(121) }, { title: 'title' }],
  ['a long summary', { summary: 'x'.repeat(221) }, { summary: 'summary' }],
  ['a long outcome', { outcome: ['plan', 'x'.repeat(301)] }, { 'outcome-1': 'outcome' }],
  ['a long text of the cover', { coverAlt: 'x'.repeat(301) }, { coverAlt: 'coverAlt' }],
  [
    'what is said to be whole and is not',
    { klar: 'ja', title: '', summary: ' ', outcome: ['', 'try'], coverAlt: '' },
    { title: 'lacking', summary: 'lacking', 'outcome-0': 'lacking', coverAlt: 'lacking', klar: 'notWhole' },
  ],
  [
    'an outcome that the original does not have',
    { klar: 'ja', outcome: ['plan', 'try', 'more'] },
    { 'outcome-2': 'superfluous', klar: 'notWhole' },
  ],
])('refuses %s by field', (_name, wish, faults) => {
  expect(read(wish)).toEqual({ ok: false, faults })
})

it('refuses a description that is not written when the rest is said to be whole', () => {
  expect(read({ klar: 'ja' }, undefined, emptyDocument)).toEqual({
    ok: false,
    faults: { body: 'lacking', klar: 'notWhole' },
  })
})

it('reads one outcome or many, however long', () => {
  const sent = { intent: 'save', outcome: 'x'.repeat(400) }
  expect(courseTextsForm.parse(sent).outcome).toHaveLength(1)
  expect(courseTextsForm.parse({ ...sent, outcome: ['a', 'b'] }).outcome).toEqual(['a', 'b'])
})
