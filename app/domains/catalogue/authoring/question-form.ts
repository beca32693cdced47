import type { Question } from '../model'

export const MOST_OPTIONS = 6
const MOST_QUESTIONS = 60

/** The questions of a form as they are typed; nothing is refused here, so that nothing typed is lost. */
export interface QuestionFields {
  key: string
  type: Question['type']
  prompt: string
  explanation: string
  options: { key: string; text: string; correct: boolean; feedback: string }[]
}

const typeOf = (text: string): Question['type'] =>
  text === 'multiple' || text === 'true-false' ? text : ('single' as const)
const letters = 'abcdefgh'

export function questionFieldsOf(questions: readonly Question[]): QuestionFields[] {
  return questions.map((question) => ({ ...question, explanation: question.explanation ?? '' }))
}

/** Reads `q0.prompt`, `q0.o1.text` … of a sent form, in order. */
export function questionFieldsFrom(form: Record<string, unknown>): QuestionFields[] {
  const text = (name: string) => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
  const fields: QuestionFields[] = []
  for (let index = 0; index < MOST_QUESTIONS && `q${index}.prompt` in form; index += 1) {
    const at = `q${index}`
    fields.push({
      key: text(`${at}.key`),
      type: typeOf(text(`${at}.type`)),
      prompt: text(`${at}.prompt`),
      explanation: text(`${at}.explanation`),
      options: Array.from({ length: MOST_OPTIONS }, (_, option) => ({
        key: letters.charAt(option),
        text: text(`${at}.o${option}.text`),
        correct: text(`${at}.o${option}.correct`) !== '',
        feedback: text(`${at}.o${option}.feedback`),
      })),
    })
  }
  return fields
}

export type QuestionFault = { number: number; fault: 'questions' | 'tooLong' }

/** The questions that were typed, without those left empty; or the first that cannot be asked, counted from 1. */
export function readQuestions(
  fields: readonly QuestionFields[],
): { ok: true; questions: Question[] } | ({ ok: false } & QuestionFault) {
  const questions: Question[] = []
  const taken = new Set(fields.map(({ key }) => key))
  const seen = new Set<string>()
  for (const [index, typed] of fields.entries()) {
    const options = typed.options.filter(({ text }) => text.trim() !== '')
    const prompt = typed.prompt.trim()
    if (prompt === '' && options.length === 0) continue
    const right = options.filter(({ correct }) => correct).length
    const fits = typed.type === 'multiple' ? right >= 1 : right === 1
    if (prompt === '' || options.length < 2 || !fits) return { ok: false, number: index + 1, fault: 'questions' }
    const isLong =
      prompt.length > 1000 || options.some(({ text, feedback }) => text.length > 500 || feedback.length > 2000)
    if (isLong) return { ok: false, number: index + 1, fault: 'tooLong' }
    let key = typed.key
    // A new question, or one whose key somebody has doubled, gets a key of its own.
    for (let number = index + 1; !/^[a-z0-9-]{1,20}$/.test(key) || seen.has(key); number += 1) {
      if (!taken.has(`q${number}`) && !seen.has(`q${number}`)) key = `q${number}`
    }
    seen.add(key)
    const explanation = typed.explanation.trim()
    questions.push({
      key,
      type: typed.type,
      prompt,
      options: options.map((option) => ({ ...option, text: option.text.trim(), feedback: option.feedback.trim() })),
      ...(explanation === '' ? {} : { explanation }),
    })
  }
  return { ok: true, questions }
}
