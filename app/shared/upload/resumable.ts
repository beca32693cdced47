import { type DetailedError, Upload } from 'tus-js-client'

export type SendingState =
  | { kind: 'waiting' }
  | { kind: 'sending'; continued: boolean }
  | { kind: 'paused' }
  | { kind: 'lost' }
  | { kind: 'refused'; word: string }
  | { kind: 'done'; uploadId: string }

/** Small enough to come through a slow line within a minute, so that no request lives long. */
const CHUNK = 4 * 1024 * 1024
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000]

function refusalOf(error: Error | DetailedError): string | undefined {
  const answer = 'originalResponse' in error ? error.originalResponse : null
  if (answer === null) return undefined
  const status = answer.getStatus()
  if (status === 401) return 'signed-out'
  if (status === 413) return 'too-large'
  if (status === 404 || status === 410) return 'not-found'
  const body = answer.getBody().trim()
  return /^[a-z-]{1,40}$/.test(body) ? body : 'failed'
}

export interface Startable {
  start: () => void
  pause: () => void
  /** Nothing more comes by itself: it is done, refused or paused. */
  finished: Promise<void>
}

/**
 * One file on its way to a tus server, anew or from where `begunId` left off. `tell` hears of every change; a refusal is
 * the one word of the server. After a broken connection it tries again by itself; `start` goes on from where it was,
 * `pause` stops it without giving anything up.
 */
export function resumableUpload(
  file: File,
  to: { endpoint: string; begunId: string | undefined; metadata: Record<string, string> },
  tell: (change: { sent?: number; state?: SendingState }) => void,
): Startable {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const continued = to.begunId !== undefined
  const upload = new Upload(file, {
    endpoint: to.endpoint,
    ...(to.begunId === undefined ? {} : { uploadUrl: `${to.endpoint}/${to.begunId}` }),
    metadata: { filename: file.name, changed: String(file.lastModified), ...to.metadata },
    chunkSize: CHUNK,
    retryDelays,
    storeFingerprintForResuming: false,
    removeFingerprintOnSuccess: true,
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      const isLost = status === 0 || status >= 500 || status === 409 || status === 423
      if (isLost) tell({ state: { kind: 'lost' } })
      return isLost
    },
    onProgress: (sent) => tell({ sent, state: { kind: 'sending', continued } }),
    onError: (error) => {
      tell({ state: { kind: 'refused', word: refusalOf(error) ?? 'failed' } })
      finish()
    },
    onSuccess: () => {
      tell({ sent: file.size, state: { kind: 'done', uploadId: upload.url?.split('/').at(-1) ?? '' } })
      finish()
    },
  })
  return {
    start: () => {
      tell({ state: { kind: 'sending', continued } })
      upload.start()
    },
    pause: () => {
      void upload.abort(false)
      tell({ state: { kind: 'paused' } })
      // Those that wait need not wait for this one.
      finish()
    },
    finished,
  }
}
