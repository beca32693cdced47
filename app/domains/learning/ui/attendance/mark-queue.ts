/** A mark that is made on this device and not yet confirmed by the server. */
export interface QueuedMark {
  markId: string
  personId: string
  present: 'ja' | 'nej'
  came: string
  left: string
  method: 'ledare' | 'lista'
}

export interface QueueState {
  waiting: QueuedMark[]
  /** Sent since the list was last read from the server. */
  sent: QueuedMark[]
  /** When the server last answered for marks of this page, in ms. */
  sentAt: number | null
  status: 'idle' | 'sending' | 'offline' | 'signed-out'
  refused: { markId: string; refusal: string }[]
}

export interface QueueAnswer {
  status: 'answered' | 'unreachable' | 'signed-out'
  refused: { markId: string; refusal: string }[]
}

interface Storage {
  getItem: (key: string) => string | null
  setItem: (key: string, value: string) => void
  removeItem: (key: string) => void
  key: (index: number) => string | null
  length: number
}

const PREFIX = 'narvaro:'

function keyOf(actorId: string, meetingId: string): string {
  return `${PREFIX}${actorId}:${meetingId}`
}

/** Removes what other people have left on a shared device. */
export function forgetOthers(storage: Storage, actorId: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  for (const key of keys) if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${actorId}:`)) storage.removeItem(key)
}

function isQueued(value: unknown): value is QueuedMark {
  return typeof value === 'object' && value !== null && 'markId' in value && 'personId' in value && 'present' in value
}

function recall(storage: Storage, key: string): QueuedMark[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isQueued) : []
  } catch {
    return []
  }
}

/**
 * Keeps marks on this device until the server has answered for each of them, in the order they were made. Marks that
 * the server answers for, taken or refused, leave the queue; a lost connection leaves them where they are.
 */
export function createMarkQueue(
  place: { actorId: string; meetingId: string; storage: Storage },
  send: (marks: readonly QueuedMark[]) => Promise<QueueAnswer>,
  onChange: (state: QueueState) => void,
) {
  const key = keyOf(place.actorId, place.meetingId)
  let state: QueueState = { waiting: recall(place.storage, key), sent: [], sentAt: null, status: 'idle', refused: [] }
  let busy = false

  function change(next: Partial<QueueState>): void {
    state = { ...state, ...next }
    try {
      if (state.waiting.length === 0) place.storage.removeItem(key)
      else place.storage.setItem(key, JSON.stringify(state.waiting))
    } catch {
      // Storage is full or switched off; the marks still stand in the page and are being sent.
    }
    onChange(state)
  }

  async function flush(): Promise<void> {
    if (busy || state.waiting.length === 0) return
    busy = true
    const batch = state.waiting.slice(0, 100)
    change({ status: 'sending' })
    const answer = await send(batch)
    busy = false
    if (answer.status !== 'answered') {
      change({ status: answer.status === 'signed-out' ? 'signed-out' : 'offline' })
      return
    }
    const ids = new Set(batch.map(({ markId }) => markId))
    const refusedIds = new Set(answer.refused.map(({ markId }) => markId))
    change({
      status: 'idle',
      sentAt: Date.now(),
      waiting: state.waiting.filter(({ markId }) => !ids.has(markId)),
      sent: [...state.sent, ...batch.filter(({ markId }) => !refusedIds.has(markId))],
      refused: [...state.refused, ...answer.refused],
    })
    if (state.waiting.length > 0) await flush()
  }

  return {
    state: () => state,
    /** A later mark of the same person replaces one that has not been sent. */
    put(mark: QueuedMark): void {
      const isNew = ({ personId }: QueuedMark) => personId !== mark.personId
      const inFlight = busy ? state.waiting.slice(0, 100) : []
      const later = state.waiting.slice(inFlight.length).filter(isNew)
      change({ waiting: [...inFlight, ...later, mark], refused: [] })
      void flush()
    },
    flush,
    /** The list has been read anew: what was sent stands in it. */
    settle(): void {
      if (state.sent.length > 0) change({ sent: [] })
    },
  }
}
export type MarkQueue = ReturnType<typeof createMarkQueue>
