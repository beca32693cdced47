import { type SecondRange, mergeRanges, subtractRanges } from '~/shared/ranges'

export interface BeatAnswer {
  watched: SecondRange[]
  /** The portal's time of saving, ISO. */
  savedAt: string
}
export type BeatState =
  { kind: 'idle' } | { kind: 'saved'; savedAt: string } | { kind: 'offline' } | { kind: 'signed-out' }

interface Waiting {
  ranges: SecondRange[]
  position: number
  rate: number
}

export interface BeatQueueOptions {
  url: string
  /** Distinguishes persons who share a browser. */
  viewerKey: string
  watched: SecondRange[]
  positionSeconds: number
  onAnswer: (watched: SecondRange[]) => void
  onState: (state: BeatState) => void
}

function isAnswer(value: unknown): value is BeatAnswer {
  return typeof value === 'object' && value !== null && 'watched' in value && Array.isArray(value.watched)
}

function readWaiting(key: string): SecondRange[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.filter(
      (range): range is [number, number] => Array.isArray(range) && range.length === 2 && range.every(Number.isInteger),
    )
  } catch {
    return []
  }
}

/**
 * Tells the server what has been played. Seconds that the server has not confirmed are sent again with the next beat
 * and wait in the browser's storage meanwhile, so that a lost connection loses nothing.
 */
export function createBeatQueue(options: BeatQueueOptions) {
  const key = `portal-beat:${options.viewerKey}:${options.url}`
  let confirmed = options.watched
  let waiting: Waiting = {
    ranges: subtractRanges(readWaiting(key), confirmed),
    position: options.positionSeconds,
    rate: 1,
  }
  let sending = false
  let again = false

  function remember() {
    try {
      if (waiting.ranges.length === 0) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(waiting.ranges))
    } catch {
      // Storage may be full or closed by the browser's settings; the seconds still wait in this page.
    }
  }

  function add(ranges: readonly SecondRange[], position: number, rate: number) {
    waiting = {
      ranges: subtractRanges(mergeRanges([...waiting.ranges, ...ranges]), confirmed),
      position,
      rate: Math.max(rate, sending ? waiting.rate : rate),
    }
  }

  async function send(): Promise<void> {
    if (sending) {
      again = true
      return
    }
    sending = true
    again = false
    try {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(waiting),
        keepalive: true,
      })
      if (response.status === 401) {
        options.onState({ kind: 'signed-out' })
      } else if (response.ok) {
        const answer: unknown = await response.json()
        if (!isAnswer(answer)) return
        confirmed = mergeRanges([...confirmed, ...answer.watched])
        waiting = { ...waiting, ranges: subtractRanges(waiting.ranges, confirmed) }
        options.onAnswer(confirmed)
        options.onState({ kind: 'saved', savedAt: answer.savedAt })
      } else {
        options.onState({ kind: 'offline' })
      }
    } catch {
      options.onState({ kind: 'offline' })
    } finally {
      sending = false
      remember()
    }
    if (again) await send()
  }

  return {
    hasWaiting: () => waiting.ranges.length > 0,
    /** Sends what waits since an earlier visit or a lost connection. */
    flush: () => send(),
    /** Adds what has been played and sends it; resolves when the server has answered or could not be reached. */
    beat(ranges: readonly SecondRange[], position: number, rate: number): Promise<void> {
      add(ranges, position, rate)
      return send()
    },
    /** The last beat of a page that is going away: the browser delivers it on its own. */
    leave(ranges: readonly SecondRange[], position: number, rate: number) {
      add(ranges, position, rate)
      remember()
      navigator.sendBeacon(options.url, new Blob([JSON.stringify(waiting)], { type: 'application/json' }))
    },
  }
}
export type BeatQueue = ReturnType<typeof createBeatQueue>
