import { sql } from 'kysely'
import { completenessOf } from '~/domains/participation'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { wholeYears } from '../indicators/age'
import type { Gender, IndicatorRecord } from '../indicators/model'

interface RecordRow {
  participationId: string
  personId: PersonId
  name: string
  isProtected: boolean
  partner: string
  partnerName: string
  partnerKind: string
  smallEmployer: string | null
  municipality: string | null
  municipalityName: string | null
  registeredOn: string
  entryOn: string | null
  exitOn: string | null
  labourStatus: string
  noticeAckAt: Date | null
  employerId: string
  gender: Gender | null
  qualifiedOn: string | null
  minutes: number
}

const publicKinds = ['kommun', 'kommunalforbund', 'myndighet']

/**
 * The participant records of a project as the indicators need them, each once: joins never multiply a record, and
 * records merged into another are left out. A qualification is the first completion, within the project's days, of an
 * activity that is assessed against a standard. Birth days come from the vault of the caller.
 */
export async function listIndicatorRecords(
  db: Db,
  projectId: ProjectId,
  birthDays: ReadonlyMap<PersonId, string | null>,
): Promise<IndicatorRecord[]> {
  const { rows } = await sql<RecordRow>`
    select participation.participation_id as "participationId", participation.person_id as "personId",
      case when person.protection = 'none' then person.given_name || ' ' || person.family_name else person.alias end as name,
      person.protection <> 'none' as "isProtected",
      partner.slug as partner, partner.name as "partnerName", partner.kind as "partnerKind",
      case when aid_form.is_sme then employer.slug end as "smallEmployer",
      participation.municipality_code as municipality, municipality.name as "municipalityName",
      participation.registered_on as "registeredOn", participation.entry_on as "entryOn", participation.exit_on as "exitOn",
      participation.labour_status_at_entry as "labourStatus", participation.notice_ack_at as "noticeAckAt",
      participation.employer_id as "employerId", numbered.gender as gender,
      qualified.first_on as "qualifiedOn", coalesce(ledger.minutes, 0) as minutes
    from participation
    join project on project.project_id = participation.project_id
    join person on person.person_id = participation.person_id
    join organisation partner on partner.organisation_id = participation.partner_id
    join organisation employer on employer.organisation_id = participation.employer_id
    left join aid_form on aid_form.project_id = participation.project_id
      and aid_form.organisation_id = participation.employer_id
    left join municipality on municipality.municipality_code = participation.municipality_code
    left join (
      select person_id, min(gender) as gender from identity_number where replaced_by is null group by person_id
    ) numbered on numbered.person_id = participation.person_id
    left join (
      select completion.person_id, min((completion.finished_at at time zone 'Europe/Stockholm')::date) as first_on
      from completion
      join occasion on occasion.occasion_id = completion.item_id
      join activity on activity.activity_id = occasion.activity_id and activity.assessed_against_standard
      join project on project.project_id = ${projectId}
      where completion.item_kind = 'activity' and activity.project_id = project.project_id
        and (completion.finished_at at time zone 'Europe/Stockholm')::date >= project.starts_on
      group by completion.person_id
    ) qualified on qualified.person_id = participation.person_id
    left join (
      select person_id, sum(minutes) as minutes from time_entry where project_id = ${projectId} group by person_id
    ) ledger on ledger.person_id = participation.person_id
    where participation.project_id = ${projectId} and participation.merged_into is null
    order by case when person.protection = 'none' then person.family_name || ' ' || person.given_name else person.alias end,
      participation.participation_id`.execute(db)
  return rows.map(({ partnerKind, noticeAckAt, employerId, ...row }) => {
    const bornOn = birthDays.get(row.personId) ?? null
    const missing = completenessOf({
      hasIdentityNumber: row.gender !== null,
      entryOn: row.entryOn,
      employerId,
      noticeAckAt,
    }).missing
    return {
      ...row,
      isPublic: publicKinds.includes(partnerKind),
      age: bornOn === null || row.entryOn === null ? null : wholeYears(bornOn, row.entryOn),
      missing,
    }
  })
}

export interface HoursOfMonth {
  /** `2025-03` */
  month: string
  /** Null for protected persons: their place is not told apart. */
  partner: string | null
  minutes: number
  /** Minutes of self-study among them. */
  selfStudyMinutes: number
}

/** The registered time of a project by month and partner, without records that were merged into another. */
export async function listHoursByMonth(db: Db, projectId: ProjectId): Promise<HoursOfMonth[]> {
  const { rows } = await sql<HoursOfMonth>`
    select to_char(time_entry.worked_on, 'YYYY-MM') as month,
      case when person.protection = 'none' then partner.slug end as partner,
      sum(time_entry.minutes) as minutes,
      coalesce(sum(time_entry.minutes) filter (where time_entry.time_type = 'sjalvstudier'), 0) as "selfStudyMinutes"
    from time_entry
    join participation on participation.person_id = time_entry.person_id
      and participation.project_id = time_entry.project_id and participation.merged_into is null
    join person on person.person_id = participation.person_id
    join organisation partner on partner.organisation_id = participation.partner_id
    where time_entry.project_id = ${projectId}
    group by 1, 2
    order by 1, 2`.execute(db)
  return rows
}

export interface PartnerTarget {
  partner: string
  measure: 'deltagare' | 'timmar' | 'avslut'
  target: number
}

/** The sums of the open local goals of a project, by partner and measure. */
export async function listPartnerTargets(db: Db, projectId: ProjectId): Promise<PartnerTarget[]> {
  const rows = await db
    .selectFrom('local_goal')
    .innerJoin('organisation', 'organisation.organisation_id', 'local_goal.organisation_id')
    .where('local_goal.project_id', '=', projectId)
    .where('local_goal.closed_at', 'is', null)
    .where(sql<boolean>`local_goal.competence_codes = '{}'`)
    .select([
      'organisation.slug as partner',
      'local_goal.measure as measure',
      (expression) => expression.fn.sum<number>('local_goal.target').as('target'),
    ])
    .groupBy(['organisation.slug', 'local_goal.measure'])
    .execute()
  return rows
}
