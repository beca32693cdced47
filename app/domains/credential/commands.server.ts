import { createHash, randomBytes } from 'node:crypto'
import type { Db, Tx } from '~db/schema'
import { certificateDocument, type CertificateRequest, type IssuedCertificate, type StoredCertificate } from './model'
import { canonicalJson, certificateCode } from './rules'
import {
  findCertificateFile,
  findCodeOfCompletion,
  insertCertificate,
  insertCertificateFile,
  listDocumentsOf,
} from './store.server'
import type { PersonId } from '~/shared/ids'

/**
 * Issues the certificate of a completion, once: a repeat answers with the code that stands.
 * The document is checked, frozen and sealed with the SHA-256 of its canonical JSON. Throws on a document that is wrong.
 */
export async function issueCertificate(tx: Tx, request: CertificateRequest): Promise<IssuedCertificate> {
  const documentJson = canonicalJson(certificateDocument.parse(request.document))
  const code = await insertCertificate(tx, {
    code: certificateCode(randomBytes(12)),
    personId: request.personId,
    completionId: request.completionId,
    documentJson,
    sha256: createHash('sha256').update(documentJson).digest('hex'),
    issuedAt: request.issuedAt,
  })
  if (code !== undefined) return { code, created: true }
  const standing = await findCodeOfCompletion(tx, request.completionId)
  if (standing === undefined)
    throw new Error(`Completion ${request.completionId} has neither an old nor a new certificate`)
  return { code: standing, created: false }
}

/**
 * The PDF of a certificate: rendered on the first wish, kept, and the same bytes for ever after, whoever asked first.
 */
export async function certificateFile(
  db: Db,
  certificate: StoredCertificate,
  render: (certificate: StoredCertificate) => Promise<Buffer>,
  at: Date,
): Promise<{ bytes: Buffer; sha256: string }> {
  const { certificateId } = certificate
  const kept = await findCertificateFile(db, certificateId)
  if (kept !== undefined) return kept
  const bytes = await render(certificate)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await insertCertificateFile(db, { certificateId, bytes, sha256, renderedAt: at })
  const first = await findCertificateFile(db, certificateId)
  if (first === undefined) throw new Error(`The file of certificate ${certificate.code} was not kept`)
  return first
}

/**
 * Certificates of completions that were written again for another person: each gets its own, with the same document and
 * the same day. The first ones stay and are still confirmed by their codes. Answers how many were issued.
 */
export async function issueAgain(
  tx: Tx,
  personId: PersonId,
  completions: readonly { fromId: string; toId: string }[],
): Promise<number> {
  const documents = await listDocumentsOf(
    tx,
    completions.map((one) => one.fromId),
  )
  const into = new Map(completions.map((one) => [one.fromId, one.toId]))
  let issued = 0
  for (const { completionId, document, issuedAt } of documents) {
    const target = into.get(completionId)
    if (target === undefined) continue
    const { created } = await issueCertificate(tx, { personId, completionId: target, document, issuedAt })
    if (created) issued += 1
  }
  return issued
}
