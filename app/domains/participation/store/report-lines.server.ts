import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { BatchDifference, DifferenceRow } from '../reports/model'

export interface SealedLine {
  position: number
  personId: PersonId
  isProtected: boolean
  startsOn: string | null
  endsOn: string | null
  reportedMinutes: number
  /** The sealed number that stood in the register when the file was made. */
  ciphertext: Buffer | null
}

/** The position of a file's last line; 0 when it has none. */
export async function findLastPosition(db: Db, batchId: string): Promise<number> {
  const row = await db
    .selectFrom('export_line')
    .where('export_batch_id', '=', batchId)
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}

/**
 * The lines of a file from a position to another, in order; a file is read in pieces, so that its size never matters.
 * Both ends are given: while a file is being made the planner knows nothing of its lines, and would sort all that follow.
 */
export async function listSealedLines(
  db: Db,
  batchId: string,
  positions: { from: number; to: number },
): Promise<SealedLine[]> {
  const rows = await db
    .selectFrom('export_line')
    .leftJoin('identity_number', 'identity_number.identity_number_id', 'export_line.identity_number_id')
    .where('export_line.export_batch_id', '=', batchId)
    .where('export_line.position', '>=', positions.from)
    .where('export_line.position', '<=', positions.to)
    .select([
      'export_line.position',
      'export_line.person_id as personId',
      'export_line.is_protected as isProtected',
      'export_line.starts_on as startsOn',
      'export_line.ends_on as endsOn',
      'export_line.reported_minutes as reportedMinutes',
      'identity_number.ciphertext',
    ])
    .orderBy('export_line.position')
    .execute()
  return rows.map((row) => ({ ...row, personId: row.personId as PersonId }))
}

export interface ShownLine {
  position: number
  /** The alias of a person who is protected now or was when the file was made. */
  name: string
  isProtected: boolean
  /** `19810101-••••`; null for protected persons and for those without a number. */
  masked: string | null
  hasNumber: boolean
  participationId: string | null
  startsOn: string | null
  endsOn: string | null
  reportedMinutes: number
}

const isHidden = sql<boolean>`person.protection <> 'none' or export_line.is_protected`

/** One page of a file as its readers see it: names and masked numbers, of protected persons the alias. */
export async function listShownLines(
  db: Db,
  batchId: string,
  page: { size: number; number: number },
): Promise<ShownLine[]> {
  return db
    .selectFrom('export_line')
    .innerJoin('export_batch', 'export_batch.export_batch_id', 'export_line.export_batch_id')
    .innerJoin('person', 'person.person_id', 'export_line.person_id')
    .leftJoin('identity_number', 'identity_number.identity_number_id', 'export_line.identity_number_id')
    .leftJoin('participation', (join) =>
      join
        .onRef('participation.person_id', '=', 'export_line.person_id')
        .onRef('participation.project_id', '=', 'export_batch.project_id'),
    )
    .where('export_line.export_batch_id', '=', batchId)
    .where('export_line.position', '>', (page.number - 1) * page.size)
    .where('export_line.position', '<=', page.number * page.size)
    .select([
      'export_line.position',
      shownNameSql().as('name'),
      isHidden.as('isProtected'),
      sql<string | null>`case when not (${isHidden}) then identity_number.masked end`.as('masked'),
      sql<boolean>`export_line.identity_number_id is not null`.as('hasNumber'),
      'participation.participation_id as participationId',
      'export_line.starts_on as startsOn',
      'export_line.ends_on as endsOn',
      'export_line.reported_minutes as reportedMinutes',
    ])
    .orderBy('export_line.position')
    .execute()
}

