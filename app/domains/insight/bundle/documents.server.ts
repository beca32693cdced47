import { createHash } from 'node:crypto'
import { attendanceListPdf, findAttendanceMeeting } from '~/domains/learning/index.server'
import type { PapersProject, PaperTexts } from '~/domains/participation/index.server'
import type { MeetingId } from '~/shared/ids'
import type { ZipEntry } from '~/shared/zip.server'
import type { Db } from '~db/schema'
import { listBundleCertificates } from '../store/bundle.server'
import type { BundleScope } from './model'

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

/** Certificates as they were issued, each with its facts; those of protected people are told to `leave`. */
export async function* certificateEntries(
  db: Db,
  { projectId, months, person }: BundleScope,
  sources: BundleSources,
  kept: (entry: ZipEntry) => ZipEntry,
  leave: (code: string, name: string) => void,
): AsyncGenerator<ZipEntry> {
  const size = 200
  for (let after = ''; ;) {
    const rows = await listBundleCertificates(db, { projectId, months, personId: person?.personId }, after, size)
    for (const { code, name, isProtected, sha256, title, issuedAt } of rows) {
      if (isProtected) {
        leave(code, name)
        continue
      }
      const pdf = await sources.certificatePdf(code)
      const facts = { code, name, title, issuedAt: issuedAt.toISOString(), documentSha256: sha256 }
      yield kept({ name: `intyg/${code}.json`, pieces: [Buffer.from(`${JSON.stringify(facts, null, 2)}\n`)] })
      if (pdf !== undefined) yield kept({ name: `intyg/${code}.pdf`, pieces: [pdf], isPacked: true })
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < size) return
    after = last.code
  }
}
