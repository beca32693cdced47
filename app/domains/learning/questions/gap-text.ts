import { type GapTextQuestion, isAccepted, segmentsOf } from '~/domains/catalogue'
import { shuffled } from './shuffle'
import { commentOf, partsOf, type QuestionWork, scoreOfParts } from './work'

/** A text with gaps; an answer is `gap=text` for each. All or nothing, or the share of gaps that are filled right. */
export function gapTextWork(question: GapTextQuestion): QuestionWork {
  const { key, type, prompt, gaps, spelling } = question
  const keys = gaps.map((gap) => gap.key)
  const writtenIn = (response: readonly string[]) => {
    const written = new Map<string, string>()
    for (const [gap, text] of partsOf(response, keys)) if (text.trim() !== '') written.set(gap, text.slice(0, 100))
    return written
  }
  const rightIn = (response: readonly string[]) => {
    const written = writtenIn(response)
    return gaps.filter((gap) => isAccepted(gap.accepted, written.get(gap.key) ?? '', spelling)).map((gap) => gap.key)
  }
  const score = (response: readonly string[]) => scoreOfParts(rightIn(response).length, keys.length, question.scoring)
  return {
    ask: (seed) => ({
      key,
      type,
      prompt,
      segments: segmentsOf(question.text).map(({ words, gap: gapKey }) => {
        const gap = gaps.find((each) => each.key === gapKey)
        if (gap === undefined) return { words, gap: null }
        const choices = gap.choices === undefined ? null : shuffled(gap.choices, `${seed ?? ''}:${key}:${gap.key}`)
        return { words, gap: { key: gap.key, choices } }
      }),
    }),
    accept: (sent) => [...writtenIn(sent)].map(([gap, text]) => `${gap}=${text}`),
    fault(response) {
      const { size } = writtenIn(response)
      return size === 0 ? 'missing' : size < keys.length ? 'parts-missing' : null
    },
    score,
    review(response, told) {
      const written = writtenIn(response)
      const right = rightIn(response)
      const points = score(response)
      return {
        key,
        type,
        prompt,
        right: points === 1,
        score: points,
        options: [],
        parts: gaps.map((gap, index) => ({
          key: gap.key,
          label: String(index + 1),
          given: written.get(gap.key) ?? '',
          correct: right.includes(gap.key),
          right: told ? (gap.accepted[0] ?? '') : null,
          feedback: told || right.includes(gap.key) ? (gap.feedback ?? null) : null,
        })),
        ...commentOf(question, points === 1, told),
      }
    },
    counted: () =>
      gaps.map((gap, index) => ({ key: gap.key, label: `${index + 1}. ${gap.accepted[0] ?? ''}`, right: true })),
    count: rightIn,
  }
}
