import { type OrderingQuestion, partKey } from '~/domains/catalogue'
import { disordered } from './shuffle'
import { type QuestionWork, commentOf, partsOf, scoreOfParts } from './work'

/**
 * Items in the right order; an answer is `item=place` for each, places from 1. All or nothing, or the share of items that
 * stand in their right place.
 */
export function orderingWork(question: OrderingQuestion): QuestionWork {
  const { key, type, prompt } = question
  const items = question.items.map((item) => ({ ...item, key: partKey(item.text) }))
  const keys = items.map((item) => item.key)
  const placesOf = (response: readonly string[]) => {
    const places = new Map<string, number>()
    for (const [item, place] of partsOf(response, keys)) {
      if (/^\d{1,2}$/.test(place) && Number(place) >= 1 && Number(place) <= keys.length) places.set(item, Number(place))
    }
    return places
  }
  const rightIn = (response: readonly string[]) => {
    const places = placesOf(response)
    return keys.filter((each, index) => places.get(each) === index + 1)
  }
  const score = (response: readonly string[]) => scoreOfParts(rightIn(response).length, keys.length, question.scoring)
  return {
    ask: (seed) => ({
      key,
      type,
      prompt,
      items: disordered(
        items.map((item) => ({ key: item.key, text: item.text })),
        `${seed ?? ''}:${key}`,
      ),
    }),
    accept(sent) {
      const places = placesOf(sent)
      return keys.flatMap((each) => (places.has(each) ? [`${each}=${String(places.get(each))}`] : []))
    },
    fault(response) {
      const places = [...placesOf(response).values()]
      if (places.length === 0) return 'missing'
      if (new Set(places).size < places.length) return 'same-place'
      return places.length < keys.length ? 'parts-missing' : null
    },
    score,
    review(response, told) {
      const places = placesOf(response)
      const points = score(response)
      const parts = items.map((item, index) => ({
        key: item.key,
        label: item.text,
        given: String(places.get(item.key) ?? ''),
        correct: places.get(item.key) === index + 1,
        right: told ? String(index + 1) : null,
        feedback: told || places.get(item.key) === index + 1 ? (item.feedback ?? null) : null,
      }))
      return {
        key,
        type,
        prompt,
        right: points === 1,
        score: points,
        options: [],
        parts: parts.sort((a, b) => (Number(a.given) || 99) - (Number(b.given) || 99)),
        ...commentOf(question, points === 1, told),
      }
    },
    counted: () => items.map((item) => ({ key: item.key, label: item.text, right: true })),
    count: rightIn,
  }
}
