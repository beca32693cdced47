import { type Actor, canRevealIdentityNumber } from '~/domains/identity'
import type { Db } from '~db/schema'
import { listDifference, listShownLines } from '../store/report-lines.server'
import { listFileEvents } from '../store/report-release.server'
import { listShownNames } from '../store/reports.server'
import type { BatchPage } from './batch-page'
import { findReachedBatch } from './download.server'

const PAGE_SIZE = 100
const SHOWN_DIFFERENCES = 200
const SHOWN_EVENTS = 50

/** One file with a page of its lines; undefined when the actor reaches no such file. */
export async function batchPageFor(
  db: Db,
  actor: Actor,
  wish: { batchId: string; page: number; reasonFirst: boolean },
): Promise<BatchPage | undefined> {
  const reached = await findReachedBatch(db, actor, wish.batchId)
  if (reached === undefined) return undefined
  const { batch, project } = reached
  const { acknowledged, ...shown } = batch
  const pages = Math.max(1, Math.ceil(batch.rowCount / PAGE_SIZE))
  const page = Math.min(wish.page, pages)
  const ids = acknowledged.map(({ participationId }) => participationId)
  const [lines, events, differences, names] = await Promise.all([
    listShownLines(db, batch.batchId, { size: PAGE_SIZE, number: page }),
    listFileEvents(db, batch.batchId, SHOWN_EVENTS),
    batch.difference === null ? [] : listDifference(db, batch.difference.previous, batch.batchId, SHOWN_DIFFERENCES),
    ids.length === 0 ? new Map<string, string>() : listShownNames(db, ids),
  ])
  return {
    batch: shown,
    project: { diarienr: project.diarienr, name: project.name },
    acknowledged: acknowledged.map(({ participationId, missing }) => ({
      participationId,
      name: names.get(participationId) ?? '',
      missing,
    })),
    differences,
    lines,
    page,
    pages,
    events,
    mayDownload: canRevealIdentityNumber(actor),
    reasonFirst: wish.reasonFirst,
  }
}
