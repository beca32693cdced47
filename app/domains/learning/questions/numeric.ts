import { type NumericQuestion, readNumber, writeNumber } from '~/domains/catalogue'
import { commentOf, type QuestionWork } from './work'

/** A number, written in Swedish, with or without its unit. All or nothing: within the tolerance, its ends included. */
export function numericWork(question: NumericQuestion): QuestionWork {
  const { key, type, prompt, answer, tolerance, unit } = question
  const isRight = (response: readonly string[]) => {
    const given = readNumber(response[0] ?? '', unit)
    // The smallest steps of a floating number are no error of the one who answers.
    return given !== undefined && Math.abs(given - answer) <= tolerance + Math.max(1, Math.abs(answer)) * 1e-12
  }
  const withUnit = (text: string) => (unit === undefined ? text : `${text} ${unit}`)
  return {
    ask: () => ({ key, type, prompt, unit: unit ?? null }),
    accept: (sent) => sent.slice(0, 1).flatMap((text) => (text.trim() === '' ? [] : [text.slice(0, 60)])),
    fault(response) {
      const [given] = response
      if (given === undefined || given.trim() === '') return 'missing'
      return readNumber(given, unit) === undefined ? 'not-a-number' : null
    },
    score: (response) => (isRight(response) ? 1 : 0),
    review(response, told) {
      const right = isRight(response)
      const span = tolerance === 0 ? '' : ` ± ${writeNumber(tolerance)}`
      return {
        key,
        type,
        prompt,
        right,
        score: right ? 1 : 0,
        options: [],
        parts: [
          {
            key: 'answer',
            label: '',
            given: response[0] ?? '',
            correct: right,
            right: told ? withUnit(`${writeNumber(answer)}${span}`) : null,
            feedback: null,
          },
        ],
        ...commentOf(question, right, told),
      }
    },
    counted: () => [{ key: 'answer', label: withUnit(writeNumber(answer)), right: true }],
    count: (response) => (isRight(response) ? ['answer'] : []),
  }
}
