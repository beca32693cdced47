import { expect, it } from 'vitest'
import { plainQuiz, type Question } from '../questions/model'
import { lessonDraftForm, lessonFieldsOf, readLesson, typedLesson } from './lesson-form'
import type { LessonSettings } from './lesson-settings'

const numeric: Question = { key: 'q1', type: 'numeric', prompt: 'Hur många?', answer: 4, tolerance: 0 }
const stored: LessonSettings = {
  kind: 'quiz',
  pass: 60,
  quiz: { ...plainQuiz, maxAttempts: 2, draw: { count: 1, tag: null } },
  questions: [numeric],
}

/** The form of a quiz as a browser sends it. */
function sentQuiz(wish: Record<string, string> = {}): FormData {
  const form = new FormData()
  const fields = { title: 'Prov', minutes: '10', pass: '80', maxAttempts: '3', tell: 'never', fragor: '1' }
  const question = { 'f0.key': 'q1', 'f0.type': 'numeric', 'f0.prompt': 'Hur många?', 'f0.answer': '5' }
  for (const [name, value] of Object.entries({ ...fields, ...question, 'f0.tolerance': '0', ...wish })) {
    form.set(name, value)
  }
  return form
}

function read(sent: FormData) {
  const fields = typedLesson(lessonDraftForm.parse(Object.fromEntries(sent)), sent)
  return { fields, result: readLesson(fields, stored, { lectureIds: [], sent }) }
}

it('reads the questions and the settings of a quiz', () => {
  expect(read(sentQuiz()).result).toEqual({
    ok: true,
    minutes: 10,
    settings: {
      kind: 'quiz',
      pass: 80,
      quiz: { ...plainQuiz, maxAttempts: 3, tell: 'never' },
      questions: [{ ...numeric, answer: 5 }],
    },
  })
})

it.each([
  ['a question', { 'f0.answer': 'fem' }, { questions: [{ index: 0, field: 'f0.answer', fault: 'not-a-number' }] }],
  ['a setting', { maxAttempts: 'många' }, { quiz: { maxAttempts: 'attempts' } }],
])('refuses %s that cannot be and keeps what was typed', (_name, wish, faults) => {
  const { fields, result } = read(sentQuiz(wish))
  expect(result).toMatchObject({ ok: false, faults })
  expect({ 'f0.answer': fields.questions[0]?.answer, maxAttempts: fields.quiz.maxAttempts }).toMatchObject(wish)
})

it('leaves the settings of a lesson be when a translation of it is saved', () => {
  const fields = lessonFieldsOf({ title: 'Quiz', minutes: 10, settings: stored })
  expect(readLesson(fields, stored, { lectureIds: [], sent: undefined })).toEqual({
    ok: true,
    minutes: 10,
    settings: stored,
  })
})
