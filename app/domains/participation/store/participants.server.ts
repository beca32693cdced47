import { type RawBuilder, sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { ParticipantFilter, ParticipantOrder } from '../filter'
import type { ParticipantScope } from '../policy'
import { informationWaits } from './information.server'
import { withinScope } from './scope.server'

export interface ReachedProject {
  projectId: ProjectId
  diarienr: string
  name: string
  startsOn: string
  endsOn: string
  plannedParticipants: number
  selfStudyEligible: boolean
  rounding: 'floor_hours' | 'minutes'
}

/** The projects with a record that the actor reaches, the first to start first. */
export async function listReachedProjects(db: Db, scope: ParticipantScope): Promise<ReachedProject[]> {
  const rows = await db
    .selectFrom('project')
    .where(
      sql<boolean>`${scope.everyone} or exists (select 1 from participation
        where participation.project_id = project.project_id and participation.merged_into is null
          and ${withinScope(scope)})`,
    )
    .select([
      'project.project_id as projectId',
      'diarienr',
      'name',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'planned_participants as plannedParticipants',
      'self_study_eligible as selfStudyEligible',
      'rounding',
    ])
    .orderBy('starts_on')
    .orderBy('diarienr')
    .execute()
  return rows.map((row) => ({ ...row, projectId: row.projectId as ProjectId }))
}

export interface ParticipantRow {
  participationId: string
  personId: PersonId
  /** The alias of a person with protected personal data; the name of others. */
  name: string
  isProtected: boolean
  /** Null for protected persons: place and workplace are part of what is protected. */
  partner: string | null
  employer: string | null
  municipality: string | null
  registeredOn: string
  entryOn: string | null
  exitOn: string | null
  noticeAckAt: Date | null
  informationWaits: boolean
  hasIdentityNumber: boolean
  minutes: number
  completions: number
}

/**
 * One row a record as its readers see it: name, partner and place are hidden here for protected persons, before any
 * filter or order, so that neither the hit nor the place in the list gives them away. With `chosen` only those records.
 */
function seen(scope: ParticipantScope, projectId: ProjectId, chosen?: readonly string[]): RawBuilder<unknown> {
  const ids = sql`any(${[...(chosen ?? [])]}::uuid[])`
  const some = chosen === undefined ? sql`` : sql`and participation.participation_id = ${ids}`
  const persons = sql`select person_id from participation where participation_id = ${ids}`
  const those = (owner: string) => (chosen === undefined ? sql`` : sql`and ${sql.ref(owner)} in (${persons})`)
  return sql`
    select participation.participation_id, participation.person_id, participation.registered_on,
      participation.entry_on, participation.exit_on, participation.notice_ack_at,
      ${informationWaits} as information_waits,
      person.protection <> 'none' as is_protected,
      case when person.protection = 'none' then person.given_name || ' ' || person.family_name else person.alias end as name,
      case when person.protection = 'none' then person.family_name || ' ' || person.given_name else person.alias end as sort_name,
      case when person.protection = 'none' then partner.slug end as partner_slug,
      case when person.protection = 'none' then partner.name end as partner,
      case when person.protection = 'none' then employer.name end as employer,
      case when person.protection = 'none' then participation.municipality_code end as municipality_code,
      case when person.protection = 'none' then municipality.name end as municipality,
      numbered.person_id is not null as has_identity_number,
      coalesce(ledger.minutes, 0) as minutes,
      coalesce(finished.completions, 0) as completions
    from participation
    join project on project.project_id = participation.project_id
    join person on person.person_id = participation.person_id
    join organisation partner on partner.organisation_id = participation.partner_id
    join organisation employer on employer.organisation_id = participation.employer_id
    left join municipality on municipality.municipality_code = participation.municipality_code
    left join (
      select distinct person_id from identity_number where replaced_by is null ${those('person_id')}
    ) numbered on numbered.person_id = participation.person_id
    left join (
      select person_id, sum(minutes) as minutes from time_entry
      where project_id = ${projectId} ${those('person_id')} group by person_id
    ) ledger on ledger.person_id = participation.person_id
    left join (
      select completion.person_id, count(*) as completions
      from completion join project on project.project_id = ${projectId}
      where completion.item_kind = 'course' ${those('completion.person_id')}
        and (completion.finished_at at time zone 'Europe/Stockholm')::date between project.starts_on and project.ends_on
      group by completion.person_id
    ) finished on finished.person_id = participation.person_id
    where participation.project_id = ${projectId} and participation.merged_into is null and person.merged_into is null
      and ${withinScope(scope)} ${some}`
}

const complete = sql<boolean>`(has_identity_number and entry_on is not null and notice_ack_at is not null)`

const orders: Record<ParticipantOrder, RawBuilder<unknown>> = {
  namn: sql`sort_name`,
  partner: sql`partner`,
  kommun: sql`municipality`,
  start: sql`entry_on`,
  minuter: sql`minutes`,
  kurser: sql`completions`,
}

function matching(filter: ParticipantFilter): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`]
  if (filter.search !== '') {
    const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`
    parts.push(sql<boolean>`(name ilike ${pattern} or sort_name ilike ${pattern})`)
  }
  if (filter.partner !== undefined) parts.push(sql<boolean>`partner_slug = ${filter.partner}`)
  if (filter.municipality !== undefined) parts.push(sql<boolean>`municipality_code = ${filter.municipality}`)
  if (filter.information !== undefined)
    parts.push(filter.information ? sql<boolean>`not information_waits` : sql<boolean>`information_waits`)
  if (filter.complete !== undefined) parts.push(filter.complete ? complete : sql<boolean>`not ${complete}`)
  return sql.join(parts, sql` and `)
}

