import type { AnyNode, RichDocument } from './document'
import type { MarkdownPicture } from './markdown/reading'

/** The pictures of a document by address: what its Markdown does not say of them, their measures, stays when it is read back. */
export function picturesOf(document: RichDocument): (src: string) => MarkdownPicture | undefined {
  const found = new Map<string, MarkdownPicture>()
  const collect = (node: AnyNode): void => {
    if (node.type === 'image') found.set(node.attrs.src, node.attrs)
    if ('content' in node) for (const child of node.content ?? []) collect(child)
  }
  collect(document)
  return (src) => found.get(src)
}
