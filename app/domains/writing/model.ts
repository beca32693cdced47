import type { RichDocument } from '~/shared/editor/document'
import type { PersonId, TextId } from '~/shared/ids'

/** What a text belongs to; the table of that thing points at the text. `prompt` is the task of a reflection. */
export type SubjectKind = 'example' | 'lesson' | 'prompt'

/** Short texts beside the body, such as its title, by name. */
export type TextFields = Readonly<Record<string, string>>

/** What is written: the body and the short texts that belong to it. */
export interface Written {
  body: RichDocument
  fields: TextFields
}

export interface Text extends Written {
  textId: TextId
  subjectKind: SubjectKind
  /** Grows with every save; the writer names the one that the changes were made to. */
  seq: number
  savedAt: Date
  savedBy: PersonId | null
}

/** `auto`: a burst of saves. `named` and `published`: kept for ever, unchanged; a published one may have a name too. */
export type VersionKind = 'auto' | 'named' | 'published'

/** A version without its text. */
export interface VersionHead {
  number: number
  kind: VersionKind
  name: string | null
  /** Who wrote it; null for what came with the portal. */
  authorId: PersonId | null
  beganAt: Date
  savedAt: Date
  /** The saves that it holds. */
  fromSeq: number
  toSeq: number
  /** When it was named or published, and by whom. */
  keptAt: Date | null
  keptBy: PersonId | null
  /** The number of the version that was brought back. */
  restoredFrom: number | null
}

export interface ListedVersion extends VersionHead {
  /** As the author is called to others; null for what came with the portal. */
  authorName: string | null
}

export interface Version extends ListedVersion, Written {}

/** The open page that saves: its own key, and a turn that grows with each of its saves. */
export interface Writer {
  key: string
  turn: number
}

export interface Saved {
  seq: number
  savedAt: Date
}

/** The text that somebody else, or another tab, has saved since. */
export interface Theirs extends Written, Saved {
  /** As the person is called to others; null for what came with the portal. */
  authorName: string | null
  /** Whether the same person saved it, in another tab or on another device. */
  own: boolean
}