interface SeenRow {
  participation_id: string
  person_id: string
  name: string
  is_protected: boolean
  partner: string | null
  employer: string | null
  municipality: string | null
  registered_on: string
  entry_on: string | null
  exit_on: string | null
  notice_ack_at: Date | null
  information_waits: boolean
  has_identity_number: boolean
  minutes: number
  completions: number
}

function orderOf(filter: ParticipantFilter): RawBuilder<unknown> {
  const direction = filter.descending ? sql`desc nulls last` : sql`asc nulls last`
  return sql`${orders[filter.order]} ${direction}, sort_name, participation_id`
}

const columns = sql`participation_id, person_id, name, is_protected, partner, employer, municipality, registered_on,
  entry_on, exit_on, notice_ack_at, information_waits, has_identity_number, minutes, completions`

function participantOf(row: SeenRow): ParticipantRow {
  return {
    participationId: row.participation_id,
    personId: row.person_id as PersonId,
    name: row.name,
    isProtected: row.is_protected,
    partner: row.partner,
    employer: row.employer,
    municipality: row.municipality,
    registeredOn: row.registered_on,
    entryOn: row.entry_on,
    exitOn: row.exit_on,
    noticeAckAt: row.notice_ack_at,
    informationWaits: row.information_waits,
    hasIdentityNumber: row.has_identity_number,
    minutes: row.minutes,
    completions: row.completions,
  }
}

/** Records of one project within the scope; `page` undefined gives all of them. */
export async function listParticipants(
  db: Db,
  scope: ParticipantScope,
  projectId: ProjectId,
  filter: ParticipantFilter,
  page?: { size: number; number: number },
): Promise<ParticipantRow[]> {
  const slice = page === undefined ? sql`` : sql`limit ${page.size} offset ${page.size * (page.number - 1)}`
  const { rows } = await sql<SeenRow>`
    with seen as materialized (${seen(scope, projectId)})
    select ${columns} from seen where ${matching(filter)} order by ${orderOf(filter)} ${slice}`.execute(db)
  return rows.map(participantOf)
}

/** The records that a filter finds, in its order: what a file holds, whatever is changed while it is sent. */
export async function listParticipantIds(
  db: Db,
  scope: ParticipantScope,
  projectId: ProjectId,
  filter: ParticipantFilter,
): Promise<string[]> {
  const { rows } = await sql<{ participation_id: string }>`
    select participation_id from (${seen(scope, projectId)}) seen
    where ${matching(filter)} order by ${orderOf(filter)}`.execute(db)
  return rows.map((row) => row.participation_id)
}

/** These records of one project, as far as they are within the scope, in the order of the ids. */
export async function listChosenParticipants(
  db: Db,
  scope: ParticipantScope,
  projectId: ProjectId,
  ids: readonly string[],
): Promise<ParticipantRow[]> {
  const { rows } = await sql<SeenRow>`
    with seen as materialized (${seen(scope, projectId, ids)})
    select ${columns} from seen order by array_position(${[...ids]}::uuid[], participation_id)`.execute(db)
  return rows.map(participantOf)
}

export interface ParticipantTotals {
  /** Of the filtered list. */
  found: number
  foundMinutes: number
  /** Of everything within the scope. */
  participants: number
  complete: number
  minutes: number
  completions: number
}

export async function sumParticipants(
  db: Db,
  scope: ParticipantScope,
  projectId: ProjectId,
  filter: ParticipantFilter,
): Promise<ParticipantTotals> {
  const { rows } = await sql<ParticipantTotals>`
    select count(*) filter (where ${matching(filter)}) as found,
      coalesce(sum(minutes) filter (where ${matching(filter)}), 0) as "foundMinutes",
      count(*) as participants,
      count(*) filter (where ${complete}) as complete,
      coalesce(sum(minutes), 0) as minutes,
      coalesce(sum(completions), 0) as completions
    from (${seen(scope, projectId)}) seen`.execute(db)
  return rows[0] ?? { found: 0, foundMinutes: 0, participants: 0, complete: 0, minutes: 0, completions: 0 }
}

export interface FilterChoices {
  partners: { slug: string; name: string }[]
  municipalities: { code: string; name: string }[]
}

/** Partners and municipalities that occur within the scope, by name. */
export async function listFilterChoices(db: Db, scope: ParticipantScope, projectId: ProjectId): Promise<FilterChoices> {
  const { rows } = await sql<{ kind: string; value: string; name: string }>`
    with reached as (
      select participation.partner_id, participation.municipality_code
      from participation
      join project on project.project_id = participation.project_id
      join person on person.person_id = participation.person_id and person.protection = 'none'
      where participation.project_id = ${projectId} and participation.merged_into is null and ${withinScope(scope)}
    )
    select 'partner' as kind, slug as value, name
      from organisation where organisation_id in (select partner_id from reached)
    union all
    select 'municipality', municipality_code, name
      from municipality where municipality_code in (select municipality_code from reached)
    order by name`.execute(db)
  return {
    partners: rows.flatMap((row) => (row.kind === 'partner' ? [{ slug: row.value, name: row.name }] : [])),
    municipalities: rows.flatMap((row) => (row.kind === 'municipality' ? [{ code: row.value, name: row.name }] : [])),
  }
}
