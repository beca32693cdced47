import { paths } from '~/shared/paths'
import type { UploadState } from './uploads'

/** Mux takes parts that are whole multiples of 256 KiB. */
const CHUNK = 32 * 256 * 1024
const retryDelays = [1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000]

const wait = (ms: number) => new Promise((resolve) => window.setTimeout(resolve, ms))

interface Begun {
  mediaId: string
  url: string
}

async function begin(file: File, organisationId: string): Promise<Begun | { refusal: string }> {
  try {
    const response = await fetch(paths.mediaMux(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fileName: file.name, bytes: file.size, organisationId }),
      redirect: 'manual',
    })
    if (response.type === 'opaqueredirect') return { refusal: 'signed-out' }
    const answer = (await response.json()) as Partial<Begun> & { refusal?: string }
    const { mediaId, url } = answer
    return mediaId === undefined || url === undefined ? { refusal: answer.refusal ?? 'failed' } : { mediaId, url }
  } catch {
    return { refusal: 'failed' }
  }
}

/** Sends one part; how many bytes have come in all, or undefined when the line broke. */
async function put(
  url: string,
  file: File,
  from: number,
  signal: AbortSignal,
): Promise<number | 'refused' | undefined> {
  const end = Math.min(file.size, from + CHUNK)
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-range': `bytes ${from}-${end - 1}/${file.size}` },
      body: file.slice(from, end),
      signal,
    })
    if (response.ok) return file.size
    if (response.status === 308) return Number(/-(\d+)$/.exec(response.headers.get('range') ?? '')?.[1] ?? end - 1) + 1
    return response.status >= 500 || response.status === 429 ? undefined : 'refused'
  } catch {
    return undefined
  }
}

/**
 * A film that the browser sends straight to Mux, part by part. After a broken connection it tries again by itself; paused,
 * it goes on from where it was while the page is open.
 */
export function startableMuxUpload(
  file: File,
  organisationId: string,
  tell: (change: { sent?: number; state?: UploadState }) => void,
): { start: () => void; pause: () => void; finished: Promise<void> } {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  let begun: Begun | undefined
  let sent = 0
  let stopped = new AbortController()

  async function run(signal: AbortSignal): Promise<void> {
    if (begun === undefined) {
      const answer = await begin(file, organisationId)
      if ('refusal' in answer) return tell({ state: { kind: 'refused', word: answer.refusal } })
      begun = answer
    }
    for (let tries = 0; sent < file.size && !signal.aborted;) {
      const come = await put(begun.url, file, sent, signal)
      if (signal.aborted) return
      if (come === 'refused') return tell({ state: { kind: 'refused', word: 'failed' } })
      if (come === undefined) {
        tell({ state: { kind: 'lost' } })
        await wait(retryDelays[Math.min(tries, retryDelays.length - 1)] ?? 0)
        tries += 1
        continue
      }
      tries = 0
      sent = come
      tell({ sent, state: { kind: 'sending', continued: false } })
    }
    if (!signal.aborted) tell({ sent: file.size, state: { kind: 'done', mediaId: begun.mediaId } })
  }

  return {
    start: () => {
      stopped = new AbortController()
      const { signal } = stopped
      tell({ state: { kind: 'sending', continued: false } })
      void run(signal).then(() => {
        if (!signal.aborted) finish()
      })
    },
    pause: () => {
      stopped.abort()
      tell({ state: { kind: 'paused' } })
      // Those that wait need not wait for this one.
      finish()
    },
    finished,
  }
}
