import { useEffect, useState } from 'react'
import { paths } from '~/shared/paths'
import { type LectureNote, MOST_NOTES } from '../../notes'

/** A note as it is sent while it is written. */
export interface SentNote extends LectureNote {
  kind: 'save'
}

export interface ListedNote extends LectureNote {
  /** `begun` here and now, `unsent` from this device, or `stored`. */
  origin: 'begun' | 'unsent' | 'stored'
}

/** Where a note waits in this browser until the server has it. */
export const noteKey = (viewerKey: string, slug: string, noteId: string) => `portal:note:${viewerKey}:${slug}:${noteId}`

export function isSentNote(value: unknown): value is SentNote {
  if (typeof value !== 'object' || value === null) return false
  const { noteId, second, text } = value as Partial<Record<keyof SentNote, unknown>>
  return typeof noteId === 'string' && typeof second === 'number' && typeof text === 'string'
}

function unsentNotes(prefix: string): LectureNote[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    return keys
      .map((key): unknown => JSON.parse(localStorage.getItem(key) ?? 'null'))
      .filter(isSentNote)
      .map(({ noteId, second, text }) => ({ noteId, second, text }))
  } catch {
    return []
  }
}

/** An id for a note; `randomUUID` is missing where the page is not served over a secure connection. */
function newNoteId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) =>
    (index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

async function isDeleted(slug: string, noteId: string): Promise<boolean> {
  try {
    const response = await fetch(paths.lectureNotes(slug), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'delete', noteId }),
      redirect: 'manual',
    })
    return response.ok
  } catch {
    return false
  }
}

const inOrder = (notes: readonly ListedNote[]) => [...notes].sort((a, b) => a.second - b.second)

/** One's own notes of a lecture: those that are stored, and those that this device has not been able to send. */
export function useNotes(stored: readonly LectureNote[], slug: string, viewerKey: string) {
  const [notes, setNotes] = useState<ListedNote[]>(stored.map((note) => ({ ...note, origin: 'stored' })))
  const [removed, setRemoved] = useState<LectureNote>()
  const [isStuck, setStuck] = useState(false)

  useEffect(() => {
    const unsent = unsentNotes(noteKey(viewerKey, slug, ''))
    setNotes((before) => {
      const missing = unsent.filter(({ noteId }) => before.every((note) => note.noteId !== noteId))
      return missing.length === 0
        ? before
        : inOrder([...before, ...missing.map((note) => ({ ...note, origin: 'unsent' as const }))])
    })
  }, [slug, viewerKey])

  const take = (note: ListedNote) => {
    setRemoved(undefined)
    setNotes((before) => inOrder([...before.filter(({ noteId }) => noteId !== note.noteId), note]))
  }
  return {
    notes,
    removed,
    isStuck,
    isFull: notes.length >= MOST_NOTES,
    begin: (second: number) => take({ noteId: newNoteId(), second: Math.floor(second), text: '', origin: 'begun' }),
    /** Takes a note away, also at the server; it stays when the server cannot be reached. */
    async remove(note: LectureNote) {
      const isGone = await isDeleted(slug, note.noteId)
      setStuck(!isGone)
      if (!isGone) return
      setNotes((before) => before.filter(({ noteId }) => noteId !== note.noteId))
      setRemoved(note.text.trim() === '' ? undefined : note)
    },
    undo() {
      if (removed !== undefined) take({ ...removed, origin: 'unsent' })
    },
  }
}
