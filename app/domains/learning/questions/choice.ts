import type { ChoiceQuestion } from '~/domains/catalogue'
import { shuffled } from './shuffle'
import { type QuestionWork, commentOf } from './work'

/**
 * One right option, several, or true and false. All or nothing: exactly the right options. A multiple choice may give
 * the share: right ones chosen, less wrong ones chosen, of all right ones.
 */
export function choiceWork(question: ChoiceQuestion): QuestionWork {
  const { key, type, prompt, options } = question
  const accept = (sent: readonly string[]) => {
    const known = options.map((option) => option.key).filter((each) => sent.includes(each))
    return type === 'multiple' ? known : known.slice(0, 1)
  }
  const score = (response: readonly string[]) => {
    const chosen = options.filter((option) => response.includes(option.key))
    const right = chosen.filter((option) => option.correct).length
    const wrong = chosen.length - right
    const all = options.filter((option) => option.correct).length
    if (right === all && wrong === 0 && all > 0) return 1
    return type === 'multiple' && question.scoring === 'partial' && all > 0 ? Math.max(0, right - wrong) / all : 0
  }
  return {
    ask(seed) {
      const asked = options.map((option) => ({ key: option.key, text: option.text }))
      return {
        key,
        type,
        prompt,
        options: seed === null || type === 'true-false' ? asked : shuffled(asked, `${seed}:${key}`),
      }
    },
    accept,
    fault: (response) => (accept(response).length === 0 ? 'missing' : null),
    score,
    review(response, told) {
      const points = score(response)
      return {
        key,
        type,
        prompt,
        right: points === 1,
        score: points,
        parts: [],
        options: options.map((option) => {
          const chosen = response.includes(option.key)
          const shown = told || chosen
          return {
            key: option.key,
            text: option.text,
            chosen,
            correct: shown ? option.correct : null,
            feedback: shown ? option.feedback : null,
          }
        }),
        ...commentOf(question, points === 1, told),
      }
    },
    counted: () => options.map((option) => ({ key: option.key, label: option.text, right: option.correct })),
    count: accept,
  }
}
