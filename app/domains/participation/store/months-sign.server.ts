import { sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { PersonMonth, PersonMonthState, ProjectMonthState } from '../months/model'
import type { AttestScope } from '../months/policy'
import { listOf, monthSums } from './months-sums.server'

interface Row {
  personId: PersonId
  participationId: string
  state: PersonMonthState
  minutes: number
  reportableMinutes: number
  entryCount: number
  linesSha256: string
  attestationWanted: boolean
}

/** The person's month with its sums as they are now; undefined when it holds no time or the record is merged. */
export async function findPersonMonth(
  db: Db,
  projectId: ProjectId,
  personId: PersonId,
  month: string,
): Promise<PersonMonth | undefined> {
  const { rows } = await sql<Row>`
    select standing.person_id as "personId", record.participation_id as "participationId", standing.state,
      sums.minutes, sums.reportable as "reportableMinutes", sums.entry_count as "entryCount",
      sums.lines_sha256 as "linesSha256", coalesce(settings.attestation, project.attestation) as "attestationWanted"
    from person_month standing
    join (${monthSums(projectId, month, listOf([personId]))}) sums on sums.person_id = standing.person_id
    join project on project.project_id = standing.project_id
    join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
      and record.merged_into is null
    left join partner settings on settings.project_id = record.project_id and settings.organisation_id = record.partner_id
    where standing.project_id = ${projectId} and standing.month = ${month} and standing.person_id = ${personId}`.execute(
    db,
  )
  const row = rows[0]
  return row && { ...row, projectId, month }
}

/** How the project's month stands; open when nothing has happened to it. */
export async function findProjectMonth(
  db: Db,
  projectId: ProjectId,
  month: string,
): Promise<{
  state: ProjectMonthState
  generation: number
  mustResend: boolean
  changedAt: Date | null
  lockingTotal: number | null
  lockedCount: number
}> {
  const row = await db
    .selectFrom('project_month')
    .where('project_id', '=', projectId)
    .where('month', '=', month)
    .select([
      'state',
      'generation',
      'must_resend as mustResend',
      'changed_at as changedAt',
      'locking_total as lockingTotal',
      'locked_count as lockedCount',
    ])
    .executeTakeFirst()
  return (
    row ?? { state: 'oppen', generation: 0, mustResend: false, changedAt: null, lockingTotal: null, lockedCount: 0 }
  )
}

/** SQL of the tenant lock of attesting, over `record`: own employees for a principal, own partner for a coordinator. */
export function attestable(scope: AttestScope) {
  const { employers, partners } = scope
  return sql<boolean>`(record.employer_id = any(${[...employers]}::uuid[])
    or record.partner_id = any(${[...partners]}::uuid[])
    or exists (select 1 from employment where employment.person_id = record.person_id
      and employment.organisation_id = any(${[...employers]}::uuid[])
      and (employment.ends_on is null or employment.ends_on >= (standing.month || '-01')::date)))`
}

export interface AttestedKey {
  projectId: ProjectId
  personId: PersonId
  month: string
}

/** Of the named person-months those within the scope; `mine` marks those of the actor. */
export async function listAttestable(
  tx: Tx,
  scope: AttestScope,
  keys: readonly AttestedKey[],
): Promise<(AttestedKey & { state: PersonMonthState; attestationWanted: boolean; locked: boolean })[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<AttestedKey & { state: PersonMonthState; attestationWanted: boolean; locked: boolean }>`
    select standing.project_id as "projectId", standing.person_id as "personId", standing.month, standing.state,
      coalesce(settings.attestation, project.attestation) as "attestationWanted",
      coalesce(locked.state <> 'oppen', false) as locked
    from unnest(${keys.map((key) => key.projectId)}::uuid[], ${keys.map((key) => key.personId)}::uuid[],
      ${keys.map((key) => key.month)}::text[]) wanted (project_id, person_id, month)
    join person_month standing on standing.project_id = wanted.project_id and standing.person_id = wanted.person_id
      and standing.month = wanted.month
    join project on project.project_id = standing.project_id
    join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
      and record.merged_into is null
    left join partner settings on settings.project_id = record.project_id and settings.organisation_id = record.partner_id
    left join project_month locked on locked.project_id = standing.project_id and locked.month = standing.month
    where ${scope.everyone ? sql<boolean>`true` : attestable(scope)}`.execute(tx)
  return rows
}

/** Minutes that the ledger holds of a person on a day, in every project and outside. */
export async function sumDay(db: Db, personId: PersonId, day: string): Promise<number> {
  const row = await db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .where('worked_on', '=', day)
    .select((expression) => expression.fn.coalesce(expression.fn.sum<number>('minutes'), sql<number>`0`).as('minutes'))
    .executeTakeFirstOrThrow()
  return row.minutes
}

/** The person's months that hold time, the newest first. */
export async function listOwnMonths(
  db: Db,
  personId: PersonId,
): Promise<
  { diarienr: string; projectName: string; month: string; state: PersonMonthState; projectState: ProjectMonthState }[]
> {
  return db
    .selectFrom('person_month as standing')
    .innerJoin('project', 'project.project_id', 'standing.project_id')
    .innerJoin('participation as record', (join) =>
      join
        .onRef('record.project_id', '=', 'standing.project_id')
        .onRef('record.person_id', '=', 'standing.person_id')
        .on('record.merged_into', 'is', null),
    )
    .leftJoin('project_month as locked', (join) =>
      join.onRef('locked.project_id', '=', 'standing.project_id').onRef('locked.month', '=', 'standing.month'),
    )
    .where('standing.person_id', '=', personId)
    .select([
      'project.diarienr as diarienr',
      'project.name as projectName',
      'standing.month as month',
      'standing.state as state',
      sql<ProjectMonthState>`coalesce(locked.state, 'oppen')`.as('projectState'),
    ])
    .orderBy('standing.month', 'desc')
    .orderBy('project.diarienr')
    .execute()
}

export interface OwnMonth {
  standing: PersonMonth | undefined
  projectState: ProjectMonthState
  generation: number
}

/** The person's own month in a project with a record: its sums when it holds time, and how the project's month stands. */
export async function findOwnMonth(
  db: Db,
  projectId: ProjectId,
  personId: PersonId,
  month: string,
): Promise<OwnMonth | undefined> {
  const { rows } = await sql<
    Omit<Row, 'state'> & { state: PersonMonthState | null; projectState: ProjectMonthState; generation: number }
  >`
    select record.person_id as "personId", record.participation_id as "participationId", standing.state,
      coalesce(sums.minutes, 0) as minutes, coalesce(sums.reportable, 0) as "reportableMinutes",
      coalesce(sums.entry_count, 0) as "entryCount", coalesce(sums.lines_sha256, '') as "linesSha256",
      coalesce(settings.attestation, project.attestation) as "attestationWanted",
      coalesce(locked.state, 'oppen') as "projectState", coalesce(locked.generation, 0) as generation
    from participation record
    join project on project.project_id = record.project_id
    left join partner settings on settings.project_id = record.project_id and settings.organisation_id = record.partner_id
    left join project_month locked on locked.project_id = record.project_id and locked.month = ${month}
    left join person_month standing on standing.project_id = record.project_id and standing.month = ${month}
      and standing.person_id = record.person_id
    left join (${monthSums(projectId, month, listOf([personId]))}) sums on sums.person_id = record.person_id
    where record.project_id = ${projectId} and record.person_id = ${personId} and record.merged_into is null`.execute(
    db,
  )
  const row = rows[0]
  if (row === undefined) return undefined
  const { projectState, generation, state, ...rest } = row
  return { standing: state === null ? undefined : { ...rest, state, projectId, month }, projectState, generation }
}
