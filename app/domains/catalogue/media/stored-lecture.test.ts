import { expect, it } from 'vitest'
import { readDraft } from '../questions/form'
import { draftOf } from '../questions/registry'
import { sealOfQuestion } from '../questions/seal'
import { everyType } from '../../../../tests/support/questions'
import { emptyLecture } from './lecture-form'
import { storedLecture } from './stored-lecture'

it('reads a stored draft with questions of every type as it was', () => {
  const typed = { ...emptyLecture, title: 'Röst', sourceYear: ['2024'], questions: everyType.map(draftOf) }
  expect(storedLecture(JSON.parse(JSON.stringify(typed)))).toEqual(typed)
})

it('makes the questions of an older form, with four options each, questions of this one', () => {
  const older = {
    title: 'Röst',
    question: ['Vad gör rummet?', '', 'Halv'],
    option: ['Bär', '', 'Inget', '', '', '', '', '', 'Bara en', '', '', ''],
    right: ['2', '0', '0'],
    explanation: ['För att.', '', ''],
  }
  const { title, questions } = storedLecture(older)
  expect(title).toBe('Röst')
  expect(questions.map(({ key }) => key)).toEqual(['q1', 'q3'])
  const [first, second] = questions
  expect(first).toMatchObject({ type: 'single', prompt: 'Vad gör rummet?', explanation: 'För att.' })
  expect(first?.rows.map(({ text, correct }) => [text, correct])).toEqual([
    ['Bär', false],
    ['Inget', true],
  ])
  // What the older form did not ask for is asked for at its field.
  expect(first && readDraft(first, 0).faults.map(({ field }) => field)).toEqual(['f0.r0.feedback', 'f0.r1.feedback'])
  expect(second && readDraft(second, 1).question).toBeUndefined()
})

it.each([[null], ['text'], [{ questions: 'x' }], [{ questions: [{ type: 'okänd' }] }], [{ title: 3 }]])(
  'takes %j for a draft without questions',
  (fields) => {
    expect(storedLecture(fields)).toMatchObject({ title: '', questions: [] })
  },
)

it('seals a question alike whatever its key and the order of its fields, and another otherwise', () => {
  for (const question of everyType) {
    const turned = Object.fromEntries(Object.entries(question).reverse()) as unknown as typeof question
    expect(sealOfQuestion({ ...turned, key: 'annan' })).toBe(sealOfQuestion(question))
    expect(sealOfQuestion({ ...question, prompt: `${question.prompt}?` })).not.toBe(sealOfQuestion(question))
  }
  expect(new Set(everyType.map(sealOfQuestion)).size).toBe(everyType.length)
})
