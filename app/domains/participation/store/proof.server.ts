import { type RawBuilder, sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { ChainBreak } from '../proof/model'
import { listOf } from './months-sums.server'

/** Everybody with a chain, or with rows that ought to be in one; in one project, everybody with rows there. */
export async function listChained(
  db: Db,
  after: PersonId | undefined,
  size: number,
  projectId?: ProjectId,
): Promise<PersonId[]> {
  const from = after === undefined ? sql`` : sql`and person_id > ${after}`
  const next = (table: string) =>
    sql`(select person_id from ${sql.table(table)} where true ${from} group by person_id order by person_id limit ${size})`
  const all =
    projectId === undefined
      ? sql.join(['ledger_head', 'ledger_link', 'time_entry', 'month_event', 'month_figure'].map(next), sql` union `)
      : sql`select person_id from project_people(${projectId}) owner (person_id) where true ${from}`
  const { rows } = await sql<{ person_id: PersonId }>`
    select person_id from (${all}) everybody order by person_id limit ${size}`.execute(db)
  return rows.map((row) => row.person_id)
}

export interface PageCounts {
  links: number
  removed: number
  figures: number
}

export async function countChained(db: Db, personIds: readonly PersonId[]): Promise<PageCounts> {
  const whose = sql`person_id in (${listOf(personIds)})`
  const { rows } = await sql<PageCounts>`
    select (select count(*) from ledger_link where ${whose})::int as links,
      (select count(*) from ledger_removal where ${whose})::int as removed,
      (select count(*) from month_figure where ${whose})::int as figures`.execute(db)
  return rows[0] ?? { links: 0, removed: 0, figures: 0 }
}

interface Found {
  total: number
  first: ChainBreak | undefined
}

/** Runs SQL of `fault, "table", "rowId", "personId", position`, counts the rows and answers the first. */
async function firstOf(db: Db, faults: RawBuilder<unknown>): Promise<Found> {
  const { rows } = await sql<ChainBreak & { total: number }>`
    select fault, "table", "rowId", "personId", position, (count(*) over ())::int as total from (${faults}) found
    order by "personId", position nulls last, "rowId" limit 1`.execute(db)
  const [row] = rows
  if (row === undefined) return { total: 0, first: undefined }
  const { total, ...first } = row
  return { total, first }
}

/**
 * Each link against the link before it and against its row, hashed anew as the triggers do; then each chain's end
 * against its last link. A link without its row stands when the row was removed by a rule.
 */
export function findBrokenLinks(db: Db, personIds: readonly PersonId[]): Promise<Found> {
  const whose = listOf(personIds)
  return firstOf(
    db,
    sql`
    with chain as materialized (
      select link.person_id, link.position, link.kind, link.row_id, link.row_hash, link.hash,
        lag(link.position) over whole as before, lag(link.hash) over whole as hash_before,
        case link.kind
          when 'time_entry' then (select time_entry_hash(line) from time_entry line where line.time_entry_id = link.row_id)
          else (select month_event_hash(line) from month_event line where line.month_event_id = link.row_id) end as digest,
        (select case when removal.person_id <> link.person_id then 'feigned' when removal.cause = 'gallring' then 'lawful'
            when exists (select 1 from person where person.person_id = link.person_id and erased_at is not null) then 'lawful'
            else 'feigned' end
          from ledger_removal removal where removal.row_id = link.row_id) as removal
      from ledger_link link where link.person_id in (${whose})
      window whole as (partition by link.person_id order by link.position)
    ), judged as (
      select chain.*, case
        when position <> coalesce(before, 0) + 1 then 'link-missing'
        when digest is not null and removal is not null or removal = 'feigned' then 'removal-feigned'
        when digest is null and removal is null then 'row-deleted'
        when digest <> row_hash then 'row-altered'
        when hash <> sha256(coalesce(hash_before, convert_to(person_id::text, 'utf8')) || row_hash) then 'link-altered'
        end as fault
      from chain
    ), tails as (
      select distinct on (person_id) person_id, position, hash from chain order by person_id, position desc
    )
    select fault, case when fault in ('row-altered', 'row-deleted') then kind
      when fault = 'removal-feigned' then 'ledger_removal' else 'ledger_link' end as "table",
      row_id as "rowId", person_id as "personId", position
    from judged where fault is not null
    union all
    select 'head-altered', 'ledger_head', coalesce(tail.person_id, head.person_id), coalesce(tail.person_id, head.person_id),
      coalesce(tail.position, head.position)
    from tails tail full join (select * from ledger_head where person_id in (${whose})) head
      on head.person_id = tail.person_id
    where head.position is distinct from coalesce(tail.position, 0)
      or head.hash is distinct from coalesce(tail.hash, convert_to(head.person_id::text, 'utf8'))`,
  )
}

/** Rows that were put in beside the chain. */
export function findUnchained(db: Db, personIds: readonly PersonId[]): Promise<Found> {
  const whose = listOf(personIds)
  return firstOf(
    db,
    sql`
    select 'row-unchained' as fault, 'time_entry' as "table", time_entry_id as "rowId", person_id as "personId",
      null::int as position
    from time_entry line where person_id in (${whose}) and not exists (
      select 1 from ledger_link where row_id = line.time_entry_id and person_id = line.person_id and kind = 'time_entry')
    union all
    select 'row-unchained', 'month_event', month_event_id, person_id, null::int
    from month_event line where person_id in (${whose}) and not exists (
      select 1 from ledger_link where row_id = line.month_event_id and person_id = line.person_id and kind = 'month_event')`,
  )
}

/** Frozen figures against the event that locked them; the reported minutes are the reportable ones by either rounding. */
export function findAlteredFigures(db: Db, personIds: readonly PersonId[]): Promise<Found> {
  const whose = listOf(personIds)
  return firstOf(
    db,
    sql`
    select case when figure.person_id is null then 'figure-missing' else 'figure-altered' end as fault,
      'month_figure' as "table",
      coalesce(event.month_event_id, figure.participation_id) as "rowId",
      coalesce(event.person_id, figure.person_id) as "personId", link.position
    from (select * from month_event where kind = 'last' and person_id in (${whose})) event
    full join (select * from month_figure where person_id in (${whose})) figure
      on figure.project_id = event.project_id and figure.person_id = event.person_id
      and figure.month = event.month and figure.generation = event.generation
    left join ledger_link link on link.row_id = event.month_event_id
    where event.month_event_id is null or figure.person_id is null
      or (figure.registered_minutes, figure.reportable_minutes, figure.entry_count, figure.lines_sha256)
        is distinct from (event.minutes, event.reportable_minutes, event.entry_count, event.lines_sha256)
      or figure.reported_minutes not in (figure.reportable_minutes, floor(figure.reportable_minutes / 60.0) * 60)`,
  )
}
