import { useCallback, useEffect, useRef, useState } from 'react'

const RETRY_MS = 8_000

export type SaverState =
  | { status: 'saved'; savedAt: string | null }
  | { status: 'saving' | 'waiting' | 'signed-out' | 'refused'; savedAt: string | null }

export interface Saver<Body> {
  state: SaverState
  /** What has been put but not confirmed. */
  pending: () => Body | undefined
  /** Keeps the body on this device at once and sends it soon; a later body replaces an earlier one. */
  put: (body: Body, delayMs: number) => void
  /** Stops sending, for instance when the form itself is sent. */
  stop: () => void
  /** What an earlier visit left unconfirmed on this device. */
  recall: () => unknown
  forget: () => void
}

/**
 * Sends what a person does to `url` as JSON, one request at a time, and keeps a copy in this browser until the server
 * has said yes. A lost connection is tried again; nothing is shown as saved before it is.
 */
export function useSaver<Body>(url: string, key: string, savedAt: string | null): Saver<Body> {
  const [state, setState] = useState<SaverState>({ status: 'saved', savedAt })
  const waiting = useRef<Body | undefined>(undefined)
  const timer = useRef<number | undefined>(undefined)
  const busy = useRef(false)

  const forget = useCallback(() => {
    waiting.current = undefined
    remove(key)
  }, [key])

  const send = useCallback(async () => {
    window.clearTimeout(timer.current)
    const body = waiting.current
    if (body === undefined || busy.current) return
    busy.current = true
    setState((before) => ({ ...before, status: 'saving' }))
    const answer = await post(url, body)
    busy.current = false
    const changed = waiting.current !== body
    if ((answer.status === 'saved' || answer.status === 'refused') && !changed) forget()
    setState((before) => ({ status: answer.status, savedAt: answer.savedAt ?? before.savedAt }))
    if (waiting.current === undefined) return
    timer.current = window.setTimeout(() => void send(), answer.status === 'saved' ? 0 : RETRY_MS)
  }, [url, forget])

  const put = useCallback(
    (body: Body, delayMs: number) => {
      waiting.current = body
      keep(key, body)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void send(), delayMs)
    },
    [key, send],
  )

  useEffect(() => {
    const again = () => void send()
    const leaving = () => {
      if (document.visibilityState === 'hidden') again()
    }
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    document.addEventListener('visibilitychange', leaving)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
      document.removeEventListener('visibilitychange', leaving)
      void send()
    }
  }, [send])

  return {
    state,
    pending: useCallback(() => waiting.current, []),
    put,
    stop: useCallback(() => {
      window.clearTimeout(timer.current)
      waiting.current = undefined
    }, []),
    recall: useCallback(() => recall(key), [key]),
    forget,
  }
}

async function post(
  url: string,
  body: unknown,
): Promise<{ status: 'saved' | 'waiting' | 'signed-out' | 'refused'; savedAt?: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      keepalive: true,
    })
    if (response.type === 'opaqueredirect') return { status: 'signed-out' }
    if (response.ok) {
      const { savedAt } = (await response.json()) as { savedAt: string }
      return { status: 'saved', savedAt }
    }
    return { status: response.status < 500 && response.status !== 429 ? 'refused' : 'waiting' }
  } catch {
    return { status: 'waiting' }
  }
}

function keep(key: string, body: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(body))
  } catch {
    // Storage is full or switched off; the text still stands in the page and is being sent.
  }
}

function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage is switched off, so there is nothing to remove.
  }
}
