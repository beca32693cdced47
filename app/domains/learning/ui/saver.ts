const RETRY_MS = 8_000

export interface SaverState {
  status: 'saved' | 'saving' | 'waiting' | 'signed-out' | 'refused'
  /** ISO instant of what the server has last confirmed; null when nothing is saved. */
  savedAt: string | null
}

export interface Saver<Body> {
  /** What has been put but not confirmed. */
  pending: () => Body | undefined
  /** Keeps the body on this device at once and sends it soon; a later body replaces an earlier one. */
  put: (body: Body, delayMs: number) => void
  /** Sends what is pending now. */
  send: () => void
  /** Stops sending, for instance when the form itself is sent; the copy on this device stays. */
  stop: () => void
  /** What an earlier visit left unconfirmed on this device. */
  recall: () => unknown
  forget: () => void
}

/**
 * Sends what a person does to `url` as JSON, one request at a time, and keeps a copy in this browser until the server
 * has said yes. A lost connection is tried again; nothing is told as saved before it is.
 */
export function createSaver<Body>(
  url: string,
  key: string,
  onState: (change: { status: SaverState['status']; savedAt?: string }) => void,
): Saver<Body> {
  let waiting: Body | undefined
  let timer: number | undefined
  let busy = false

  function forget(): void {
    waiting = undefined
    remove(key)
  }

  async function send(): Promise<void> {
    window.clearTimeout(timer)
    const body = waiting
    if (body === undefined || busy) return
    busy = true
    onState({ status: 'saving' })
    const answer = await post(url, body)
    busy = false
    if ((answer.status === 'saved' || answer.status === 'refused') && waiting === body) forget()
    onState(answer)
    if (waiting !== undefined) timer = window.setTimeout(() => void send(), answer.status === 'saved' ? 0 : RETRY_MS)
  }

  return {
    pending: () => waiting,
    put(body, delayMs) {
      waiting = body
      keep(key, body)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void send(), delayMs)
    },
    send: () => void send(),
    stop() {
      window.clearTimeout(timer)
      waiting = undefined
    },
    recall: () => recall(key),
    forget,
  }
}

async function post(
  url: string,
  body: unknown,
): Promise<{ status: 'saved'; savedAt: string } | { status: 'waiting' | 'signed-out' | 'refused' }> {
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
      const { savedAt } = (await response.json()) as { savedAt?: string }
      return savedAt === undefined ? { status: 'refused' } : { status: 'saved', savedAt }
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
