import { expect, test } from 'vitest'
import { LONGEST_COMMENT, readAssessment } from './review-form'

const rubric = ['form', 'kontakt'].map((key) => ({
  key,
  title: key,
  levels: [
    { key: 'vag', title: 'På väg', text: '' },
    { key: 'klar', title: 'Klar', text: '' },
  ],
}))
function read(fields: Record<string, string>, needs = { levels: true, comment: true }) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return readAssessment(form, rubric, needs)
}

test('a whole assessment is read as it was given', () => {
  const { assessment, faults } = read({
    'niva.form': 'klar',
    'niva.kontakt': 'vag',
    'ord.form': ' Tydlig.\r\nBra bild. ',
    'ord.annat': 'hör inte hit',
    kommentar: 'Fortsätt så.',
  })
  expect(faults).toEqual({})
  expect(assessment).toEqual({
    levels: { form: 'klar', kontakt: 'vag' },
    comments: { form: 'Tydlig.\nBra bild.' },
    comment: 'Fortsätt så.',
  })
})

test.each([
  [{ 'niva.form': 'klar', kommentar: 'Bra' }, { 'niva.kontakt': 'level' }],
  [{ 'niva.form': 'finns-inte', 'niva.kontakt': 'vag', kommentar: 'Bra' }, { 'niva.form': 'level' }],
  [{ 'niva.form': 'klar', 'niva.kontakt': 'vag', kommentar: '  ' }, { kommentar: 'comment' }],
  [
    { 'niva.form': 'klar', 'niva.kontakt': 'vag', kommentar: 'x'.repeat(LONGEST_COMMENT + 1) },
    { kommentar: 'too-long' },
  ],
])('%j is refused with %j', (fields, faults) => {
  expect(read(fields as Record<string, string>).faults).toEqual(faults)
})

test('a course leader may leave levels out', () => {
  expect(read({ kommentar: 'Bra' }, { levels: false, comment: false }).faults).toEqual({})
})
