import { useOfficeT } from '~/i18n/use-office-t'
import type { MediaKind } from '../../media/model'

export interface OpenLine {
  uploadId: string
  mediaId: string
  fileName: string
  bytes: number
  received: number
  fileChangedAt: string | Date | null
  expiresAt: string | Date
  replaces: boolean
}

export interface UploadPlace {
  replaced: { mediaId: string; title: string; kind: MediaKind } | undefined
  organisations: { value: string; label: string }[]
  /** The library that is offered first: the one used last. */
  chosen: string
  open: OpenLine[]
  mostBytes: number
  /** Films go straight to Mux. */
  filmsToMux: boolean
}

const refusals = [
  'signed-out',
  'not-allowed',
  'not-found',
  'name',
  'kind',
  'busy',
  'empty',
  'too-large',
  'person-full',
  'organisation-full',
  'missing',
  'failed',
] as const
const faults = ['mismatch', 'not-allowed', 'svg', 'damaged', 'processing'] as const

/** The sentence of a refusal word, whoever said it. */
export function useRefusalText(): (word: string) => string {
  const t = useOfficeT('media')
  return (word) => {
    const refusal = refusals.find((one) => one === word)
    if (refusal !== undefined) return t(`uploadPage.refusals.${refusal}`)
    const fault = faults.find((one) => one === word)
    return fault === undefined ? t('uploadPage.refusals.failed') : t(`faults.${fault}`)
  }
}
