import type { Question } from './model'

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, inOrder(each)]))
}

/** The same for the same question: all that is asked and how it is scored, whatever its key and the order of its fields. */
export function sealOfQuestion(question: Question): string {
  return JSON.stringify(inOrder({ ...question, key: '' }))
}
