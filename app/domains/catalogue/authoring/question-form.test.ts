import { expect, it } from 'vitest'
import { questionFieldsFrom, questionFieldsOf, readQuestions } from './question-form'

const sent = (wish: Record<string, string> = {}) => ({
  'q0.key': 'q1',
  'q0.type': 'single',
  'q0.prompt': ' Vad stämmer? ',
  'q0.o0.text': 'Det första',
  'q0.o0.correct': 'ja',
  'q0.o0.feedback': 'Just det.',
  'q0.o1.text': 'Det andra',
  'q1.key': '',
  'q1.prompt': '',
  ...wish,
})

it('reads questions in order and leaves out an empty one', () => {
  const read = readQuestions(questionFieldsFrom(sent()))
  expect(read).toEqual({
    ok: true,
    questions: [
      {
        key: 'q1',
        type: 'single',
        prompt: 'Vad stämmer?',
        options: [
          { key: 'a', text: 'Det första', correct: true, feedback: 'Just det.' },
          { key: 'b', text: 'Det andra', correct: false, feedback: '' },
        ],
      },
    ],
  })
})

it('gives a new question a key that no other has', () => {
  const fields = questionFieldsFrom(
    sent({ 'q0.key': 'q2', 'q1.prompt': 'Och här?', 'q1.o0.text': 'A', 'q1.o0.correct': 'ja', 'q1.o1.text': 'B' }),
  )
  const read = readQuestions(fields)
  expect(read.ok && read.questions.map(({ key }) => key)).toEqual(['q2', 'q3'])
})

it.each([
  ['no right answer', { 'q0.o0.correct': '' }, 'questions'],
  ['two right answers of one', { 'q0.o1.correct': 'ja' }, 'questions'],
  ['one answer', { 'q0.o1.text': '' }, 'questions'],
  ['answers without a question', { 'q0.prompt': '' }, 'questions'],
  ['an answer of 501 characters', { 'q0.o1.text': 'x'.repeat(501) }, 'tooLong'],
])('refuses %s by number', (_name, wish, fault) => {
  expect(readQuestions(questionFieldsFrom(sent(wish)))).toEqual({ ok: false, number: 1, fault })
})

it('takes several right answers where the kind allows it', () => {
  expect(readQuestions(questionFieldsFrom(sent({ 'q0.type': 'multiple', 'q0.o1.correct': 'ja' }))).ok).toBe(true)
})

it('shows stored questions as they are', () => {
  const read = readQuestions(questionFieldsFrom(sent()))
  expect(questionFieldsOf(read.ok ? read.questions : [])[0]).toMatchObject({ key: 'q1', explanation: '' })
})
