import type { AnyNode, RichDocument } from './document'

/** The keys of the questions to think about in a text, in order. */
export function promptKeys(document: RichDocument): string[] {
  const found: string[] = []
  const collect = (node: AnyNode): void => {
    if (node.type === 'prompt') found.push(node.attrs.key)
    if ('content' in node) for (const child of node.content ?? []) collect(child)
  }
  collect(document)
  return found
}