/** Whether somebody in the file whose number it holds has since got protected personal data. */
export async function holdsNumberNowProtected(db: Db, batchId: string): Promise<boolean> {
  const row = await db
    .selectFrom('export_line')
    .innerJoin('person', 'person.person_id', 'export_line.person_id')
    .where('export_line.export_batch_id', '=', batchId)
    .where('export_line.is_protected', '=', false)
    .where('export_line.identity_number_id', 'is not', null)
    .where('person.protection', '<>', 'none')
    .select('export_line.position')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const joined = (before: string, after: string) => sql`
  (select * from export_line where export_batch_id = ${before}) as old
  full join (select * from export_line where export_batch_id = ${after}) as new on new.person_id = old.person_id`
const differs = sql<boolean>`(old.person_id is null or new.person_id is null
  or (old.starts_on, old.ends_on, old.reported_minutes, old.identity_number_id, old.is_protected)
    is distinct from (new.starts_on, new.ends_on, new.reported_minutes, new.identity_number_id, new.is_protected))`

/** Counts what a file changes against the one before. */
export async function summariseDifference(
  db: Db,
  before: { batchId: string; number: number },
  after: string,
): Promise<BatchDifference> {
  const { rows } = await sql<Omit<BatchDifference, 'previous' | 'previousNumber'>>`
    select count(*) filter (where old.person_id is null) as added,
      count(*) filter (where new.person_id is null) as removed,
      count(*) filter (where old.person_id is not null and new.person_id is not null and ${differs}) as changed,
      coalesce(sum(new.reported_minutes), 0) - coalesce(sum(old.reported_minutes), 0) as minutes
    from ${joined(before.batchId, after)}`.execute(db)
  const counts = rows[0] ?? { added: 0, removed: 0, changed: 0, minutes: 0 }
  return { previous: before.batchId, previousNumber: before.number, ...counts }
}

/** The persons whose lines differ between two files, at most `limit`, by name. */
export async function listDifference(db: Db, before: string, after: string, limit: number): Promise<DifferenceRow[]> {
  const { rows } = await sql<{
    personId: PersonId
    participationId: string | null
    name: string
    was: boolean
    is: boolean
    numberChanged: boolean
    oldStart: string | null
    oldEnd: string | null
    oldMinutes: number | null
    newStart: string | null
    newEnd: string | null
    newMinutes: number | null
  }>`
    select person.person_id as "personId", participation.participation_id as "participationId", ${shownNameSql()} as name,
      old.person_id is not null as was, new.person_id is not null as is,
      old.person_id is not null and new.person_id is not null and (old.identity_number_id, old.is_protected)
        is distinct from (new.identity_number_id, new.is_protected) as "numberChanged",
      old.starts_on as "oldStart", old.ends_on as "oldEnd", old.reported_minutes as "oldMinutes",
      new.starts_on as "newStart", new.ends_on as "newEnd", new.reported_minutes as "newMinutes"
    from ${joined(before, after)}
    join person on person.person_id = coalesce(new.person_id, old.person_id)
    left join participation on participation.person_id = person.person_id and participation.project_id =
      (select project_id from export_batch where export_batch_id = ${after})
    where ${differs}
    order by case when person.protection = 'none' then person.family_name || ' ' || person.given_name
      else person.alias end, person.person_id
    limit ${limit}`.execute(db)
  return rows.map((row) => ({
    personId: row.personId,
    participationId: row.participationId,
    name: row.name,
    kind: !row.was ? 'added' : !row.is ? 'removed' : 'changed',
    numberChanged: row.numberChanged,
    before: row.was ? { startsOn: row.oldStart, endsOn: row.oldEnd, reportedMinutes: row.oldMinutes ?? 0 } : null,
    after: row.is ? { startsOn: row.newStart, endsOn: row.newEnd, reportedMinutes: row.newMinutes ?? 0 } : null,
  }))
}

/** The person-months of a file's lines are exported: their state, an event each in the ledger's chain, and the month. */
export async function markExported(
  tx: Tx,
  batchId: string,
  which: { projectId: ProjectId; month: string; generation: number; actorId: PersonId; at: Date },
): Promise<void> {
  const { projectId, month, generation, actorId, at } = which
  await sql`
    insert into month_event (project_id, person_id, month, kind, generation, actor_id, method, minutes,
      reportable_minutes, entry_count, lines_sha256, reason, happened_at)
    select month_figure.project_id, month_figure.person_id, month_figure.month, 'exporterad', ${generation}, ${actorId},
      'kontor', month_figure.registered_minutes, month_figure.reportable_minutes, month_figure.entry_count,
      month_figure.lines_sha256, null, ${at}
    from export_line
    join month_figure on month_figure.person_id = export_line.person_id and month_figure.project_id = ${projectId}
      and month_figure.month = ${month} and month_figure.generation = ${generation}
    where export_line.export_batch_id = ${batchId}
    order by month_figure.person_id`.execute(tx)
  await sql`
    update person_month set state = 'exporterad', changed_at = ${at}
    from export_line
    where export_line.export_batch_id = ${batchId} and person_month.person_id = export_line.person_id
      and person_month.project_id = ${projectId} and person_month.month = ${month}
      and person_month.state = 'last'`.execute(tx)
  await tx
    .updateTable('project_month')
    .set({ must_resend: false, changed_at: at, changed_by: actorId })
    .where('project_id', '=', projectId)
    .where('month', '=', month)
    .execute()
}
