import { expect, it } from 'vitest'
import type { Question } from '../questions/model'
import { readTranslatedFields, translatedFields } from './translation-form'

const questions: Question[] = [
  { key: 'q1', type: 'short-text', prompt: 'Vad heter det?', accepted: ['stöttning', 'stöd'] },
]

/** The form as a browser sends it, with these values in the order of its fields. */
function sent(...values: string[]): FormData {
  const form = new FormData()
  translatedFields(questions, {})
    .flat()
    .forEach(({ name }, index) => form.set(name, values[index] ?? ''))
  return form
}

it('asks for the words and the answers of each question, and reads them back', () => {
  expect(translatedFields(questions, {}).flat()).toMatchObject([
    { original: 'Vad heter det?', isAnswers: false },
    { original: 'stöttning', isAnswers: false },
    { original: 'stöttning, stöd', isAnswers: true },
  ])
  const { texts, isWhole } = readTranslatedFields(
    questions,
    sent('What is it called?', 'scaffolding', 'scaffolding\nsupport'),
  )
  expect(isWhole).toBe(true)
  expect(texts).toEqual({
    q1: {
      texts: { 'Vad heter det?': 'What is it called?', stöttning: 'scaffolding' },
      accepted: { answer: ['scaffolding', 'support'] },
    },
  })
  expect(
    translatedFields(questions, texts)
      .flat()
      .map(({ value }) => value),
  ).toEqual(['What is it called?', 'scaffolding', 'scaffolding\nsupport'])
})

it('is not whole while words are missing', () => {
  expect(readTranslatedFields(questions, sent('What is it called?')).isWhole).toBe(false)
})
