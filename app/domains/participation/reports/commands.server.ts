import { type Actor, canKeepProjects } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import type { ProjectId } from '~/shared/ids'
import { participantScope } from '../policy'
import {
  countFigures,
  findEarlierMonth,
  findMonthFiles,
  finishBatch,
  holdMonths,
  insertBatch,
  insertLines,
  listIncomplete,
  supersede,
} from '../store/report-batch.server'
import { markExported, summariseDifference } from '../store/report-lines.server'
import { markLaterMonths, queueReexports } from '../store/report-queue.server'
import { findTemplate, keepTemplate } from '../store/report-template.server'
import { findReportProject } from '../store/reports.server'
import type { Vault } from '../vault.server'
import { hashOfBatch } from './content.server'
import { followingMonth } from './calendar'
import type { AcknowledgedRecord, BatchRefusal, ReportProject, ReportTemplate } from './model'
import { fingerprintOf } from './template-file.server'

export interface BatchRequest {
  projectId: ProjectId
  /** `2025-03` */
  month: string
  /** The number of the month's newest file as the asker saw it, 0 for none: a second asker is told, not obeyed. */
  seenNumber: number
  template: ReportTemplate
  /** Incomplete records that go along all the same, each ticked by name. */
  acknowledged: readonly string[]
  at: Date
}

/**
 * Makes the fund's file of a locked month, in one transaction: its lines from the frozen figures of the newest lock,
 * its hash, the difference against the file that it replaces, and the state of each person-month. Incomplete records
 * stay out unless acknowledged. Refuses while an earlier month waits to be sent (SCB takes months in order), and when
 * somebody else has made the file since the asker looked.
 */
export async function makeBatch(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: BatchRequest,
): Promise<Outcome<{ batchId: string; number: number }, BatchRefusal>> {
  if (!canKeepProjects(actor)) return refused('not-allowed')
  return db.transaction().execute(async (tx) => {
    const project = await findReportProject(tx, participantScope(actor), request)
    if (project === undefined) return refused('not-found')
    const { projectId, month } = request
    const held = (await holdMonths(tx, projectId)).find((one) => one.month === month)
    if (held === undefined) return refused('not-locked')
    const earlier = await findEarlierMonth(tx, projectId, month)
    if (earlier !== undefined) return refused(earlier.why)
    const files = await findMonthFiles(tx, projectId, month)
    if (files.latest !== request.seenNumber) return refused('changed')
    const fingerprint = fingerprintOf(request.template)
    await keepTemplate(tx, request.template, fingerprint, request.at)
    const kept = await findTemplate(tx, request.template.template, request.template.version)
    if (kept?.contentSha256 !== fingerprint) return refused('template-changed')
    return writeBatch(tx, actor, vault, { ...request, project, generation: held.generation, files })
  })
}

interface Prepared extends BatchRequest {
  project: ReportProject
  generation: number
  files: Awaited<ReturnType<typeof findMonthFiles>>
}

async function writeBatch(
  tx: Tx,
  actor: Actor,
  vault: Vault,
  request: Prepared,
): Promise<Outcome<{ batchId: string; number: number }, 'nothing'>> {
  const { projectId, month, generation, template, files, project, at } = request
  const { personId: actorId } = actor
  const incomplete = await listIncomplete(tx, projectId, month, generation)
  const wanted = new Set(request.acknowledged)
  const acknowledged: AcknowledgedRecord[] = incomplete
    .filter(({ participationId }) => wanted.has(participationId))
    .map(({ participationId, missing }) => ({ participationId, missing, by: actorId, at: at.toISOString() }))
  const leftOut = incomplete.length - acknowledged.length
  if ((await countFigures(tx, projectId, month, generation)) <= leftOut) return refused('nothing')

  const form = { template: template.template, templateVersion: template.version }
  const batch =
    files.queued ??
    (await insertBatch(tx, { projectId, month, generation, ...form, createdBy: actorId, createdAt: at }))
  const { batchId, number } = batch
  const ids = acknowledged.map(({ participationId }) => participationId)
  await insertLines(tx, batchId, { projectId, month, generation, acknowledged: ids })
  const subject = { diarienr: project.diarienr, projectName: project.name, rounding: project.rounding, month, number }
  const contentSha256 = await hashOfBatch(tx, vault, { batchId, template, subject })
  const difference = files.made === undefined ? null : await summariseDifference(tx, files.made, batchId)
  const sums = await finishBatch(tx, batchId, {
    ...form,
    generation,
    contentSha256,
    acknowledged,
    difference,
    madeBy: actorId,
    at,
  })
  if (files.made !== undefined) await supersede(tx, files.made.batchId, batchId)
  await markExported(tx, batchId, { projectId, month, generation, actorId, at })
  if (difference !== null && difference.added + difference.removed + difference.changed > 0) {
    await queueReexports(tx, projectId, followingMonth(month), at, actorId)
    await markLaterMonths(tx, projectId, month, at, actorId)
  }
  await recordAudit(tx, {
    actorId,
    action: 'scb-file.made',
    subjectKind: 'export-batch',
    subjectId: batchId,
    detail: { month, number, ...sums, leftOut, acknowledged: acknowledged.length, contentSha256 },
    at,
  })
  return done({ batchId, number })
}
