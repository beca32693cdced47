import type { Language } from '~/shared/language'
import { clockText } from '~/shared/video/time-text'

export const LONGEST_NOTE = 5000
/** More notes than anybody takes of one lecture. */
export const MOST_NOTES = 500

/** A person's own note at a second of a lecture. */
export interface LectureNote {
  noteId: string
  second: number
  text: string
}

interface NotesFile {
  /** The heading: what the notes are of. */
  title: string
  notes: readonly LectureNote[]
  language: Language
  /** The whole address of a second of the lecture. */
  addressAt: (second: number) => string
}

/** Notes as Markdown: each under its time, which leads to that place of the lecture. */
export function notesMarkdown({ title, notes, language, addressAt }: NotesFile): string {
  const parts = notes.map(
    ({ second, text }) => `## [${clockText(second, language)}](${addressAt(second)})\n\n${text.trim()}\n`,
  )
  return [`# ${title}\n`, ...parts].join('\n')
}

/** Notes as plain text: each under its time. */
export function notesText({ title, notes, language }: NotesFile): string {
  const parts = notes.map(({ second, text }) => `${clockText(second, language)}\n${text.trim()}\n`)
  return [`${title}\n`, ...parts].join('\n')
}
