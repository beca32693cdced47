import { useEffect, useRef, useState } from 'react'
import type { RichDocument } from '~/shared/editor/document'
import { paths } from '~/shared/paths'
import type { SaverState } from '~/shared/saver'
import { useSaver } from '~/shared/use-saver'
import type { Difference, Theirs, Written } from '..'
import { isSame, type KeptText, type Place, takePlace } from './kept-text'

const PAUSE_MS = 1_000

/** A text as its page was given it. */
export interface LoadedText extends Written {
  textId: string
  seq: number
  /** ISO instant. */
  savedAt: string
}

/** Another's text, as a page's data or as JSON. */
export type SentTheirs = Omit<Theirs, 'savedAt'> & { savedAt: Date | string }

export interface TextConflict {
  mine: Written
  theirs: SentTheirs
  /** Both bodies as they are to be read, with their formulas drawn. */
  shown: { mine: RichDocument; theirs: RichDocument }
  /** From theirs to mine. */
  differences: Difference[]
}

interface SaveAnswer {
  seq?: number
  refusal?: string
  message?: string
  theirs?: SentTheirs
  shown?: TextConflict['shown']
  differences?: Difference[]
}

/** The place of this page among what the browser keeps of a text; undefined before scripts run and `isReady` has come. */
export function usePlace(viewerKey: string, textId: string, isReady: () => Promise<unknown>): Place | undefined {
  const [place, setPlace] = useState<Place>()
  useEffect(() => {
    let isGone = false
    let taken: Place | undefined
    const taking = takePlace(`portal:writing:${viewerKey}:${textId}:`)
    void Promise.all([taking, isReady()]).then(([found]) => {
      taken = found
      if (isGone) found.release()
      else setPlace(found)
    })
    return () => {
      isGone = true
      taken?.release()
      setPlace(undefined)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for a text
  }, [viewerKey, textId])
  return place
}

export interface OpenedText extends Written {
  /** ISO instant at which the text was written that a closed page had not sent. */
  recoveredAt: string | undefined
}

export interface Autosave {
  /** What the page opens with; undefined before scripts run. */
  opened: OpenedText | undefined
  state: SaverState
  isOnline: boolean
  /** What the server says is wrong with the text. */
  message: string | undefined
  /** Whether the server has taken a change since the page was loaded. */
  hasSaved: boolean
  conflict: TextConflict | undefined
  change: (written: Written) => void
  /** Sends what waits; true when the server has all of it. */
  flush: () => Promise<boolean>
  /** The save that the page builds on. */
  baseSeq: () => number
  /** A choice has been made between this text and the other's; the copy here goes when it has been carried out. */
  settle: (choice: 'mine' | 'theirs' | 'aside', theirSeq: number) => void
}

/**
 * Keeps every change on this device at once and sends it within two seconds. What a closed page had not sent comes back;
 * what meets another's text is kept here until the writer has chosen. `typed` gives what was written before scripts ran,
 * and null when that cannot be taken over: the page then stays the plain form that it was.
 */
export function useAutosave(place: Place | undefined, stored: LoadedText, typed: () => Written | null): Autosave {
  const writing = useRef({ written: stored as Written, baseSeq: stored.seq, turn: 0, key: '', storageKey: '' })
  const key = () => writing.current.storageKey
  const saver = useSaver<KeptText>(paths.saveText(stored.textId), key, stored.savedAt, { keepRefused: true })
  const [opened, setOpened] = useState<OpenedText>()
  const [conflict, setConflict] = useState<TextConflict>()
  const isOnline = useOnline()
  const answer = saver.state.answer as SaveAnswer | undefined

  function keptNow(): KeptText {
    const { written, baseSeq, turn, key: writerKey } = writing.current
    return { ...written, baseSeq, turn, key: writerKey, at: new Date().toISOString() }
  }

  function put({ body, fields }: Written, delayMs: number): void {
    writing.current.written = { body, fields }
    writing.current.turn += 1
    saver.put(keptNow(), delayMs)
  }

  useEffect(() => {
    if (place === undefined) return
    const { kept, storageKey, writerKey } = place
    const isDone = kept?.settledAfter !== undefined && stored.seq > kept.settledAfter
    const left = kept === undefined || isDone || isSame(kept, stored) ? undefined : kept
    const now = { turn: kept?.turn ?? 0, key: writerKey, storageKey, baseSeq: left?.baseSeq ?? stored.seq }
    writing.current = { ...now, written: stored }
    if (kept !== undefined && left === undefined) saver.forget()
    const start = left ?? typed()
    if (start === null) return
    setOpened({ body: start.body, fields: start.fields, recoveredAt: left?.at })
    if (!isSame(start, stored)) put(start, 0)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page has its place
  }, [place])

  useEffect(() => {
    if (answer?.seq !== undefined) writing.current.baseSeq = answer.seq
    if (answer?.theirs === undefined) return
    const { theirs, differences = [] } = answer
    const { written } = writing.current
    saver.stop()
    setConflict({
      mine: written,
      theirs,
      shown: answer.shown ?? { mine: written.body, theirs: theirs.body },
      differences,
    })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the saver stays the same
  }, [answer])

  return {
    opened,
    state: saver.state,
    isOnline,
    message: answer?.message,
    hasSaved: answer?.seq !== undefined,
    conflict,
    change: (written) => put(written, PAUSE_MS),
    flush: saver.flush,
    baseSeq: () => writing.current.baseSeq,
    settle(choice, theirSeq) {
      if (choice === 'theirs') saver.forget()
      else saver.keep({ ...keptNow(), settledAfter: theirSeq })
    },
  }
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}
