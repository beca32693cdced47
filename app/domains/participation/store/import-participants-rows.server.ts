import { sql } from 'kysely'
import { shownName } from '~/domains/identity'
import type { Db, Tx } from '~db/schema'
import type { RowDetail, RowOutcome } from '../import/model'

export interface NewImportRow {
  line: number
  outcome: RowOutcome
  personId: string | null
  participationId: string | null
  detail: RowDetail
}

export async function insertImportRows(tx: Tx, importId: string, rows: readonly NewImportRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into participant_import_row (import_id, line, outcome, person_id, participation_id, detail)
    select ${importId}::uuid, line, outcome, "personId", "participationId", detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(line integer, outcome text, "personId" uuid, "participationId" uuid, detail jsonb)`.execute(tx)
}

export interface ImportRow extends NewImportRow {
  /** Null for rows that were refused, and for people who are gone since. */
  name: string | null
}

/** Rows of which the reader should know something: refused ones, and those that an undo left. */
const hasProblem = sql<boolean>`(participant_import_row.outcome = 'avvisad' or participant_import_row.detail ? 'kept')`

export async function countImportRows(db: Db, importId: string, onlyProblems: boolean): Promise<number> {
  const { count } = await db
    .selectFrom('participant_import_row')
    .where('import_id', '=', importId)
    .where((expression) => (onlyProblems ? hasProblem : expression.val(true)))
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The rows of an applied import as they may be shown, by line; all of them or one page. */
export async function listImportRows(
  db: Db,
  importId: string,
  page?: { size: number; number: number; onlyProblems: boolean },
): Promise<ImportRow[]> {
  let query = db
    .selectFrom('participant_import_row')
    .leftJoin('person', 'person.person_id', 'participant_import_row.person_id')
    .where('participant_import_row.import_id', '=', importId)
    .select([
      'participant_import_row.line',
      'participant_import_row.outcome',
      'participant_import_row.person_id as personId',
      'participant_import_row.participation_id as participationId',
      'participant_import_row.detail',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.alias',
      'person.protection',
    ])
    .orderBy('participant_import_row.line')
  if (page?.onlyProblems === true) query = query.where(hasProblem)
  if (page !== undefined) query = query.limit(page.size).offset((page.number - 1) * page.size)
  const rows = await query.execute()
  return rows.map(({ givenName, familyName, alias, protection, detail, ...row }) => ({
    ...row,
    detail: detail as RowDetail,
    name:
      givenName === null || familyName === null || protection === null
        ? null
        : shownName({ givenName, familyName, alias, protection }),
  }))
}

/** Writes what an undo did with each row; people and records that are gone are forgotten first. */
export async function updateImportRows(
  tx: Tx,
  importId: string,
  rows: readonly { line: number; detail: RowDetail }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`update participant_import_row set detail = x.detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(line integer, detail jsonb)
    where participant_import_row.import_id = ${importId} and participant_import_row.line = x.line`.execute(tx)
}

/** Lets go of people and records that are about to be removed, in the rows of every import. */
export async function forgetImported(
  tx: Tx,
  gone: { personIds: readonly string[]; participationIds: readonly string[] },
): Promise<void> {
  if (gone.participationIds.length > 0) {
    await tx
      .updateTable('participant_import_row')
      .set({ participation_id: null })
      .where('participation_id', 'in', [...gone.participationIds])
      .execute()
  }
  if (gone.personIds.length > 0) {
    await tx
      .updateTable('participant_import_row')
      .set({ person_id: null })
      .where('person_id', 'in', [...gone.personIds])
      .execute()
  }
}
