import { type MatchingQuestion, partKey } from '~/domains/catalogue'
import { shuffled } from './shuffle'
import { type QuestionWork, commentOf, partsOf, scoreOfParts } from './work'

/**
 * Rows paired with what belongs to them; an answer is `row=choice` for each. All or nothing, or the share of rows that
 * are paired right.
 */
export function matchingWork(question: MatchingQuestion): QuestionWork {
  const { key, type, prompt } = question
  const pairs = question.pairs.map((pair) => ({ ...pair, key: partKey(pair.left), rightKey: partKey(pair.right) }))
  const keys = pairs.map((pair) => pair.key)
  const choices = new Map(
    [...pairs.map((pair) => pair.right), ...(question.extra ?? [])].map((text) => [partKey(text), text]),
  )
  const chosenIn = (response: readonly string[]) =>
    new Map([...partsOf(response, keys)].filter(([, choice]) => choices.has(choice)))
  const rightIn = (response: readonly string[]) => {
    const chosen = chosenIn(response)
    return pairs.filter((pair) => chosen.get(pair.key) === pair.rightKey).map((pair) => pair.key)
  }
  const score = (response: readonly string[]) => scoreOfParts(rightIn(response).length, keys.length, question.scoring)
  return {
    ask(seed) {
      const lefts = pairs.map((pair) => ({ key: pair.key, text: pair.left }))
      return {
        key,
        type,
        prompt,
        lefts: seed === null ? lefts : shuffled(lefts, `${seed}:${key}:left`),
        rights: shuffled(
          [...choices].map(([each, text]) => ({ key: each, text })),
          `${seed ?? ''}:${key}`,
        ),
      }
    },
    accept: (sent) => [...chosenIn(sent)].map(([row, choice]) => `${row}=${choice}`),
    fault(response) {
      const { size } = chosenIn(response)
      return size === 0 ? 'missing' : size < keys.length ? 'parts-missing' : null
    },
    score,
    review(response, told) {
      const chosen = chosenIn(response)
      const points = score(response)
      return {
        key,
        type,
        prompt,
        right: points === 1,
        score: points,
        options: [],
        parts: pairs.map((pair) => {
          const correct = chosen.get(pair.key) === pair.rightKey
          return {
            key: pair.key,
            label: pair.left,
            given: choices.get(chosen.get(pair.key) ?? '') ?? '',
            correct,
            right: told ? pair.right : null,
            feedback: told || correct ? (pair.feedback ?? null) : null,
          }
        }),
        ...commentOf(question, points === 1, told),
      }
    },
    counted: () => pairs.map((pair) => ({ key: pair.key, label: `${pair.left} – ${pair.right}`, right: true })),
    count: rightIn,
  }
}
