import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { Db } from '~db/schema'
import { ofPerson, type Which } from './bundle.server'

export interface BundleCertificate {
  code: string
  name: string
  isProtected: boolean
  title: string
  issuedAt: Date
  sha256: string
  /** As it was frozen at issue. */
  document: unknown
  /** The kept file; null when nobody has fetched one yet. */
  pdf: Buffer | null
}

/**
 * The codes of the certificates behind time of these months, in order: those of finished activities of the project, and
 * those of courses whose parts gave lines to its ledger.
 */
export async function listCertificateCodes(db: Db, { projectId, months, personId }: Which): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with held as materialized (
      select distinct line.person_id, part.completion_id, part.course_id, part.round, meeting.occasion_id
      from time_entry line
      left join completion part on line.source_kind = 'completion' and part.completion_id = line.source_id
      left join attendance_mark mark on line.source_kind = 'attendance' and mark.attendance_mark_id = line.source_id
      left join meeting on meeting.meeting_id = mark.meeting_id
      where line.project_id = ${projectId} and ${ofPerson(sql`line.person_id`, personId)}
        and to_char(line.worked_on, 'YYYY-MM') = any(${[...months]}::text[])
    ), wanted as materialized (
      select completion_id from held where completion_id is not null
      union select completion.completion_id from held join completion on completion.person_id = held.person_id
        and completion.course_id = held.course_id and completion.round = held.round
      union select completion.completion_id from held join completion on completion.person_id = held.person_id
        and completion.item_kind = 'activity' and completion.item_id = held.occasion_id
    )
    select certificate.code from wanted
    join certificate on certificate.completion_id = wanted.completion_id
    order by certificate.code`.execute(db)
  return rows.map(({ code }) => code)
}

/** The certificates of these codes, in their order. Of a protected person no document leaves. */
export async function listBundleCertificates(db: Db, codes: readonly string[]): Promise<BundleCertificate[]> {
  const { rows } = await sql<BundleCertificate>`
    select certificate.code, ${shownNameSql()} as name, person.protection <> 'none' as "isProtected",
      certificate.document ->> 'title' as title, certificate.issued_at as "issuedAt",
      certificate.document_sha256 as sha256,
      case when person.protection = 'none' then certificate.document end as document, file.bytes as pdf
    from certificate
    join person on person.person_id = certificate.person_id
    left join certificate_file file on file.certificate_id = certificate.certificate_id and person.protection = 'none'
    where certificate.code = any(${[...codes]}::text[])
    order by certificate.code`.execute(db)
  return rows
}
