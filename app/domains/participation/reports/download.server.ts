import { type Actor, canReadReports, canRevealIdentityNumber } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import { xlsxPieces } from '~/shared/xlsx-stream.server'
import type { Db } from '~db/schema'
import { participantScope } from '../policy'
import { findRelease } from '../store/report-release.server'
import { holdsNumberNowProtected } from '../store/report-lines.server'
import { findTemplate } from '../store/report-template.server'
import { findBatch, findReportProject } from '../store/reports.server'
import type { Vault } from '../vault.server'
import { cellsOfBatch, csvOfBatch, type FileRequest } from './content.server'
import { fileNameOf, headingsOf } from './file'
import type { ExportBatch, ReportProject } from './model'

export type FileForm = 'csv' | 'xlsx'
/** How long a stated reason opens the file for the one who stated it. */
const RELEASE_MINUTES = 10

export interface ReachedBatch {
  batch: ExportBatch
  project: ReportProject
}

/** A file of a project whose reports the actor reaches: the project office and auditors. */
export async function findReachedBatch(db: Db, actor: Actor, batchId: string): Promise<ReachedBatch | undefined> {
  const batch = await findBatch(db, batchId)
  if (batch === undefined || !canReadReports(actor)) return undefined
  const project = await findReportProject(db, participantScope(actor), { projectId: batch.projectId })
  return project === undefined ? undefined : { batch, project }
}

export type ReleaseRefusal = 'not-allowed' | 'not-found' | 'queued' | 'protected-since' | 'reason'

/**
 * Opens a file for the project office, with a reason of at least ten characters that is logged before any identity
 * number leaves. Refuses a file that holds the number of somebody who has got protected personal data since: it is
 * made anew, with the code.
 */
export async function releaseFile(
  db: Db,
  actor: Actor,
  request: { batchId: string; form: FileForm; reason: string; at: Date },
): Promise<Outcome<undefined, ReleaseRefusal>> {
  if (!canRevealIdentityNumber(actor)) return refused('not-allowed')
  const reached = await findReachedBatch(db, actor, request.batchId)
  if (reached === undefined) return refused('not-found')
  const { batch } = reached
  if (batch.state !== 'klar') return refused('queued')
  if (await holdsNumberNowProtected(db, batch.batchId)) return refused('protected-since')
  const reason = request.reason.trim()
  if (reason.length < 10) return refused('reason')
  await recordAudit(db, {
    actorId: actor.personId,
    action: 'scb-file.released',
    subjectKind: 'export-batch',
    subjectId: batch.batchId,
    reason,
    detail: { form: request.form, rows: batch.rowCount, contentSha256: batch.contentSha256 },
    at: request.at,
  })
  return done(undefined)
}

export interface OpenedFile {
  name: string
  pieces: AsyncIterable<Uint8Array>
}

/**
 * The file itself, for the one who has just stated a reason; each download is logged. Both come in pieces, made while
 * they are sent. The CSV file is the same bytes every time; the XLSX file has the same lines.
 */
export async function openFile(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: { batchId: string; form: FileForm; at: Date },
): Promise<Outcome<OpenedFile, 'not-allowed' | 'not-found' | 'reason-first'>> {
  if (!canRevealIdentityNumber(actor)) return refused('not-allowed')
  const reached = await findReachedBatch(db, actor, request.batchId)
  if (reached === undefined || reached.batch.state !== 'klar') return refused('not-found')
  const { batch, project } = reached
  const since = new Date(request.at.getTime() - RELEASE_MINUTES * 60_000)
  const released = await findRelease(db, { ...request, actorId: actor.personId, since })
  if (!released || (await holdsNumberNowProtected(db, batch.batchId))) return refused('reason-first')
  const kept = await findTemplate(db, batch.template, batch.templateVersion)
  if (kept === undefined) throw new Error(`The template of file ${batch.batchId} is not kept`)
  const { template } = kept
  const { diarienr, name: projectName, rounding } = project
  const subject = { diarienr, projectName, rounding, month: batch.month, number: batch.number }
  await recordAudit(db, {
    actorId: actor.personId,
    action: 'scb-file.downloaded',
    subjectKind: 'export-batch',
    subjectId: batch.batchId,
    detail: { form: request.form, rows: batch.rowCount },
    at: request.at,
  })
  const file: FileRequest = { batchId: batch.batchId, template, subject }
  const pieces = request.form === 'csv' ? csvOfBatch(db, vault, file) : xlsxOfBatch(db, vault, file)
  return done({ name: `${fileNameOf(template, subject)}.${request.form}`, pieces })
}

function xlsxOfBatch(db: Db, vault: Vault, file: FileRequest): AsyncGenerator<Uint8Array> {
  async function* rows() {
    for await (const piece of cellsOfBatch(db, vault, file)) yield* piece
  }
  return xlsxPieces([{ name: file.template.sheet, headings: headingsOf(file.template), rows: rows() }])
}
