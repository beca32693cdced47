import { type RawBuilder, sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { MonthMethod, PersonMonth } from '../months/model'
import { daysOf } from '../months/rules/calendar'
import { monthSums } from './months-sums.server'
import { newestEvents } from './months-write.server'

/** What a person-month waits for, as the office reads it. */
export type MonthFilterState = 'vantar-pa-signatur' | 'vantar-pa-attest' | 'klar' | 'last' | 'sen'
export const monthFilterStates = ['vantar-pa-signatur', 'vantar-pa-attest', 'klar', 'last', 'sen'] as const

export interface ListedMonth extends PersonMonth {
  /** The alias of a protected person. */
  name: string
  isProtected: boolean
  /** Null for protected persons. */
  partner: string | null
  partnerSlug: string | null
  signedAt: Date | null
  /** Who attested and in what capacity, when the month is attested. */
  attestedBy: string | null
  attestedMethod: MonthMethod | null
  attestedAt: Date | null
  /** Minutes that came after the month was locked. */
  lateMinutes: number
  /** Why the month was last given back, while it waits for a new signature. */
  returnReason: string | null
}

export interface MonthFilter {
  state: MonthFilterState | null
  search: string
  /** Slug; nobody with protected personal data is found by partner. */
  partner?: string | null
  participationId?: string
}

/**
 * SQL of what is chosen, sorted and counted by in a project's month: one row for each of its person-months, told by
 * `person_id`. It reads no digest and no event, which `detailed` looks up for those that are shown. A locked month has got
 * late lines when it holds another number of lines than its figure: lines are only ever added. Before the first lock no
 * line is read.
 */
function standings(projectId: ProjectId, month: string): RawBuilder<unknown> {
  const { from, before } = daysOf(month)
  return sql`
    select standing.person_id, standing.state, record.participation_id as "participationId",
      coalesce(settings.attestation, project.attestation) as "attestationWanted",
      ${shownNameSql()} as name,
      case when person.protection = 'none' then partner.name end as partner,
      case when person.protection = 'none' then partner.slug end as "partnerSlug",
      case when person.protection = 'none' then person.family_name || ' ' || person.given_name else person.alias end as sort,
      standing.state in ('last', 'exporterad') and lines.entry_count is distinct from figure.entry_count as late
    from person_month standing
    join project on project.project_id = standing.project_id
    join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
      and record.merged_into is null
    join person on person.person_id = standing.person_id and person.merged_into is null
    join organisation partner on partner.organisation_id = record.partner_id
    left join partner settings on settings.project_id = record.project_id and settings.organisation_id = record.partner_id
    left join project_month locked on locked.project_id = standing.project_id and locked.month = standing.month
    left join month_figure figure on figure.project_id = standing.project_id and figure.month = standing.month
      and figure.person_id = standing.person_id and figure.generation = locked.generation
    left join (
      select person_id, count(*)::int as entry_count from time_entry
      where project_id = ${projectId} and worked_on >= ${from}::date and worked_on < ${before}::date
        and exists (select 1 from project_month where project_id = ${projectId} and month = ${month} and generation > 0)
      group by person_id
    ) lines on lines.person_id = standing.person_id
    where standing.project_id = ${projectId} and standing.month = ${month}`
}

/** SQL of the columns of `ListedMonth` for the persons that `chosen` holds (`person_id`, `sort`), in its order. */
function detailed(projectId: ProjectId, month: string): RawBuilder<unknown> {
  const one = sql`chosen.person_id`
  return sql`
    select standing.project_id as "projectId", standing.person_id as "personId", standing.month, standing.state,
      record.participation_id as "participationId", coalesce(sums.minutes, 0) as minutes,
      coalesce(sums.reportable, 0) as "reportableMinutes", coalesce(sums.entry_count, 0) as "entryCount",
      coalesce(sums.lines_sha256, '') as "linesSha256",
      coalesce(settings.attestation, project.attestation) as "attestationWanted",
      ${shownNameSql()} as name, person.protection <> 'none' as "isProtected",
      case when person.protection = 'none' then partner.name end as partner,
      case when person.protection = 'none' then partner.slug end as "partnerSlug",
      case when standing.state not in ('oppen', 'rattad') then signature.happened_at end as "signedAt",
      case when standing.state in ('attesterad', 'last', 'exporterad') then ${shownNameSql('attester')} end as "attestedBy",
      case when standing.state in ('attesterad', 'last', 'exporterad') then attest.method end as "attestedMethod",
      case when standing.state in ('attesterad', 'last', 'exporterad') then attest.happened_at end as "attestedAt",
      case when standing.state in ('last', 'exporterad') then coalesce(sums.minutes, 0) - coalesce(figure.registered_minutes, 0)
        else 0 end as "lateMinutes",
      case when standing.state in ('oppen', 'rattad') and given_back.kind = 'aterlamnad' then given_back.reason end as "returnReason"
    from chosen
    join person_month standing on standing.project_id = ${projectId} and standing.month = ${month}
      and standing.person_id = chosen.person_id
    join project on project.project_id = standing.project_id
    join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
    join person on person.person_id = standing.person_id
    join organisation partner on partner.organisation_id = record.partner_id
    left join partner settings on settings.project_id = record.project_id and settings.organisation_id = record.partner_id
    left join project_month locked on locked.project_id = standing.project_id and locked.month = standing.month
    left join month_figure figure on figure.project_id = standing.project_id and figure.month = standing.month
      and figure.person_id = standing.person_id and figure.generation = locked.generation
    left join lateral (${monthSums(projectId, month, one)}) sums on true
    left join lateral (${newestEvents(projectId, month, ['signerad'], one)}) signature on true
    left join lateral (${newestEvents(projectId, month, ['attesterad'], one)}) attested on true
    left join month_event attest on attest.month_event_id = attested.month_event_id
      and attested.position > signature.position
    left join person attester on attester.person_id = attest.actor_id
    left join lateral (${newestEvents(projectId, month, ['signerad', 'aterlamnad', 'andrad', 'oppnad'], one)}) given_back
      on true
    order by chosen.sort, chosen.person_id`
}

const stateConditions: Record<MonthFilterState, RawBuilder<boolean>> = {
  'vantar-pa-signatur': sql<boolean>`state in ('oppen', 'rattad')`,
  'vantar-pa-attest': sql<boolean>`state = 'signerad' and "attestationWanted"`,
  klar: sql<boolean>`(state = 'attesterad' or state = 'signerad' and not "attestationWanted")`,
  last: sql<boolean>`state in ('last', 'exporterad')`,
  sen: sql<boolean>`late`,
}

function matching({ state, search, partner, participationId }: MonthFilter): RawBuilder<boolean> {
  const conditions = [state === null ? sql`true` : stateConditions[state]]
  if (search !== '') {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(name ilike ${pattern} or sort ilike ${pattern} or partner ilike ${pattern})`)
  }
  if (typeof partner === 'string') conditions.push(sql`"partnerSlug" = ${partner}`)
  if (participationId !== undefined) conditions.push(sql`"participationId" = ${participationId}`)
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** The person-months of a project's month by name; all of them, or a page of those that match. */
export async function listPersonMonths(
  db: Db,
  projectId: ProjectId,
  month: string,
  filter: MonthFilter = { state: null, search: '' },
  page?: { size: number; number: number },
): Promise<ListedMonth[]> {
  const slice = page === undefined ? sql`` : sql`limit ${page.size} offset ${page.size * (page.number - 1)}`
  const { rows } = await sql<ListedMonth>`
    with chosen as materialized (
      select person_id, sort from (${standings(projectId, month)}) listed where ${matching(filter)}
      order by sort, person_id ${slice}
    ) ${detailed(projectId, month)}`.execute(db)
  return rows
}

export type MonthCounts = Record<MonthFilterState, number> & { all: number; minutes: number; found: number }

export const noCounts: MonthCounts = {
  'vantar-pa-signatur': 0,
  'vantar-pa-attest': 0,
  klar: 0,
  last: 0,
  sen: 0,
  all: 0,
  minutes: 0,
  found: 0,
}

/** How many person-months of a month are in each state, and how many match the filter. */
export async function countPersonMonths(
  db: Db,
  projectId: ProjectId,
  month: string,
  filter: MonthFilter,
): Promise<MonthCounts> {
  const { from, before } = daysOf(month)
  const counts = sql.join(
    monthFilterStates.map(
      (state) => sql`(count(*) filter (where ${stateConditions[state]}))::int as ${sql.ref(state)}`,
    ),
  )
  const { rows } = await sql<MonthCounts>`
    select ${counts}, count(*)::int as "all",
      coalesce((select sum(minutes) from time_entry where project_id = ${projectId}
        and worked_on >= ${from}::date and worked_on < ${before}::date), 0)::int as minutes,
      (count(*) filter (where ${matching(filter)}))::int as found
    from (${standings(projectId, month)}) listed`.execute(db)
  return rows[0] ?? noCounts
}

/** The participants of a month who have time and no signature yet; for reminders and lists of who is left out. */
export async function listWaitingForSignature(
  db: Db,
  before: string,
  limit: number,
): Promise<{ personMonthId: string; personId: PersonId; diarienr: string; month: string }[]> {
  const { rows } = await sql<{ personMonthId: string; personId: PersonId; diarienr: string; month: string }>`
    select standing.person_month_id as "personMonthId", standing.person_id as "personId", project.diarienr, standing.month
    from person_month standing
    join project on project.project_id = standing.project_id
    join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
      and record.merged_into is null
    left join project_month locked on locked.project_id = standing.project_id and locked.month = standing.month
    where standing.state in ('oppen', 'rattad') and standing.month < ${before} and coalesce(locked.state, 'oppen') = 'oppen'
    order by standing.month, standing.person_month_id limit ${limit}`.execute(db)
  return rows
}
