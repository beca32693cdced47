import { useEffect, useRef, useState } from 'react'
import type { Cue } from '../../model'

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'unsaved' }
  | { kind: 'signed-out' }
  | { kind: 'conflict' }

const PAUSE = 1_000
const AGAIN = 5_000

/**
 * Sends the cues a second after the last change, one request at a time, and again until the server has them. Leaving the
 * page asks first while something is not saved.
 */
export function useCueSaving(url: string, cues: readonly Cue[], opened: string | null): SaveState {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const version = useRef(opened)
  const saved = useRef(cues)
  const latest = useRef(cues)
  const isSending = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()

  useEffect(() => {
    latest.current = cues
  }, [cues])
  useEffect(() => {
    async function send() {
      if (isSending.current || saved.current === latest.current) return
      isSending.current = true
      const sent = latest.current
      setState({ kind: 'saving' })
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ version: version.current, cues: sent }),
        })
        if (answer.ok) {
          version.current = ((await answer.json()) as { version: string }).version
          saved.current = sent
          setState({ kind: 'saved', at: new Date() })
        } else if (answer.status === 409) return setState({ kind: 'conflict' })
        else setState({ kind: answer.status === 401 ? 'signed-out' : 'unsaved' })
      } catch {
        setState({ kind: 'unsaved' })
      }
      isSending.current = false
      if (saved.current !== latest.current)
        timer.current = setTimeout(() => void send(), saved.current === sent ? PAUSE : AGAIN)
    }
    if (saved.current === cues) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), PAUSE)
  }, [url, cues])

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saved.current !== latest.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      clearTimeout(timer.current)
    }
  }, [])
  return state
}
