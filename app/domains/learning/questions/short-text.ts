import { isAccepted, type ShortTextQuestion } from '~/domains/catalogue'
import { commentOf, type QuestionWork } from './work'

/** A word or a few. All or nothing: alike one of the accepted answers by the question's rule of spelling. */
export function shortTextWork(question: ShortTextQuestion): QuestionWork {
  const { key, type, prompt, accepted } = question
  const isRight = (response: readonly string[]) => isAccepted(accepted, response[0] ?? '', question.spelling)
  return {
    ask: () => ({ key, type, prompt }),
    accept: (sent) => sent.slice(0, 1).flatMap((text) => (text.trim() === '' ? [] : [text.slice(0, 200)])),
    fault: (response) => ((response[0] ?? '').trim() === '' ? 'missing' : null),
    score: (response) => (isRight(response) ? 1 : 0),
    review(response, told) {
      const right = isRight(response)
      const given = response[0] ?? ''
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
            given,
            correct: right,
            right: told ? (accepted[0] ?? '') : null,
            feedback: null,
          },
        ],
        ...commentOf(question, right, told),
      }
    },
    counted: () => [{ key: 'answer', label: accepted[0] ?? '', right: true }],
    count: (response) => (isRight(response) ? ['answer'] : []),
  }
}
