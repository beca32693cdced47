import { createHash } from 'node:crypto'
import { canonicalJson } from '~/domains/credential'
import { attendanceListPdf, findAttendanceMeeting } from '~/domains/learning/index.server'
import type { PapersProject, PaperTexts } from '~/domains/participation/index.server'
import type { MeetingId } from '~/shared/ids'
import { inParts } from '~/shared/stream-file.server'
import type { ZipEntry } from '~/shared/zip.server'
import type { Db } from '~db/schema'
import {
  type BundleCertificate,
  listBundleCertificates,
  listCertificateCodes,
} from '../store/bundle-certificates.server'
import type { BundleScope } from './model'

/** Certificates are read so many at a time, with their PDFs. */
const CERTIFICATES = 100

/** What others make for the bundle: the PDF of a certificate, and a file to SCB as it was sent, where it may be given. */
export interface BundleSources {
  certificatePdf: (code: string) => Promise<Buffer | undefined>
  sentFile: (batchId: string) => Promise<AsyncIterable<Uint8Array> | undefined>
}

/** The same pieces; when the last has gone, their number of bytes and SHA-256 are told. */
export async function* hashed(
  pieces: ZipEntry['pieces'],
  done: (bytes: number, sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces) {
    hash.update(piece)
    bytes += piece.length
    yield piece
  }
  done(bytes, hash.digest('hex'))
}

/** The närvarolista of a confirmed meeting. */
export async function listEntry(
  db: Db,
  meetingId: MeetingId,
  project: PapersProject,
  at: Date,
  texts: PaperTexts,
): Promise<ZipEntry> {
  const found = await findAttendanceMeeting(db, meetingId)
  if (found === undefined) throw new Error(`Meeting ${meetingId} is gone`)
  const list = await attendanceListPdf(db, found, { project, at }, { ...texts, t: texts.attendance })
  const name = `narvarolistor/${list.name.replace(/\.pdf$/, '')}-${meetingId.slice(0, 8)}.pdf`
  return { name, pieces: [list.bytes], isPacked: true }
}

/** One certificate of the bundle's table. */
export interface CertificateRow extends Pick<BundleCertificate, 'code' | 'name' | 'title' | 'issuedAt' | 'sha256'> {
  hasPdf: boolean
}

/**
 * Certificates as they were issued: the frozen document as the very bytes that its checksum was made of, and its PDF
 * where one is kept. Of one person each PDF is made. Those of protected people are told to `leave`.
 */
export async function* certificateEntries(
  db: Db,
  { projectId, months, person }: BundleScope,
  sources: BundleSources,
  told: { has: (row: CertificateRow) => void; leave: (code: string, name: string) => void },
): AsyncGenerator<ZipEntry> {
  const which = { projectId, months, personId: person?.personId }
  const codes = await listCertificateCodes(db, which)
  const certificates = inParts(codes, CERTIFICATES, (some) => listBundleCertificates(db, some))
  for await (const { document, pdf: kept, isProtected, ...facts } of certificates) {
    const { code } = facts
    if (isProtected) {
      told.leave(code, facts.name)
      continue
    }
    yield { name: `intyg/${code}.json`, pieces: [Buffer.from(canonicalJson(document))] }
    const pdf = kept ?? (person === undefined ? undefined : await sources.certificatePdf(code))
    if (pdf !== undefined) yield { name: `intyg/${code}.pdf`, pieces: [pdf], isPacked: true }
    told.has({ ...facts, hasPdf: pdf !== undefined })
  }
}
