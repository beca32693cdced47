import { type RawBuilder, sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** A project's month that is not locked and holds time that somebody is to sign or attest. */
export interface UnfinishedMonth {
  projectId: ProjectId
  diarienr: string
  projectName: string
  month: string
  reportDueDays: number
}

export async function listUnfinishedMonths(db: Db, fromMonth: string): Promise<UnfinishedMonth[]> {
  const { rows } = await sql<UnfinishedMonth>`
    select distinct project.project_id as "projectId", project.diarienr, project.name as "projectName", standing.month,
      project.report_due_days as "reportDueDays"
    from person_month standing
    join project on project.project_id = standing.project_id
    left join project_month locked on locked.project_id = standing.project_id and locked.month = standing.month
    where standing.month >= ${fromMonth} and standing.state in ('oppen', 'rattad', 'signerad')
      and coalesce(locked.state, 'oppen') = 'oppen'
    order by standing.month, project.diarienr`.execute(db)
  return rows
}

type Wanted = readonly Pick<UnfinishedMonth, 'projectId' | 'month'>[]

const standingsOf = (wanted: Wanted): RawBuilder<unknown> => sql`
  unnest(${wanted.map((one) => one.projectId)}::uuid[], ${wanted.map((one) => one.month)}::text[])
    wanted (project_id, month)
  join person_month standing on standing.project_id = wanted.project_id and standing.month = wanted.month
  join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
    and record.merged_into is null
  join person on person.person_id = standing.person_id and person.merged_into is null and person.erased_at is null`

export interface Unsigned {
  personMonthId: string
  personId: PersonId
  projectId: ProjectId
  month: string
}

/** Who has not signed these months. */
export async function listUnsigned(db: Db, wanted: Wanted): Promise<Unsigned[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<Unsigned>`
    select standing.person_month_id as "personMonthId", standing.person_id as "personId",
      standing.project_id as "projectId", standing.month
    from ${standingsOf(wanted)}
    where standing.state in ('oppen', 'rattad')
    order by standing.month, standing.person_id`.execute(db)
  return rows
}

export interface Unattested {
  personId: PersonId
  projectId: ProjectId
  month: string
  count: number
}

/** Principals and coordinators who have signed months of others to attest, with how many. */
export async function listUnattested(db: Db, wanted: Wanted, at: Date): Promise<Unattested[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<Unattested>`
    select role_grant.person_id as "personId", standing.project_id as "projectId", standing.month,
      count(distinct standing.person_id)::int as count
    from ${standingsOf(wanted)}
    join project on project.project_id = standing.project_id
    left join partner settings on settings.project_id = record.project_id and settings.organisation_id = record.partner_id
    join role_grant on (role_grant.expires_at is null or role_grant.expires_at > ${at})
      and role_grant.person_id <> standing.person_id
      and (role_grant.role = 'projektkoordinator' and role_grant.organisation_id = record.partner_id
        or role_grant.role = 'chef' and (role_grant.organisation_id = record.employer_id
          or exists (select 1 from employment where employment.person_id = record.person_id
            and employment.organisation_id = role_grant.organisation_id
            and (employment.ends_on is null or employment.ends_on >= (standing.month || '-01')::date))))
    join person attester on attester.person_id = role_grant.person_id and attester.erased_at is null
      and attester.merged_into is null
    where standing.state = 'signerad' and coalesce(settings.attestation, project.attestation)
    group by 1, 2, 3 order by 3, 1`.execute(db)
  return rows
}
