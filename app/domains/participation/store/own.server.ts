import { sql } from 'kysely'
import { ownSection, type OwnSection, shownNameSql } from '~/domains/identity/index.server'
import type { Db } from '~db/schema'

export const ownParticipation: readonly OwnSection[] = [
  ownSection(
    'participations',
    ['participation.person_id'],
    (ids) => sql`select project.diarienr as project, project.name as title, partner.name as partner,
      employer.name as employer, municipality.name as municipality, registered_on as "registeredOn",
      entry_on as "entryOn", exit_on as "exitOn", labour_status_at_entry as "labourStatusAtEntry",
      notice_version as "noticeVersion", notice_ack_at as "noticeAckAt", participation.merged_into is not null as "isMerged"
      from participation join project using (project_id)
      join organisation partner on partner.organisation_id = participation.partner_id
      join organisation employer on employer.organisation_id = participation.employer_id
      left join municipality using (municipality_code) where person_id = any (${ids}) order by registered_on`,
  ),
  ownSection(
    'noticeAcknowledgements',
    [],
    (ids) => sql`select version as "noticeVersion", acknowledged_at as "noticeAckAt"
      from notice_acknowledgement join participation using (participation_id)
      where person_id = any (${ids}) order by acknowledged_at`,
  ),
  ownSection(
    'identityNumbers',
    ['identity_number.person_id'],
    (ids) => sql`select masked as number, kind, birth_year as "birthYear", gender, valid_from as "validFrom",
      replaced_by is null as "isCurrent" from identity_number where person_id = any (${ids}) order by valid_from`,
  ),
  ownSection(
    'timeEntries',
    ['time_entry.person_id'],
    (ids) => sql`select time_entry_id as id, project.diarienr as project, worked_on as "workedOn", minutes,
      time_type as "timeType", source_kind as kind, title, reason, outside_reason as "outsideReason",
      corrects_id as "correctsId", time_entry.starts_at as "startsAt", time_entry.ends_at as "endsAt",
      recorded_at as "recordedAt" from time_entry left join project using (project_id)
      where person_id = any (${ids}) order by worked_on, recorded_at`,
  ),
  ownSection(
    'personMonths',
    ['person_month.person_id'],
    (ids) => sql`select project.diarienr as project, month, state, changed_at as "changedAt"
      from person_month join project using (project_id) where person_id = any (${ids}) order by month`,
  ),
  ownSection(
    'monthEvents',
    ['month_event.person_id'],
    (
      ids,
    ) => sql`select project.diarienr as project, month, kind, method, minutes, reportable_minutes as "reportableMinutes",
      reason, happened_at as "happenedAt" from month_event join project using (project_id)
      where person_id = any (${ids}) order by happened_at`,
  ),
  ownSection(
    'monthFigures',
    ['month_figure.person_id'],
    (
      ids,
    ) => sql`select project.diarienr as project, month, generation, partner.name as partner, employer.name as employer,
      registered_minutes as "registeredMinutes", reported_minutes as "reportedMinutes", frozen_at as "frozenAt"
      from month_figure join project using (project_id)
      join organisation partner on partner.organisation_id = month_figure.partner_id
      join organisation employer on employer.organisation_id = month_figure.employer_id
      where person_id = any (${ids}) order by month, generation`,
  ),
  ownSection(
    'exportLines',
    ['export_line.person_id'],
    (ids) => sql`select project.diarienr as project, export_batch.month as month, export_batch.number as number,
      export_line.reported_minutes as "reportedMinutes", export_line.is_protected as "isProtected",
      export_batch.created_at as "createdAt" from export_line join export_batch using (export_batch_id)
      join project using (project_id) where person_id = any (${ids}) order by export_batch.number`,
  ),
  ownSection(
    'ledgerLinks',
    ['ledger_link.person_id', 'ledger_head.person_id', 'ledger_removal.person_id'],
    (ids) => sql`select link.position as number, link.kind as kind, link.row_id as id, encode(link.hash, 'hex') as hash,
      removal.removed_at as "removedAt" from ledger_link link left join ledger_removal removal using (row_id)
      where link.person_id = any (${ids}) order by link.position`,
  ),
  ownSection(
    'merges',
    ['person_merge.kept_id', 'person_merge.merged_id'],
    (ids) => sql`select reason, merged_at as "mergedAt" from person_merge
      where kept_id = any (${ids}) or merged_id = any (${ids}) order by merged_at`,
  ),
  ownSection(
    'importRows',
    ['participant_import_row.person_id'],
    (ids) => sql`select project.diarienr as project, line as number, outcome as state, created_at as "createdAt"
      from participant_import_row join participant_import using (import_id) join project using (project_id)
      where person_id = any (${ids}) order by created_at`,
  ),
  ownSection(
    'recordLookedAt',
    [],
    (
      ids,
    ) => sql`select happened_at as "happenedAt", action, ${shownNameSql('person')} as actor, audit_event.reason as reason
      from audit_event left join person on person.person_id = audit_event.actor_id
      join participation on audit_event.subject_id = participation.participation_id::text
      where participation.person_id = any (${ids}) and not (actor_id = any (${ids})) order by audit_event_id`,
  ),
]

/** A person's own numbers, sealed; for the person's own copy alone. */
export async function listSealedNumbers(
  db: Db,
  personIds: readonly string[],
): Promise<{ personId: string; ciphertext: Buffer }[]> {
  const rows = await db
    .selectFrom('identity_number')
    .where('person_id', 'in', [...personIds])
    .select(['person_id as personId', 'ciphertext'])
    .orderBy('valid_from')
    .execute()
  return rows
}
