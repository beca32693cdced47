/** A stored rich text: TipTap JSON with exactly these nodes and marks. */
export interface RichDocument {
  type: 'doc'
  content: Block[]
}

export type Block = Paragraph | Heading | List | Blockquote | Callout | Rule | Table | Picture

export interface Paragraph {
  type: 'paragraph'
  content?: Inline[] | undefined
}
export interface Heading {
  type: 'heading'
  attrs: { level: HeadingLevel }
  content?: Inline[] | undefined
}
export interface List {
  type: 'bulletList' | 'orderedList'
  attrs?: { start: number } | undefined
  content: ListItem[]
}
export interface ListItem {
  type: 'listItem'
  content: Block[]
}
export interface Blockquote {
  type: 'blockquote'
  content: Block[]
}
export interface Callout {
  type: 'callout'
  attrs: { kind: CalloutKind }
  content: Block[]
}
export interface Rule {
  type: 'horizontalRule'
}
export interface Table {
  type: 'table'
  content: TableRow[]
}
export interface TableRow {
  type: 'tableRow'
  content: TableCell[]
}
export interface TableCell {
  type: 'tableHeader' | 'tableCell'
  attrs?: { align: 'left' | 'center' | 'right' | null } | undefined
  content: Block[]
}
export interface Picture {
  type: 'image'
  attrs: { src: string; alt: string; title: string | null; width: number | null; height: number | null }
}
export type Inline = TextRun | HardBreak
export interface HardBreak {
  type: 'hardBreak'
}
export interface TextRun {
  type: 'text'
  text: string
  marks?: Mark[] | undefined
}
export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'code' } | { type: 'link'; attrs: { href: string } }

export const headingLevels = [2, 3, 4] as const
export type HeadingLevel = (typeof headingLevels)[number]
export const calloutKinds = ['note', 'tip', 'warning', 'reflect'] as const
export type CalloutKind = (typeof calloutKinds)[number]
