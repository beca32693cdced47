import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { ChainLink, LedgerLine } from '../ledger/model'
import type { ParticipantScope } from '../policy'
import { withinScope } from './scope.server'

type Row = Omit<LedgerLine, 'link'> & ChainLink

/**
 * One row of the ledger: the reader's own, or one in a project whose record the scope reaches (`scope` is undefined for
 * those who read nobody else's). The link of its chain is computed anew from the row and from the link before.
 */
export async function findLedgerLine(
  db: Db,
  reader: { personId: PersonId; scope: ParticipantScope | undefined },
  timeEntryId: string,
): Promise<LedgerLine | undefined> {
  const reached =
    reader.scope === undefined
      ? sql<boolean>`false`
      : sql<boolean>`(participation.participation_id is not null and ${withinScope(reader.scope)})`
  const { rows } = await sql<Row>`
    select line.time_entry_id as "timeEntryId", line.person_id as "personId", ${shownNameSql('owner')} as name,
      owner.protection <> 'none' as "isProtected", participation.participation_id as "participationId",
      partner.name as partner, line.project_id as "projectId", project.diarienr, project.name as "projectName",
      project.starts_on as "projectStartsOn", project.ends_on as "projectEndsOn", line.worked_on as "workedOn",
      line.minutes, line.time_type as "timeType",
      line.time_type <> 'sjalvstudier' or coalesce(project.self_study_eligible, false) as "isReportable", line.source_kind as "sourceKind", line.source_id as "sourceId",
      line.part, line.title, line.outside_reason as "outsideReason", line.starts_at as "startsAt",
      line.ends_at as "endsAt", line.recorded_at as "recordedAt",
      case when writer.person_id is not null then ${shownNameSql('writer')} end as "recordedBy", line.reason,
      line.corrects_id as "correctsId",
      exists (select 1 from time_entry contra where contra.corrects_id = line.time_entry_id and contra.minutes < 0)
        as "isCorrected",
      standing.state as "monthState", coalesce(closing.state, 'oppen') as "projectMonthState",
      link.position, head.position as length, encode(link.row_hash, 'hex') as "rowHash",
      encode(link.hash, 'hex') as hash, encode(before.hash, 'hex') as "previousHash",
      case when link.position > 1 and before.hash is null then null
        else link.row_hash = time_entry_hash(line) and link.hash =
          sha256(coalesce(before.hash, convert_to(line.person_id::text, 'utf8')) || link.row_hash) end as holds
    from time_entry line
    join person owner on owner.person_id = line.person_id
    join ledger_link link on link.row_id = line.time_entry_id
    join ledger_head head on head.person_id = line.person_id
    left join ledger_link before on before.person_id = link.person_id and before.position = link.position - 1
    left join person writer on writer.person_id = line.recorded_by
    left join project on project.project_id = line.project_id
    left join participation on participation.project_id = line.project_id and participation.person_id = line.person_id
    left join organisation partner on partner.organisation_id = participation.partner_id
    left join person_month standing on standing.project_id = line.project_id and standing.person_id = line.person_id
      and standing.month = to_char(line.worked_on, 'YYYY-MM')
    left join project_month closing on closing.project_id = line.project_id
      and closing.month = to_char(line.worked_on, 'YYYY-MM')
    where line.time_entry_id = ${timeEntryId} and (line.person_id = ${reader.personId} or ${reached})`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  const { position, length, rowHash, hash, previousHash, holds, ...line } = row
  return { ...line, link: { position, length, rowHash, hash, previousHash, holds } }
}
