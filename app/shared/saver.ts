import { keepWork, recallWork, removeWork } from './unsent'

const RETRY_MS = 8_000
/** Whoever never pauses is saved this often all the same. */
const LONGEST_WAIT_MS = 1_800

export interface SaverState {
  status: 'saved' | 'saving' | 'waiting' | 'signed-out' | 'refused'
  /** ISO instant of what the server has last confirmed; null when nothing is saved. */
  savedAt: string | null
  /** What the server said with its last yes or no. */
  answer?: unknown
}

export interface Saver<Body> {
  /** What has been put but not confirmed. */
  pending: () => Body | undefined
  /** Keeps the body on this device at once and sends it soon; a later body replaces an earlier one. */
  put: (body: Body, delayMs: number) => void
  /** Sends what is pending now. */
  send: () => void
  /** Sends what is pending and waits until the server has said yes to all of it; false when it has not. */
  flush: () => Promise<boolean>
  /** Stops sending, for instance when the form itself is sent; the copy on this device stays. */
  stop: () => void
  /** What an earlier visit left unconfirmed on this device. */
  recall: () => unknown
  /** Keeps a body on this device without sending it. */
  keep: (body: Body) => void
  forget: () => void
}

/**
 * Sends what a person does to `url` as JSON, one request at a time, and keeps a copy in this browser until the server
 * has said yes. A lost connection is tried again; nothing is told as saved before it is. With `keepRefused` the copy
 * stays on this device also when the server says no. `key` is asked for whenever the copy is touched.
 */
export function createSaver<Body>(
  url: string,
  key: () => string,
  onState: (change: Partial<SaverState> & Pick<SaverState, 'status'>) => void,
  { keepRefused = false }: { keepRefused?: boolean } = {},
): Saver<Body> {
  let waiting: Body | undefined
  let timer: number | undefined
  let busy: Promise<void> | undefined
  /** When the oldest change that waits was made. */
  let since: number | undefined
  let isRefused = false

  function forget(): void {
    waiting = undefined
    removeWork(key())
  }

  async function send(): Promise<void> {
    window.clearTimeout(timer)
    const body = waiting
    if (body === undefined || busy !== undefined) return busy
    since = undefined
    onState({ status: 'saving' })
    busy = exchange(body)
    await busy
  }

  async function exchange(body: Body): Promise<void> {
    const answer = await post(url, body)
    busy = undefined
    if (waiting === body) {
      if (answer.status === 'saved' || (answer.status === 'refused' && !keepRefused)) forget()
      else if (answer.status === 'refused') waiting = undefined
    }
    onState(answer)
    isRefused = answer.status === 'refused'
    if (waiting !== undefined) timer = window.setTimeout(() => void send(), answer.status === 'saved' ? 0 : RETRY_MS)
  }

  async function flush(): Promise<boolean> {
    await busy
    for (let tries = 0; waiting !== undefined && tries < 3; tries++) await send()
    return waiting === undefined && !isRefused
  }

  return {
    pending: () => waiting,
    put(body, delayMs) {
      waiting = body
      keepWork(key(), body)
      window.clearTimeout(timer)
      since ??= Date.now()
      const left = Math.max(0, since + LONGEST_WAIT_MS - Date.now())
      timer = window.setTimeout(() => void send(), Math.min(delayMs, left))
    },
    send: () => void send(),
    flush,
    stop() {
      window.clearTimeout(timer)
      waiting = undefined
    },
    recall: () => recallWork(key()),
    keep: (body) => keepWork(key(), body),
    forget,
  }
}

async function post(
  url: string,
  body: unknown,
): Promise<
  | { status: 'saved'; savedAt: string; answer: unknown }
  | { status: 'refused'; answer: unknown }
  | { status: 'waiting' | 'signed-out' }
> {
  const text = JSON.stringify(body)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
      redirect: 'manual',
      // Browsers let a request outlive its page only while its body is small.
      keepalive: text.length < 15_000,
    })
    if (response.type === 'opaqueredirect') return { status: 'signed-out' }
    if (response.ok) {
      const answer = (await response.json()) as { savedAt?: string }
      return answer.savedAt === undefined
        ? { status: 'refused', answer }
        : { status: 'saved', savedAt: answer.savedAt, answer }
    }
    if (response.status >= 500 || response.status === 429) return { status: 'waiting' }
    const answer: unknown = await response.json().catch(() => undefined)
    return { status: 'refused', answer }
  } catch {
    return { status: 'waiting' }
  }
}
