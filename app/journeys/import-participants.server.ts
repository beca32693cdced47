import { randomUUID } from 'node:crypto'
import type { Actor } from '~/domains/identity'
import { type AuditEvent, insertPeople, recordAudits } from '~/domains/identity/index.server'
import { insertEmployments, updateEmployments } from '~/domains/organisation/index.server'
import {
  canImportParticipants,
  type CheckedRow,
  countRows,
  detailOf,
  type ImportCounts,
  importReach,
  participationIdOf,
  type RowIds,
} from '~/domains/participation'
import {
  checkStoredRows,
  findImport,
  insertFirstNumbers,
  insertImportRows,
  insertParticipations,
  lockImports,
  moveImport,
  openRows,
  type StoredImport,
  updateParticipations,
  type Vault,
} from '~/domains/participation/index.server'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'

export type ApplyRefusal = 'not-allowed' | 'not-found' | 'not-waiting' | 'changed'

export interface ApplyRequest {
  importId: string
  /** Lines of which the importer says that the person is the same although the names differ. */
  confirmed: readonly number[]
  at: Date
}

/**
 * Brings the good rows of a waiting file into the portal: people, employments, participant records and identity
 * numbers, in one transaction. The rows are checked anew under a lock that lets one import write at a time, so an import
 * is applied once even when two ask at the same moment; a repeated request answers with the counts of the first. The
 * rows of the file are wiped.
 */
export async function applyImport(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: ApplyRequest,
): Promise<Outcome<ImportCounts, ApplyRefusal>> {
  if (!canImportParticipants(actor)) return refused('not-allowed')
  const reach = importReach(actor)
  try {
    return await db.transaction().execute(async (tx) => {
      await lockImports(tx)
      const stored = await findImport(tx, actor.personId, reach, request.importId)
      if (stored === undefined) return refused('not-found')
      if (stored.state === 'inford') return done({ ...countRows([]), ...stored.counts })
      const table = openRows(vault, stored, request.at)
      if (table === undefined) return refused('not-waiting')
      const confirmed = new Set(request.confirmed)
      const rows = await checkStoredRows(tx, vault, stored, { table, reach, confirmed, at: request.at })
      await writeRows(tx, actor, vault, stored, rows, request.at)
      const counts = countRows(rows)
      await moveImport(tx, request.importId, 'forhandsvisad', { to: 'inford', counts, appliedAt: request.at })
      return done(counts)
    })
  } catch (error) {
    // Somebody made or changed the same person outside the import between the check and the write: nothing is kept.
    const taken = error instanceof Error && 'code' in error && error.code === '23505'
    if (taken || error instanceof ChangedMeanwhile) return refused('changed')
    throw error
  }
}

class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile'
}

function requireAll(changed: ReadonlySet<string>, wanted: number): void {
  if (changed.size !== wanted) throw new ChangedMeanwhile('A row changed between the check and the write.')
}

interface GoodRow {
  row: CheckedRow
  plan: NonNullable<CheckedRow['plan']>
  ids: RowIds
  personId: PersonId
}

async function writeRows(
  tx: Tx,
  actor: Actor,
  vault: Vault,
  stored: StoredImport,
  rows: readonly CheckedRow[],
  at: Date,
): Promise<void> {
  const withIds = rows.map((row) => ({ row, ids: newIds() }))
  const good: GoodRow[] = withIds.flatMap(({ row, ids }) =>
    row.plan === undefined
      ? []
      : [{ row, plan: row.plan, ids, personId: (row.plan.personId ?? ids.personId) as PersonId }],
  )
  await insertPeople(
    tx,
    good
      .filter(({ plan }) => plan.personId === undefined)
      .map(({ personId, plan: { givenName, familyName, email } }) => ({ personId, givenName, familyName, email })),
    at,
  )
  await writeEmployments(tx, good)
  await writeParticipations(tx, stored, good, at)
  await insertFirstNumbers(
    tx,
    good.flatMap(({ plan: { number }, personId, ids }) => {
      if (number === undefined) return []
      const sealed = {
        ciphertext: vault.seal(number.digits, personId),
        keyVersion: vault.keyVersion,
        lookup: vault.lookup(number.digits),
      }
      return [{ identityNumberId: ids.numberId, personId, number, sealed }]
    }),
    at,
  )
  await insertImportRows(
    tx,
    stored.importId,
    withIds.map(({ row, ids }) => ({
      line: row.line,
      outcome: row.outcome,
      personId: row.plan === undefined ? null : (row.plan.personId ?? ids.personId),
      participationId: row.plan === undefined ? null : participationIdOf(row.plan, ids),
      detail: detailOf(row, ids),
    })),
  )
  await recordAudits(tx, auditsOf(actor, stored, good, countRows(rows), at))
}

function newIds(): RowIds {
  return {
    personId: randomUUID(),
    employmentId: randomUUID(),
    participationId: randomUUID(),
    numberId: randomUUID(),
  }
}

async function writeEmployments(tx: Tx, good: readonly GoodRow[]): Promise<void> {
  await insertEmployments(
    tx,
    good.flatMap(({ plan: { employment }, personId, ids }) =>
      employment.kind === 'make' ? [{ employmentId: ids.employmentId, personId, ...employment.after }] : [],
    ),
  )
  const changes = good.flatMap(({ plan: { employment } }) =>
    employment.kind === 'change'
      ? [{ employmentId: employment.id, from: employment.before, to: employment.after }]
      : [],
  )
  requireAll(await updateEmployments(tx, changes), changes.length)
}

async function writeParticipations(tx: Tx, stored: StoredImport, good: readonly GoodRow[], at: Date): Promise<void> {
  const { importId, project } = stored
  await insertParticipations(
    tx,
    { projectId: project.projectId, importId, registeredOn: localDay(at) },
    good.flatMap(({ plan: { participation }, personId, ids }) =>
      participation.kind === 'make' ? [{ participationId: ids.participationId, personId, ...participation.after }] : [],
    ),
  )
  const changes = good.flatMap(({ plan: { participation } }) =>
    participation.kind === 'change'
      ? [{ participationId: participation.id, from: participation.before, to: participation.after }]
      : [],
  )
  requireAll(await updateParticipations(tx, changes), changes.length)
}

/** One event for the import and one for each record and number that it touched; identity numbers are never in them. */
function auditsOf(
  actor: Actor,
  { importId, project }: StoredImport,
  good: readonly GoodRow[],
  counts: ImportCounts,
  at: Date,
): AuditEvent[] {
  const by = { actorId: actor.personId, at }
  const records = good.flatMap<AuditEvent>(({ row, plan, ids }) => {
    const subjectId = participationIdOf(plan, ids)
    if (row.outcome === 'oforandrad' || subjectId === null) return []
    const action = row.outcome === 'skapad' ? 'participation.imported' : 'participation.changed-by-import'
    return [{ ...by, action, subjectKind: 'participation', subjectId, detail: { importId, line: row.line } }]
  })
  const numbers = good.flatMap<AuditEvent>(({ plan: { number }, personId, ids }) => {
    if (number === undefined) return []
    const detail = { identityNumberId: ids.numberId, kind: number.kind, importId }
    return [{ ...by, action: 'identity-number.added', subjectKind: 'person', subjectId: personId, detail }]
  })
  const applied: AuditEvent = {
    ...by,
    action: 'participants.import-applied',
    subjectKind: 'participant_import',
    subjectId: importId,
    detail: { project: project.diarienr, ...counts },
  }
  return [...records, ...numbers, applied]
}
