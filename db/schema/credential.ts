import type { ColumnType, Generated } from 'kysely'
import type { Json, Timestamp } from './identity'

export interface CertificateTable {
  certificate_id: Generated<string>
  code: string
  person_id: string
  completion_id: string
  document: Json<unknown>
  document_sha256: string
  issued_at: Timestamp
}
export interface CertificateFileTable {
  certificate_id: string
  bytes: Buffer
  sha256: string
  rendered_at: Timestamp
}
export interface CredentialSchema {
  certificate: CertificateTable
  certificate_file: CertificateFileTable
}

export interface OutboxTable {
  outbox_id: Generated<string>
  person_id: string
  kind: string
  source_id: string
  payload: Json<Record<string, unknown>>
  created_at: Timestamp
  read_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
/** Messages of the accessibility statement; anonymous unless the writer left an address. */
export interface FeedbackTable {
  feedback_id: Generated<string>
  message: string
  contact: string | null
  created_at: Timestamp
}
export interface NoticeSchema {
  outbox: OutboxTable
  feedback: FeedbackTable
}
