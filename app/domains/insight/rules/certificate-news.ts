import type { NoticeEntry } from '~/domains/notice'

export interface CertificateNews {
  code: string
  title: string
}

/** The certificates that the notices tell of, in their order. */
export function certificateNewsOf(notices: readonly NoticeEntry[]): CertificateNews[] {
  return notices.flatMap(({ payload: { certificateCode: code, courseTitle: title } }) =>
    typeof code === 'string' && typeof title === 'string' ? [{ code, title }] : [],
  )
}
