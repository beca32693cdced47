import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'

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
