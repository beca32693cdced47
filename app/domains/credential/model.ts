import { z } from 'zod'
import type { CompletionId, PersonId } from '~/shared/ids'

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Everything a certificate says, frozen when it is issued. Minutes are whole minutes; `finishedOn` is a Stockholm day. */
export const certificateDocument = z.object({
  kind: z.enum(['godkänt resultat', 'deltagande']),
  title: z.string().min(1),
  holderName: z.string().min(1),
  minutes: z.number().int().min(0),
  level: z.number().int().min(1).max(4).nullable(),
  outcomes: z.array(z.string().min(1)),
  finishedOn: isoDay,
  issuer: z.string().min(1),
  language: z.enum(['sv', 'en']),
  revision: z.number().int().min(1),
  /** The last day on which it counts; left out when it counts for ever. */
  validUntil: isoDay.optional(),
  /** The finished parts on which the certificate rests. */
  sources: z.array(
    z.object({
      title: z.string().min(1),
      minutes: z.number().int().min(0),
      finishedOn: isoDay,
    }),
  ),
})
export type CertificateDocument = z.infer<typeof certificateDocument>

export interface CertificateRequest {
  personId: PersonId
  completionId: CompletionId | string
  document: CertificateDocument
  issuedAt: Date
}

export interface IssuedCertificate {
  code: string
  /** False when the completion already had its certificate, which stands unchanged. */
  created: boolean
}

/** A certificate as it stands in the database. */
export interface StoredCertificate {
  certificateId: string
  code: string
  personId: PersonId
  /** Holders with protected personal data are named to themselves alone. */
  holderProtected: boolean
  document: CertificateDocument
  /** SHA-256 of the document's canonical JSON, in hexadecimal. */
  sha256: string
  /** Whether the document still has the seal that it was issued with. */
  intact: boolean
  issuedAt: Date
}
