import type { AnyNode, RichDocument } from './document'

/** Words that stand in a block's attributes, in the order in which a reader meets them: before its content, and after. */
function attributeWords(node: AnyNode): { before?: string | null | undefined; after?: string | null | undefined } {
  switch (node.type) {
    case 'image':
      return { before: node.attrs.alt, after: node.attrs.title }
    case 'definition':
      return { before: node.attrs.term }
    case 'details':
      return { before: node.attrs.summary }
    case 'file':
      return { before: node.attrs.name }
    case 'lecture':
    case 'embed':
      return { before: node.attrs.title }
    case 'formula':
      return { before: node.attrs.description }
    case 'blockquote':
      return { after: node.attrs?.source }
    default:
      return {}
  }
}

const lines = new Set<AnyNode['type']>(['paragraph', 'heading', 'tableHeader', 'tableCell'])

function collect(node: AnyNode, parts: string[]): void {
  if (node.type === 'text') parts.push(node.text)
  if (node.type === 'hardBreak') parts.push('\n')
  const { before, after } = attributeWords(node)
  if (typeof before === 'string') parts.push(before, '\n')
  if ('content' in node) for (const child of node.content ?? []) collect(child, parts)
  if (lines.has(node.type)) parts.push('\n')
  if (typeof after === 'string') parts.push(after, '\n')
}

/** The words of a document, one line a paragraph: for search, previews and counting. */
export function plainText(document: RichDocument): string {
  const parts: string[] = []
  collect(document, parts)
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** Number of words in a text. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-’'.:][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
