import type { Inline, Mark, TextRun } from '../document'

/** From the outermost mark to the innermost. */
export const markOrder: readonly Mark['type'][] = ['link', 'bold', 'italic', 'code']

export function markOf(node: Inline, type: Mark['type']): Mark | undefined {
  return node.type === 'text' ? node.marks?.find((mark) => mark.type === type) : undefined
}

export function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  if (one?.type === 'link' && other?.type === 'link') return one.attrs.href === other.attrs.href
  return one?.type === other?.type
}

/** Joins neighbours under the same marks, so that a mark is opened once. */
export function joined(content: Inline[]): Inline[] {
  const made: Inline[] = []
  for (const node of content) {
    const last = made.at(-1)
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) {
      made[made.length - 1] = { ...last, text: last.text + node.text }
    } else made.push(node)
  }
  return made
}

function sameMarks(one: TextRun, other: TextRun): boolean {
  return markOrder.every((type) => sameMark(markOf(one, type), markOf(other, type)))
}
