import { type RawBuilder, sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import type { MonthEventKind, MonthMethod, PersonMonthState, ProjectMonthState } from '../months/model'
import { listOf, monthSums, roundedSql } from './months-sums.server'

export interface ProjectMonthRow {
  state: ProjectMonthState
  generation: number
  mustResend: boolean
  changedAt: Date
}

/** Makes the project's month when it is not there and holds it until the transaction ends. */
export async function holdProjectMonth(
  tx: Tx,
  projectId: ProjectId,
  month: string,
  at: Date,
): Promise<ProjectMonthRow> {
  await tx
    .insertInto('project_month')
    .values({ project_id: projectId, month, state: 'oppen', changed_at: at, changed_by: null })
    .onConflict((conflict) => conflict.columns(['project_id', 'month']).doNothing())
    .execute()
  const row = await tx
    .selectFrom('project_month')
    .where('project_id', '=', projectId)
    .where('month', '=', month)
    .select(['state', 'generation', 'must_resend', 'changed_at'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { state: row.state, generation: row.generation, mustResend: row.must_resend, changedAt: row.changed_at }
}

export async function setProjectMonth(
  tx: Tx,
  projectId: ProjectId,
  month: string,
  change: {
    state: ProjectMonthState
    generation: number
    mustResend?: boolean
    lockingTotal?: number | null
    lockedCount?: number
    at: Date
    by: PersonId
  },
): Promise<void> {
  await tx
    .updateTable('project_month')
    .set({
      state: change.state,
      generation: change.generation,
      changed_at: change.at,
      changed_by: change.by,
      ...(change.mustResend === undefined ? {} : { must_resend: change.mustResend }),
      ...(change.lockingTotal === undefined ? {} : { locking_total: change.lockingTotal }),
      ...(change.lockedCount === undefined ? {} : { locked_count: change.lockedCount }),
    })
    .where('project_id', '=', projectId)
    .where('month', '=', month)
    .execute()
}

export interface EventWish {
  projectId: ProjectId
  month: string
  kind: MonthEventKind
  method: MonthMethod
  actorId: PersonId | null
  reason: string | null
  at: Date
}

/**
 * Moves the person-months of the chosen (SQL that gives `person_id` and the `state` afterwards) and writes the event of each with the
 * sums and the digest of the lines as they are now. The caller holds the ledgers. Answers the persons and their events.
 * The sums are looked up person by person: the planner cannot know how many are chosen, and so the cost stays linear.
 */
export async function moveMonths(
  tx: Tx,
  wish: EventWish,
  chosen: RawBuilder<unknown>,
): Promise<{ personId: PersonId; monthEventId: string }[]> {
  const { projectId, month } = wish
  const { rows } = await sql<{ person_id: PersonId; month_event_id: string }>`
    with chosen as materialized (${chosen}), moved as (
      update person_month set state = chosen.state, changed_at = ${wish.at} from chosen
      where project_id = ${projectId} and month = ${month} and person_month.person_id = chosen.person_id
      returning person_month.person_id
    )
    insert into month_event (project_id, person_id, month, kind, generation, actor_id, method, minutes,
      reportable_minutes, entry_count, lines_sha256, reason, happened_at)
    select ${projectId}, moved.person_id, ${month}, ${wish.kind},
      coalesce((select generation from project_month where project_id = ${projectId} and month = ${month}), 0),
      ${wish.actorId}, ${wish.method}, coalesce(sums.minutes, 0), coalesce(sums.reportable, 0),
      coalesce(sums.entry_count, 0), coalesce(sums.lines_sha256, encode(sha256(''), 'hex')), ${wish.reason}, ${wish.at}
    from moved left join lateral (${monthSums(projectId, month, sql`moved.person_id`)}) sums on true
    returning person_id, month_event_id`.execute(tx)
  return rows.map((row) => ({ personId: row.person_id, monthEventId: row.month_event_id }))
}

/** SQL of the newest event of these kinds of each person in the month: `person_id, kind, lines_sha256, generation`. */
export function newestEvents(
  projectId: ProjectId,
  month: string,
  kinds: readonly MonthEventKind[],
  persons?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const some = persons === undefined ? sql`` : sql`and event.person_id in (${persons})`
  return sql`
    select distinct on (event.person_id) event.person_id, event.kind, event.lines_sha256, event.generation,
      event.month_event_id, event.actor_id, event.happened_at, event.minutes, event.reason, link.position
    from month_event event
    join ledger_link link on link.row_id = event.month_event_id
    where event.project_id = ${projectId} and event.month = ${month} and event.kind in (${sql.join([...kinds])}) ${some}
    order by event.person_id, link.position desc`
}

/** SQL of those of these persons whose lines are what they last signed: `person_id`. */
export function asSigned(projectId: ProjectId, month: string, persons?: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select signature.person_id from (${newestEvents(projectId, month, ['signerad'], persons)}) signature
    join lateral (${monthSums(projectId, month, sql`signature.person_id`)}) sums
      on sums.lines_sha256 = signature.lines_sha256`
}

/** SQL of the state of a month that is to be signed: `rattad` once it has been locked before. */
export function openState(projectId: ProjectId, month: string): RawBuilder<PersonMonthState> {
  return sql<PersonMonthState>`case when exists (select 1 from project_month
    where project_id = ${projectId} and month = ${month} and generation >= 1) then 'rattad' else 'oppen' end`
}

/** Signed or attested months whose lines are no longer those that were signed are open again; each gets its event. */
export async function openChangedMonth(
  tx: Tx,
  personId: PersonId,
  projectId: ProjectId,
  month: string,
  at: Date,
): Promise<{ personId: PersonId; monthEventId: string }[]> {
  const one = listOf([personId])
  return moveMonths(
    tx,
    {
      projectId,
      month,
      kind: 'andrad',
      method: 'system',
      actorId: null,
      reason: null,
      at,
    },
    sql`select standing.person_id, ${openState(projectId, month)} as state from person_month standing
      left join (${newestEvents(projectId, month, ['signerad'], one)}) signature on signature.person_id = standing.person_id
      left join (${monthSums(projectId, month, one)}) sums on sums.person_id = standing.person_id
      where standing.project_id = ${projectId} and standing.month = ${month} and standing.person_id = ${personId}
        and standing.state in ('signerad', 'attesterad')
        and sums.lines_sha256 is distinct from signature.lines_sha256`,
  )
}

/**
 * Freezes the figures of the persons who were just locked in a generation, from the event that locked each, with the
 * record as it is now. Answers how many.
 */
export async function freezeFigures(
  tx: Tx,
  projectId: ProjectId,
  month: string,
  generation: number,
  monthEventIds: RawBuilder<unknown>,
  at: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into month_figure (project_id, month, generation, person_id, participation_id, partner_id, employer_id,
      municipality_code, entry_on, exit_on, registered_minutes, reportable_minutes, reported_minutes, entry_count,
      lines_sha256, frozen_at)
    select event.project_id, event.month, ${generation}, event.person_id, record.participation_id, record.partner_id,
      record.employer_id, record.municipality_code, coalesce(record.entry_on, project.starts_on), record.exit_on,
      event.minutes, event.reportable_minutes, ${roundedSql(sql`event.reportable_minutes`, sql`project.rounding`)},
      event.entry_count, event.lines_sha256, ${at}
    from month_event event
    join project on project.project_id = event.project_id
    join participation record on record.project_id = event.project_id and record.person_id = event.person_id
    where event.project_id = ${projectId} and event.month = ${month} and event.kind = 'last'
      and event.generation = ${generation} and event.month_event_id in (${monthEventIds})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
