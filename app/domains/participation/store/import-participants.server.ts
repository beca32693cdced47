import { sql } from 'kysely'
import { shownName } from '~/domains/identity'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type {
  FileForm,
  ImportCounts,
  ImportProject,
  ImportReach,
  Mapping,
  RowDetail,
  RowOutcome,
} from '../import/model'

export type ImportState = 'forhandsvisad' | 'inford' | 'angrad' | 'avbruten'

/** What the import keeps beside the rows: which column is what, and what the reader has answered. */
export interface ImportChoices {
  form: FileForm
  mapping: Mapping
  rowCount: number
}

export interface StoredImport {
  importId: string
  project: ImportProject
  actorId: PersonId
  /** Name or alias of the one who uploaded the file. */
  actorName: string
  fileName: string
  fileSha256: string
  state: ImportState
  choices: ImportChoices
  sealedRows: Buffer | null
  counts: Partial<ImportCounts>
  createdAt: Date
  appliedAt: Date | null
  undoneAt: Date | null
  /** When the same file was applied to the project before, unless that was undone. */
  twinAppliedAt: Date | null
}

export async function insertImport(
  tx: Tx,
  row: {
    importId: string
    projectId: ProjectId
    actorId: PersonId
    fileName: string
    fileSha256: string
    choices: ImportChoices
    sealedRows: Buffer
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('participant_import')
    .values({
      import_id: row.importId,
      project_id: row.projectId,
      actor_id: row.actorId,
      file_name: row.fileName,
      file_sha256: row.fileSha256,
      state: 'forhandsvisad',
      mapping: JSON.stringify(row.choices),
      sealed_rows: row.sealedRows,
      created_at: row.at,
    })
    .execute()
}

function importsInReach(db: Db, actorId: PersonId, reach: ImportReach) {
  return db
    .selectFrom('participant_import')
    .innerJoin('project', 'project.project_id', 'participant_import.project_id')
    .innerJoin('person', 'person.person_id', 'participant_import.actor_id')
    .where((expression) =>
      expression.or([
        expression.val(reach.everyone),
        expression('participant_import.actor_id', '=', actorId),
        sql<boolean>`project.owner_id = any(${[...reach.organisationIds]}::uuid[])`,
      ]),
    )
    .select([
      'participant_import.import_id as importId',
      'participant_import.actor_id as actorId',
      'participant_import.file_name as fileName',
      'participant_import.file_sha256 as fileSha256',
      'participant_import.state',
      'participant_import.mapping',
      'participant_import.counts',
      'participant_import.created_at as createdAt',
      'participant_import.applied_at as appliedAt',
      'participant_import.undone_at as undoneAt',
      sql<Date | null>`(select max(twin.applied_at) from participant_import twin
        where twin.project_id = participant_import.project_id and twin.state = 'inford'
        and twin.file_sha256 = participant_import.file_sha256
        and twin.import_id <> participant_import.import_id)`.as('twinAppliedAt'),
      'project.project_id as projectId',
      'project.diarienr',
      'project.name',
      'project.starts_on as startsOn',
      'project.ends_on as endsOn',
      'project.owner_id as ownerId',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.alias',
      'person.protection',
    ])
}

type ReachedRow = Awaited<ReturnType<ReturnType<typeof importsInReach>['execute']>>[number]

function storedImport(row: ReachedRow, sealedRows: Buffer | null): StoredImport {
  const { projectId, diarienr, name, startsOn, endsOn, ownerId, ...rest } = row
  const { givenName, familyName, alias, protection, mapping, ...facts } = rest
  return {
    ...facts,
    actorId: row.actorId as PersonId,
    actorName: shownName({ givenName, familyName, alias, protection }),
    choices: mapping as unknown as ImportChoices,
    counts: row.counts as Partial<ImportCounts>,
    project: { projectId: projectId as ProjectId, diarienr, name, startsOn, endsOn, ownerId },
    sealedRows,
  }
}

/** One import: the office reaches all, a coordinator the own ones. */
export async function findImport(
  db: Db,
  actorId: PersonId,
  reach: ImportReach,
  importId: string,
): Promise<StoredImport | undefined> {
  const row = await importsInReach(db, actorId, reach)
    .where('participant_import.import_id', '=', importId)
    .select('participant_import.sealed_rows as sealedRows')
    .executeTakeFirst()
  return row === undefined ? undefined : storedImport(row, row.sealedRows)
}

/** The latest fifty imports of a project, the newest first. */
export async function listImports(
  db: Db,
  actorId: PersonId,
  reach: ImportReach,
  projectId: ProjectId,
): Promise<StoredImport[]> {
  const rows = await importsInReach(db, actorId, reach)
    .where('participant_import.project_id', '=', projectId)
    .orderBy('participant_import.created_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => storedImport(row, null))
}

/** Lets one import at a time write, on every server of the portal; kept until the transaction ends. */
export async function lockImports(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('participant-import'))`.execute(tx)
}

export async function updateImportChoices(tx: Tx, importId: string, choices: ImportChoices): Promise<void> {
  await tx
    .updateTable('participant_import')
    .set({ mapping: JSON.stringify(choices) })
    .where('import_id', '=', importId)
    .where('state', '=', 'forhandsvisad')
    .execute()
}

/** Moves an import on and wipes its rows; false when it is not in that state any more. */
export async function moveImport(
  tx: Tx,
  importId: string,
  from: ImportState,
  change: { to: ImportState; counts?: ImportCounts; appliedAt?: Date; undoneAt?: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('participant_import')
    .set({
      state: change.to,
      sealed_rows: null,
      ...(change.counts === undefined ? {} : { counts: JSON.stringify(change.counts) }),
      ...(change.appliedAt === undefined ? {} : { applied_at: change.appliedAt }),
      ...(change.undoneAt === undefined ? {} : { undone_at: change.undoneAt }),
    })
    .where('import_id', '=', importId)
    .where('state', '=', from)
    .returning('import_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives up uploads from before the day and wipes their rows; how many there were. */
export async function wipeWaitingImports(db: Db, before: Date): Promise<number> {
  const rows = await db
    .updateTable('participant_import')
    .set({ state: 'avbruten', sealed_rows: null })
    .where('state', '=', 'forhandsvisad')
    .where('created_at', '<', before)
    .returning('import_id')
    .execute()
  return rows.length
}

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
