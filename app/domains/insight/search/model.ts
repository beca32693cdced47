export const searchKinds = ['course', 'activity', 'lecture', 'example'] as const
export type SearchKind = (typeof searchKinds)[number]

/** A piece of a text; `hit` pieces are what matched. */
export interface Piece {
  text: string
  hit: boolean
}

export type SearchField = 'title' | 'summary' | 'text'

export interface SearchHit {
  kind: SearchKind
  slug: string
  title: Piece[]
  /** The passage that matched, or the summary when the title alone did. */
  passage: Piece[]
  /** Where the words were found. */
  fields: SearchField[]
  /** Of a lecture: what is said and when, in seconds from the start, best first. */
  moments: { second: number; passage: Piece[] }[]
}

export interface SearchResult {
  hits: SearchHit[]
  /** Hits of each kind, whatever kind is shown. */
  counts: Record<SearchKind, number>
  /** Some words are nowhere together: what is shown has at least one of them. */
  loose: boolean
  /** Words that are nowhere, and the stem that was looked for in their place. */
  corrections: { word: string; instead: string }[]
}

/** A question as the database is asked it. */
export interface SearchQuestion {
  text: string
  words: string[]
  /** The reader wrote a phrase in quotation marks or a word to leave out. */
  exact: boolean
}
