import { createHash } from 'node:crypto'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import { type CertificateDocument, certificateDocument, type StoredCertificate } from './model'
import { canonicalJson } from './rules'

export interface NewCertificate {
  code: string
  personId: PersonId
  completionId: string
  /** The document as canonical JSON. */
  documentJson: string
  sha256: string
  issuedAt: Date
}

/** The code when the row was written, undefined when the completion already has a certificate. */
export async function insertCertificate(tx: Tx, certificate: NewCertificate): Promise<string | undefined> {
  const row = await tx
    .insertInto('certificate')
    .values({
      code: certificate.code,
      person_id: certificate.personId,
      completion_id: certificate.completionId,
      document: certificate.documentJson,
      document_sha256: certificate.sha256,
      issued_at: certificate.issuedAt,
    })
    .onConflict((conflict) => conflict.column('completion_id').doNothing())
    .returning('code')
    .executeTakeFirst()
  return row?.code
}

export async function findCodeOfCompletion(db: Db, completionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('certificate')
    .where('completion_id', '=', completionId)
    .select('code')
    .executeTakeFirst()
  return row?.code
}

function certificates(db: Db) {
  return db
    .selectFrom('certificate')
    .innerJoin('person', 'person.person_id', 'certificate.person_id')
    .select([
      'certificate.certificate_id as certificateId',
      'certificate.code as code',
      'certificate.person_id as personId',
      'person.protection as protection',
      'certificate.document as document',
      'certificate.document_sha256 as sha256',
      'certificate.issued_at as issuedAt',
    ])
}

function stored(
  row: Awaited<ReturnType<ReturnType<typeof certificates>['executeTakeFirstOrThrow']>>,
): StoredCertificate {
  const { protection, ...rest } = row
  return {
    ...rest,
    personId: row.personId as PersonId,
    holderProtected: protection !== 'none',
    document: certificateDocument.parse(row.document),
    intact: createHash('sha256').update(canonicalJson(row.document)).digest('hex') === row.sha256,
  }
}

/** A certificate by its code, written as it was issued. Holds the holder's name: `certificateFor` decides who sees it. */
export async function findCertificate(db: Db, code: string): Promise<StoredCertificate | undefined> {
  const row = await certificates(db).where('certificate.code', '=', code).executeTakeFirst()
  return row === undefined ? undefined : stored(row)
}

/** The person's own certificates, the newest first. */
export async function listCertificates(db: Db, personId: PersonId): Promise<StoredCertificate[]> {
  const rows = await certificates(db)
    .where('certificate.person_id', '=', personId)
    .orderBy('certificate.issued_at', 'desc')
    .orderBy('certificate.code')
    .execute()
  return rows.map(stored)
}

export interface CertificateLink {
  code: string
  completionId: string
  courseId: string | null
  round: number
}

/** The codes of a person's certificates by the course and round that gave them. */
export async function listCertificateLinks(db: Db, personId: PersonId): Promise<CertificateLink[]> {
  return db
    .selectFrom('certificate')
    .innerJoin('completion', 'completion.completion_id', 'certificate.completion_id')
    .where('certificate.person_id', '=', personId)
    .select([
      'certificate.code as code',
      'completion.completion_id as completionId',
      'completion.course_id as courseId',
      'completion.round as round',
    ])
    .execute()
}

export async function findCertificateFile(
  db: Db,
  certificateId: string,
): Promise<{ bytes: Buffer; sha256: string } | undefined> {
  return db
    .selectFrom('certificate_file')
    .where('certificate_id', '=', certificateId)
    .select(['bytes', 'sha256'])
    .executeTakeFirst()
}

/** Keeps the first bytes; later ones are dropped. */
export async function insertCertificateFile(
  db: Db,
  file: { certificateId: string; bytes: Buffer; sha256: string; renderedAt: Date },
): Promise<void> {
  await db
    .insertInto('certificate_file')
    .values({
      certificate_id: file.certificateId,
      bytes: file.bytes,
      sha256: file.sha256,
      rendered_at: file.renderedAt,
    })
    .onConflict((conflict) => conflict.column('certificate_id').doNothing())
    .execute()
}

/** The frozen documents of these completions, as they were issued. */
export async function listDocumentsOf(
  db: Db,
  completionIds: readonly string[],
): Promise<{ completionId: string; document: CertificateDocument; issuedAt: Date }[]> {
  if (completionIds.length === 0) return []
  const rows = await db
    .selectFrom('certificate')
    .where('completion_id', 'in', [...completionIds])
    .select(['completion_id', 'document', 'issued_at'])
    .execute()
  return rows.map((row) => ({
    completionId: row.completion_id,
    document: certificateDocument.parse(row.document),
    issuedAt: row.issued_at,
  }))
}
