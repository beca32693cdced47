/** A stored rich text: TipTap JSON with exactly these nodes and marks. Attributes marked `?` are left out when they say nothing. */
export interface RichDocument {
  type: 'doc'
  content: Block[]
}

export type Block =
  | Paragraph
  | Heading
  | List
  | TaskList
  | Blockquote
  | Callout
  | Rule
  | Table
  | Picture
  | Prompt
  | Definition
  | FileLink
  | LectureClip
  | Embed
  | Formula
  | Details
  | Columns

type Optional<T> = T | null | undefined

/** The language of a block that is written in another than its page, as a BCP 47 tag such as `en`. */
export interface Lang {
  lang?: Optional<string>
}

export interface Paragraph {
  type: 'paragraph'
  attrs?: Lang | undefined
  content?: Inline[] | undefined
}
export interface Heading {
  type: 'heading'
  attrs: { level: HeadingLevel } & Lang
  content?: Inline[] | undefined
}
export interface List {
  type: 'bulletList' | 'orderedList'
  attrs?: ({ start?: number | undefined } & Lang) | undefined
  content: ListItem[]
}
export interface ListItem {
  type: 'listItem'
  content: Block[]
}
/** What is to be done, with each state in words; nobody ticks it on the page. */
export interface TaskList {
  type: 'taskList'
  attrs?: Lang | undefined
  content: TaskItem[]
}
export interface TaskItem {
  type: 'taskItem'
  attrs: { checked: boolean }
  content: Block[]
}
export interface Blockquote {
  type: 'blockquote'
  attrs?: ({ source?: Optional<string>; href?: Optional<string> } & Lang) | undefined
  content: Block[]
}
export interface Callout {
  type: 'callout'
  attrs: { kind: CalloutKind } & Lang
  content: Block[]
}
export interface Rule {
  type: 'horizontalRule'
}
export interface Table {
  type: 'table'
  attrs?: Lang | undefined
  content: TableRow[]
}
export interface TableRow {
  type: 'tableRow'
  content: TableCell[]
}
export interface TableCell {
  type: 'tableHeader' | 'tableCell'
  attrs?: { align?: 'left' | 'center' | 'right' | null | undefined } | undefined
  content: Block[]
}
export interface Picture {
  type: 'image'
  attrs: {
    src: string
    /** What the picture shows; empty only when it is decorative. */
    alt: string
    /** The caption. */
    title: string | null
    width: number | null
    height: number | null
    decorative?: boolean | undefined
    credit?: Optional<string>
  } & Lang
}
/** A question to think about; each reader's answer is kept under the key, for that reader alone. */
export interface Prompt {
  type: 'prompt'
  attrs: { key: string } & Lang
  content: Block[]
}
export interface Definition {
  type: 'definition'
  attrs: { term: string } & Lang
  content: Block[]
}
export interface FileLink {
  type: 'file'
  /** `size` in bytes, null when it is not known. */
  attrs: { src: string; name: string; kind?: Optional<string>; size?: Optional<number> }
}
export interface LectureClip {
  type: 'lecture'
  /** `from` and `to` in seconds; null is the beginning and the end. */
  attrs: { slug: string; title: string; from?: Optional<number>; to?: Optional<number> }
}
export interface Embed {
  type: 'embed'
  attrs: { src: string; title: string }
}
export interface Formula {
  type: 'formula'
  /** `math` is made for the reader by `forReading` and never stored. */
  attrs: { tex: string; description?: Optional<string>; math?: MathNode | undefined }
}
export interface MathNode {
  tag: string
  attrs?: Record<string, string> | undefined
  children: (MathNode | string)[]
}
export interface Details {
  type: 'details'
  attrs: { summary: string } & Lang
  content: Block[]
}
export interface Columns {
  type: 'columns'
  content: Column[]
}
export interface Column {
  type: 'column'
  content: Block[]
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

export type AnyNode = RichDocument | Block | Inline | ListItem | TaskItem | TableRow | TableCell | Column

export const headingLevels = [2, 3, 4] as const
export type HeadingLevel = (typeof headingLevels)[number]
export const calloutKinds = ['note', 'tip', 'warning', 'reflect'] as const
export type CalloutKind = (typeof calloutKinds)[number]
