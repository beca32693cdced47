import type { Actor } from '~/domains/identity'
import { listReferences, recordAudits, removePeople } from '~/domains/identity/index.server'
import { listEmploymentsById, removeEmployments, updateEmployments } from '~/domains/organisation/index.server'
import {
  canImportParticipants,
  importReach,
  type KeptReason,
  reasonOfTable,
  reasonsToKeep,
  type UndoFacts,
} from '~/domains/participation'
import {
  findImport,
  forgetImported,
  type ImportRow,
  listHoldings,
  listImportRows,
  listRemovableNumbers,
  lockBuiltUpon,
  lockImports,
  moveImport,
  removeNumbers,
  removeParticipations,
  type StoredImport,
  updateImportRows,
  updateParticipations,
} from '~/domains/participation/index.server'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'

export interface UndoCounts {
  undone: number
  /** Rows that stay, each with its reasons in the stored row. */
  kept: number
}

export type UndoRefusal = 'not-allowed' | 'not-found' | 'not-applied' | 'changed'

/**
 * Takes a whole import back in one transaction: removes what it made when nothing has been built on it, and restores
 * what it changed when it still is as the import left it. A row goes back whole or stays; rows that stay keep their
 * reasons. Repeating it changes nothing.
 */
export async function undoImport(
  db: Db,
  actor: Actor,
  request: { importId: string; at: Date },
): Promise<Outcome<UndoCounts, UndoRefusal>> {
  if (!canImportParticipants(actor)) return refused('not-allowed')
  const reach = importReach(actor)
  try {
    return await db.transaction().execute(async (tx) => {
      await lockImports(tx)
      const stored = await findImport(tx, actor.personId, reach, request.importId)
      if (stored === undefined) return refused('not-found')
      if (stored.state !== 'inford') return refused('not-applied')
      const rows = await listImportRows(tx, request.importId)
      const judged = await judgeRows(tx, stored, rows)
      const going = judged.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row)
      await takeBack(tx, going)
      await updateImportRows(
        tx,
        request.importId,
        judged.map(({ row, reasons }) => ({
          line: row.line,
          detail: { ...row.detail, ...(reasons.length === 0 ? { undone: true } : { kept: reasons }) },
        })),
      )
      const counts = { undone: going.length, kept: judged.length - going.length }
      if (going.length > 0 || judged.length === 0)
        await moveImport(tx, request.importId, 'inford', { to: 'angrad', undoneAt: request.at })
      await recordAudits(tx, [
        {
          actorId: actor.personId,
          action: 'participants.import-undone',
          subjectKind: 'participant_import',
          subjectId: request.importId,
          detail: { project: stored.project.diarienr, ...counts },
          at: request.at,
        },
        ...going.flatMap(({ participationId, line }) =>
          participationId === null
            ? []
            : [
                {
                  actorId: actor.personId,
                  action: 'participation.import-undone',
                  subjectKind: 'participation',
                  subjectId: participationId,
                  detail: { importId: request.importId, line },
                  at: request.at,
                },
              ],
        ),
      ])
      return done(counts)
    })
  } catch (error) {
    // Something was built on a record between the check and the removal: everything stays as it was.
    if (error instanceof Error && 'code' in error && error.code === '23503') return refused('changed')
    throw error
  }
}

type JudgedRow = { row: ImportRow; reasons: KeptReason[] }

/** Which rows of those that did something can be taken back, in a handful of queries for all of them. */
async function judgeRows(tx: Tx, stored: StoredImport, all: readonly ImportRow[]): Promise<JudgedRow[]> {
  const rows = all.filter(({ outcome }) => outcome === 'skapad' || outcome === 'andrad')
  const recordIds = rows.flatMap(({ participationId }) => participationId ?? [])
  const madePeople = rows.flatMap(({ detail, personId }) => (detail.createdPerson === true ? (personId ?? []) : []))
  const records = new Map(
    (await lockBuiltUpon(tx, stored.project.projectId, recordIds)).map((record) => [record.participationId, record]),
  )
  const employments = await listEmploymentsById(
    tx,
    rows.flatMap(({ detail }) => detail.employment?.id ?? []),
  )
  const freeNumbers = await listRemovableNumbers(
    tx,
    rows.flatMap(({ detail }) => detail.numberId ?? []),
  )
  const holdings = await listHoldings(tx, stored.importId, madePeople)
  const ownTables = ['participation', 'employment', 'identity_number', 'participant_import_row']
  const references = [
    ...(await listReferences(tx, 'person', madePeople, ownTables)),
    ...(await listReferences(tx, 'participation', recordIds, ['participant_import_row'])),
  ]
  const referred = new Map<string, KeptReason[]>()
  for (const { id, table } of references) referred.set(id, [...(referred.get(id) ?? []), reasonOfTable(table)])

  return rows.map((row) => {
    const record = records.get(row.participationId ?? '')
    const held = holdings.get(row.personId ?? '')
    const expected = [1, row.detail.employment?.before === null ? 1 : 0, row.detail.numberId === undefined ? 0 : 1]
    const more =
      held === undefined ||
      held.otherImport ||
      [held.records, held.employments, held.numbers].some((count, index) => count !== expected[index])
    const facts: UndoFacts = {
      record: record && {
        values: record.values,
        hasTime: record.hasTime,
        used: [
          ...(record.hasTime ? (['ledger'] as const) : []),
          ...(record.hasMonth ? (['month'] as const) : []),
          ...(record.hasNotice ? (['notice'] as const) : []),
          ...(record.hasBooking ? (['booking'] as const) : []),
          ...(record.isMerged ? (['merged'] as const) : []),
          ...(referred.get(record.participationId) ?? []),
        ],
      },
      employment: row.detail.employment && employments.get(row.detail.employment.id),
      numberFree: row.detail.numberId !== undefined && freeNumbers.has(row.detail.numberId),
      personUsed: [...(referred.get(row.personId ?? '') ?? []), ...(more ? (['used'] as const) : [])],
    }
    return { row, reasons: reasonsToKeep(row.detail, facts) }
  })
}

/** Removes what the rows made and restores what they changed. */
async function takeBack(tx: Tx, rows: readonly ImportRow[]): Promise<void> {
  const made = rows.flatMap(({ detail, participationId }) =>
    detail.participation?.before === null ? (participationId ?? []) : [],
  )
  const people = rows.flatMap(({ detail, personId }) => (detail.createdPerson === true ? (personId ?? []) : []))
  await forgetImported(tx, { personIds: people, participationIds: made })
  await removeParticipations(tx, made)
  await updateParticipations(
    tx,
    rows.flatMap(({ detail: { participation }, participationId }) =>
      participation === undefined || participation.before === null || participationId === null
        ? []
        : [{ participationId, from: participation.after, to: participation.before }],
    ),
  )
  const employments = rows.flatMap(({ detail }) => detail.employment ?? [])
  await removeEmployments(
    tx,
    employments.flatMap(({ id, before, after }) => (before === null ? [{ employmentId: id, as: after }] : [])),
  )
  await updateEmployments(
    tx,
    employments.flatMap(({ id, before, after }) =>
      before === null ? [] : [{ employmentId: id, from: after, to: before }],
    ),
  )
  await removeNumbers(
    tx,
    rows.flatMap(({ detail }) => detail.numberId ?? []),
  )
  await removePeople(tx, people as PersonId[])
}
