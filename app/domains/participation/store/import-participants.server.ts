import { sql } from 'kysely'
import { shownName } from '~/domains/identity'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { FileForm, ImportCounts, ImportProject, ImportReach, Mapping } from '../import/model'

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
      sql<ImportChoices>`participant_import.mapping`.as('mapping'),
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
    choices: mapping,
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
