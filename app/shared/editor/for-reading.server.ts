import type { Block, RichDocument } from './document'
import { mathOf } from './math'

const drawn = new Map<string, ReturnType<typeof mathOf>>()

/** Formulas repeat from reader to reader; the drawings of the latest are kept. */
function draw(tex: string): ReturnType<typeof mathOf> {
  const kept = drawn.get(tex)
  if (kept !== undefined) return kept
  const made = mathOf(tex)
  if (drawn.size >= 500) drawn.delete(drawn.keys().next().value ?? '')
  drawn.set(tex, made)
  return made
}

const holders = new Set([
  'details',
  'columns',
  'column',
  'bulletList',
  'orderedList',
  'taskList',
  'listItem',
  'taskItem',
  'blockquote',
])

function withMath<T extends { type: string }>(node: T): T {
  if (node.type === 'formula') {
    const formula = node as unknown as Extract<Block, { type: 'formula' }>
    const math = draw(formula.attrs.tex)
    return math === undefined ? node : ({ ...formula, attrs: { ...formula.attrs, math } } as unknown as T)
  }
  if (!holders.has(node.type) && node.type !== 'doc') return node
  const { content } = node as unknown as { content: { type: string }[] }
  const made = content.map(withMath)
  return made.some((child, index) => child !== content[index]) ? { ...node, content: made } : node
}

/** A stored document as its page gets it: with its formulas drawn, so that no reader needs scripts or fonts for them. */
export function forReading(document: RichDocument): RichDocument {
  return withMath(document)
}
