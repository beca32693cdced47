import { formatDateTime, localDay } from '~/shared/dates'
import type { Db } from '~db/schema'
import type { StoredImport } from '../store/import-participants.server'
import { countImportRows, listImportRows } from '../store/import-participants-rows.server'
import type { ImportHead, StepPage } from '../ui/import/import-page'
import { countRows } from './check-rows'
import type { ImportPreview } from './commands.server'
import { WAITS_DAYS } from './model'
import { previewPageOf, ROWS_A_PAGE, type RowsChoice } from './preview-page'
import { keptReasons } from './row-changes'

function headOf(stored: StoredImport): ImportHead {
  const told = (instant: Date | null) => (instant === null ? null : formatDateTime(instant))
  return {
    importId: stored.importId,
    fileName: stored.fileName,
    diarienr: stored.project.diarienr,
    projectName: stored.project.name,
    actorName: stored.actorName,
    rowCount: stored.choices.rowCount,
    createdAt: formatDateTime(stored.createdAt),
    appliedAt: told(stored.appliedAt),
    undoneAt: told(stored.undoneAt),
    until: localDay(new Date(stored.createdAt.getTime() + WAITS_DAYS * 86_400_000)),
    twinAppliedAt: told(stored.twinAppliedAt),
  }
}

/** What the page of one import shows, by its state. */
export async function readStepPage(db: Db, preview: ImportPreview, choice: RowsChoice): Promise<StepPage> {
  const { stored, table, rows } = preview
  const head = headOf(stored)
  if (table !== undefined)
    return { step: 'preview', head, preview: previewPageOf(table, stored.choices.mapping, rows, choice) }
  if (stored.state !== 'inford' && stored.state !== 'angrad') return { step: 'gone', head }
  const found = await countImportRows(db, stored.importId, choice.onlyProblems)
  const pages = Math.max(1, Math.ceil(found / ROWS_A_PAGE))
  const page = Math.min(choice.page, pages)
  const listed = await listImportRows(db, stored.importId, {
    size: ROWS_A_PAGE,
    number: page,
    onlyProblems: choice.onlyProblems,
  })
  return {
    step: 'result',
    head,
    undone: stored.state === 'angrad',
    result: {
      counts: { ...countRows([]), ...stored.counts },
      rows: listed.map(({ line, outcome, name, participationId, detail }) => ({
        line,
        outcome,
        name,
        participationId,
        problems: detail.problems ?? [],
        kept: keptReasons.filter((reason) => detail.kept?.includes(reason)),
        undone: detail.undone === true,
      })),
      found,
      page,
      pages,
      onlyProblems: choice.onlyProblems,
    },
  }
}
