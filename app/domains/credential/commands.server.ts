import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '~db/schema'
import { certificateDocument, type CertificateRequest, type IssuedCertificate } from './model'
import { canonicalJson, certificateCode } from './rules'
import { findCodeOfCompletion, insertCertificate } from './store.server'

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
