import { createHash, randomBytes } from 'node:crypto'
import type { Db, Tx } from '~db/schema'
import { certificateDocument, type CertificateRequest, type IssuedCertificate, type StoredCertificate } from './model'
import { canonicalJson, certificateCode } from './rules'
import { findCertificateFile, findCodeOfCompletion, insertCertificate, insertCertificateFile } from './store.server'

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
