import type { Block, Inline, ListItem, RichDocument, TableCell, TableRow } from './document'

type AnyNode = RichDocument | Block | Inline | ListItem | TableRow | TableCell

function collect(node: AnyNode, parts: string[]): void {
  if (node.type === 'text') {
    parts.push(node.text)
    return
  }
  if (node.type === 'hardBreak') {
    parts.push('\n')
    return
  }
  if (node.type === 'image') {
    parts.push(node.attrs.alt, '\n')
    return
  }
  if (node.type === 'horizontalRule') return
  for (const child of node.content ?? []) collect(child, parts)
  if (
    node.type === 'tableHeader' ||
    node.type === 'tableCell' ||
    node.type === 'paragraph' ||
    node.type === 'heading'
  ) {
    parts.push('\n')
  }
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
