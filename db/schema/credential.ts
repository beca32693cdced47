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
  mail_id: ColumnType<string | null, string | null | undefined, string | null>
}
/** A mail to one person, with the notices that point at it. */
export interface MailTable {
  mail_id: Generated<string>
  person_id: string
  kind: 'bradskande' | 'samlat'
  state: Generated<'vantar' | 'skickat' | 'inaktuellt' | 'uppgivet'>
  attempts: Generated<number>
  created_at: Timestamp
  next_try_at: Timestamp
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  fault: ColumnType<string | null, string | null | undefined, string | null>
}
/** What a person wants by mail; without a row the standard holds. */
export interface MailChoiceTable {
  person_id: string
  choice: 'allt' | 'bradskande' | 'inget'
  changed_at: Timestamp
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
  mail: MailTable
  mail_choice: MailChoiceTable
  feedback: FeedbackTable
}
