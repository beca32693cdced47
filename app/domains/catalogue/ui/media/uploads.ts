import { type DetailedError, Upload } from 'tus-js-client'
import { paths } from '~/shared/paths'
import type { OpenLine } from './upload-place'

export type UploadState =
  | { kind: 'waiting' }
  | { kind: 'sending'; continued: boolean }
  | { kind: 'paused' }
  | { kind: 'lost' }
  | { kind: 'refused'; word: string }
  | { kind: 'done'; mediaId: string }

export interface UploadLine {
  key: string
  name: string
  bytes: number
  sent: number
  state: UploadState
}

/** Small enough to come through a slow line within a minute, so that no request lives long. */
const CHUNK = 4 * 1024 * 1024
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000]

/** The upload that this very file began earlier, in this browser or another. */
function begunOf(file: File, open: readonly OpenLine[], replaces: string | undefined): OpenLine | undefined {
  return open.find(
    (one) =>
      one.fileName === file.name &&
      one.bytes === file.size &&
      one.replaces === (replaces !== undefined) &&
      (replaces === undefined || one.mediaId === replaces) &&
      (one.fileChangedAt === null || new Date(one.fileChangedAt).getTime() === file.lastModified),
  )
}

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

/**
 * One file on its way. `tell` hears of every change. After a broken connection it tries again by itself; `start` goes on
 * from where it was, `pause` stops it without giving anything up.
 */
export function startableUpload(
  file: File,
  place: { organisationId: string; replaces: string | undefined; open: readonly OpenLine[] },
  tell: (change: { sent?: number; state?: UploadState }) => void,
): { start: () => void; pause: () => void; finished: Promise<void> } {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const begun = begunOf(file, place.open, place.replaces)
  const upload = new Upload(file, {
    endpoint: paths.mediaUploads(),
    ...(begun === undefined ? {} : { uploadUrl: `${paths.mediaUploads()}/${begun.uploadId}` }),
    metadata: {
      filename: file.name,
      organisation: place.organisationId,
      changed: String(file.lastModified),
      ...(place.replaces === undefined ? {} : { replaces: place.replaces }),
    },
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
    onProgress: (sent) => tell({ sent, state: { kind: 'sending', continued: begun !== undefined } }),
    onError: (error) => {
      tell({ state: { kind: 'refused', word: refusalOf(error) ?? 'failed' } })
      finish()
    },
    onSuccess: () => {
      const uploadId = upload.url?.split('/').at(-1) ?? ''
      tell({ sent: file.size, state: { kind: 'done', mediaId: place.replaces ?? uploadId } })
      finish()
    },
  })
  return {
    start: () => {
      tell({ state: { kind: 'sending', continued: begun !== undefined } })
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
