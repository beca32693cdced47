import { paths } from '~/shared/paths'
import { resumableUpload, type SendingState, type Startable } from '~/shared/upload/resumable'
import type { OpenLine } from './upload-place'

export type UploadState = Exclude<SendingState, { kind: 'done' }> | { kind: 'done'; mediaId: string }

export interface OnItsWay {
  key: string
  name: string
  bytes: number
  sent: number
  state: UploadState
}

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

/** One file on its way to the library. `tell` hears of every change. */
export function startableUpload(
  file: File,
  place: { organisationId: string; replaces: string | undefined; open: readonly OpenLine[] },
  tell: (change: { sent?: number; state?: UploadState }) => void,
): Startable {
  const { organisationId, replaces } = place
  return resumableUpload(
    file,
    {
      endpoint: paths.mediaUploads(),
      begunId: begunOf(file, place.open, replaces)?.uploadId,
      metadata: { organisation: organisationId, ...(replaces === undefined ? {} : { replaces }) },
    },
    ({ state, ...change }) => {
      if (state?.kind !== 'done') tell({ ...change, ...(state === undefined ? {} : { state }) })
      else tell({ ...change, state: { kind: 'done', mediaId: replaces ?? state.uploadId } })
    },
  )
}
