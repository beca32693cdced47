import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { daysOf } from '../months/rules/calendar'
import type { PaperLine } from '../papers/model'
import { listOf } from './months-sums.server'

/** The lines of some persons' month by person and day, each with the meeting behind it and its link in the chain. */
export async function listPaperLines(
  db: Db,
  projectId: ProjectId,
  month: string,
  personIds: readonly PersonId[],
): Promise<PaperLine[]> {
  if (personIds.length === 0) return []
  const { from, before } = daysOf(month)
  const { rows } = await sql<PaperLine>`
    select line.person_id as "personId", line.time_entry_id as "timeEntryId", line.worked_on as "workedOn",
      line.starts_at as "startsAt", line.ends_at as "endsAt", meeting.break_minutes as "breakMinutes", line.minutes,
      line.time_type as "timeType", line.source_kind as "sourceKind", line.title, meeting.mode, meeting.place,
      (select string_agg(${shownNameSql('leader')}, ', ' order by leader.family_name) from occasion_leader led
        join person leader on leader.person_id = led.person_id where led.occasion_id = meeting.occasion_id) as leader,
      line.reason, line.recorded_at as "recordedAt", link.position, encode(link.row_hash, 'hex') as "rowHash",
      encode(link.hash, 'hex') as hash
    from time_entry line
    join ledger_link link on link.row_id = line.time_entry_id
    left join attendance_mark mark on line.source_kind = 'attendance' and mark.attendance_mark_id = line.source_id
    left join meeting on meeting.meeting_id = mark.meeting_id
    where line.project_id = ${projectId} and line.person_id in (${listOf(personIds)})
      and line.worked_on >= ${from}::date and line.worked_on < ${before}::date
    order by line.person_id, line.worked_on, line.starts_at nulls last, link.position`.execute(db)
  return rows
}

/** The number in force of each of these persons, masked; protected persons have none here. */
export async function listShownNumbers(db: Db, personIds: readonly PersonId[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity_number')
    .innerJoin('person', 'person.person_id', 'identity_number.person_id')
    .where('identity_number.person_id', 'in', sql<string>`(${listOf(personIds)})`)
    .where('identity_number.replaced_by', 'is', null)
    .where('person.protection', '=', 'none')
    .select(['identity_number.person_id as personId', 'identity_number.masked as masked'])
    .execute()
  return new Map(rows.map(({ personId, masked }) => [personId, masked]))
}
