import type { Responses } from './model'

/**
 * The answers in a sent form, by question key. Fields are called `q.<question>`, and `q.<question>.<part>` where one
 * part of an answer is written by itself, which becomes `part=value`.
 */
export function responsesOf(form: Record<string, unknown>): Responses {
  const responses = new Map<string, string[]>()
  for (const [name, value] of Object.entries(form)) {
    const [mark, key, part] = name.split('.')
    if (mark !== 'q' || key === undefined || key === '') continue
    const values = (Array.isArray(value) ? value : [value]).map(String)
    const entries = part === undefined ? values : values.map((each) => `${part}=${each}`)
    responses.set(key, [...(responses.get(key) ?? []), ...entries])
  }
  return Object.fromEntries(responses)
}
