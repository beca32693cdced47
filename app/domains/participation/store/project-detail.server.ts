import { sql } from 'kysely'
import type { OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { ParticipantScope } from '../policy'
import type { MonthStanding, PartnerRole, ProjectDetail, ProjectPartner } from '../project/model'
import { type AidForm, isAidFormInForce } from '../project/rules'

const detailColumns = [
  'project.project_id as projectId',
  'project.diarienr as diarienr',
  'project.name as name',
  'project.starts_on as startsOn',
  'project.ends_on as endsOn',
  'project.owner_id as ownerId',
  'project.planned_participants as plannedParticipants',
  'project.self_study_eligible as selfStudyEligible',
  'project.renewal_eligible as renewalEligible',
  'project.rounding as rounding',
  'project.min_hours_for_reporting as minHoursForReporting',
  'project.attestation as attestation',
  'project.attended_percent as attendedPercent',
  'project.daily_cap_minutes as dailyCapMinutes',
  'project.report_due_days as reportDueDays',
  'project.final_payment_on as finalPaymentOn',
  'project.retention_years as retentionYears',
  'project.legal_hold as legalHold',
  'project.legal_hold_reason as legalHoldReason',
] as const

const branded = <Row extends { projectId: string; ownerId: string }>(row: Row) => ({
  ...row,
  projectId: row.projectId as ProjectId,
  ownerId: row.ownerId as OrganisationId,
})

export async function findProjectByDiarienr(db: Db, diarienr: string): Promise<ProjectDetail | undefined> {
  const row = await db.selectFrom('project').where('diarienr', '=', diarienr).select(detailColumns).executeTakeFirst()
  return row && branded(row)
}

/** Every project, the first to start first. */
export async function listProjects(db: Db): Promise<ProjectDetail[]> {
  const rows = await db.selectFrom('project').select(detailColumns).orderBy('starts_on').orderBy('diarienr').execute()
  return rows.map(branded)
}

/** The project is reached by everyone's readers, and by those whose organisation is a partner of it. */
function reaches(scope: ParticipantScope) {
  if (scope.everyone) return sql<boolean>`true`
  return sql<boolean>`exists (select 1 from partner where partner.project_id = project.project_id
    and partner.organisation_id in (${sql.join(scope.organisationIds)}))`
}

export interface ProjectCard extends ProjectDetail {
  owner: string
  fund: string
  euRatePercent: number
  programmeArea: string
  specificObjective: string
  nuts2: string | null
  sourceUrl: string | null
  partnerCount: number
  /** Records within the scope. */
  participants: number
}

/** The projects that the scope reaches with what a card shows; one of them when `diarienr` is given. */
export async function listProjectCards(db: Db, scope: ParticipantScope, diarienr?: string): Promise<ProjectCard[]> {
  if (!scope.everyone && scope.organisationIds.length === 0) return []
  const within = scope.everyone ? sql`true` : sql`pt.partner_id in (${sql.join(scope.organisationIds)})`
  let query = db
    .selectFrom('project')
    .innerJoin('organisation as owner', 'owner.organisation_id', 'project.owner_id')
    .where(reaches(scope))
    .select([
      ...detailColumns,
      'owner.name as owner',
      'project.fund as fund',
      'project.eu_rate_percent as euRatePercent',
      'project.programme_area as programmeArea',
      'project.specific_objective as specificObjective',
      'project.nuts2 as nuts2',
      'project.source_url as sourceUrl',
      sql<number>`(select count(*)::int from partner p where p.project_id = project.project_id)`.as('partnerCount'),
      sql<number>`(select count(*)::int from participation pt where pt.project_id = project.project_id
        and pt.merged_into is null and ${within})`.as('participants'),
    ])
    .orderBy('project.starts_on')
    .orderBy('project.diarienr')
  if (diarienr !== undefined) query = query.where('project.diarienr', '=', diarienr)
  return (await query.execute()).map(branded)
}

/** The partners of a project with their municipalities, the owner first. */
export async function listPartners(db: Db, projectId: ProjectId): Promise<ProjectPartner[]> {
  const rows = await db
    .selectFrom('partner')
    .innerJoin('organisation', 'organisation.organisation_id', 'partner.organisation_id')
    .where('partner.project_id', '=', projectId)
    .select([
      'partner.organisation_id as organisationId',
      'organisation.slug as slug',
      'organisation.name as name',
      'organisation.kind as kind',
      'partner.role as role',
      'partner.note as note',
      'partner.starts_on as startsOn',
      'partner.ends_on as endsOn',
      'partner.attestation as attestation',
      sql<{ code: string; name: string }[]>`coalesce((
        select json_agg(json_build_object('code', m.municipality_code, 'name', m.name) order by m.name)
        from partner_municipality pm join municipality m using (municipality_code)
        where pm.project_id = partner.project_id and pm.organisation_id = partner.organisation_id), '[]')`.as(
        'municipalities',
      ),
    ])
    .orderBy(sql`array_position(array['projektagare', 'samverkanspart', 'medlem', 'extern'], partner.role)`)
    .orderBy('organisation.name')
    .execute()
  return rows.map((row) => ({
    ...row,
    organisationId: row.organisationId as OrganisationId,
    role: row.role as PartnerRole,
  }))
}

/** The months of a project that have time in the ledger or have been locked, the oldest first. */
export async function listMonthStandings(db: Db, projectId: ProjectId): Promise<MonthStanding[]> {
  const { rows } = await sql<MonthStanding>`
    select months.month, coalesce(pm.state = 'last', false) as locked, coalesce(pm.must_resend, false) as "mustResend"
    from (
      select to_char(worked_on, 'YYYY-MM') as month from time_entry where project_id = ${projectId} group by 1
      union
      select month from project_month where project_id = ${projectId}
    ) months
    left join project_month pm on pm.project_id = ${projectId} and pm.month = months.month
    order by months.month`.execute(db)
  return rows
}

export type BookingBlock = 'aid-form-missing'

/**
 * Why a person may not book an activity of a project: the employer is external and its state-aid form is not signed,
 * or is no longer valid on the day `on` (ISO; left out, the validity is not tried). People without a record in the
 * project are judged by their present employers.
 */
export async function findBookingBlock(
  db: Db,
  { on, ...request }: { personId: PersonId; projectId: ProjectId; on?: string },
): Promise<BookingBlock | undefined> {
  return (await bookingBlocks(db, request))(on)
}

/** As `findBookingBlock`, for a person who looks at occasions of several days. */
export async function bookingBlocks(
  db: Db,
  request: { personId: PersonId; projectId: ProjectId },
): Promise<(on: string | undefined) => BookingBlock | undefined> {
  const { rows } = await sql<{ status: AidForm['status'] | null; validUntil: string | null }>`
    with employer as (
      select employer_id as organisation_id from participation
        where person_id = ${request.personId} and project_id = ${request.projectId} and merged_into is null
      union
      select partner_id from participation
        where person_id = ${request.personId} and project_id = ${request.projectId} and merged_into is null
      union
      select organisation_id from employment
        where person_id = ${request.personId} and ends_on is null and not exists (select 1 from participation
          where person_id = ${request.personId} and project_id = ${request.projectId} and merged_into is null)
    )
    select aid_form.status, aid_form.valid_until as "validUntil"
    from employer
    join organisation on organisation.organisation_id = employer.organisation_id
    left join partner on partner.organisation_id = employer.organisation_id and partner.project_id = ${request.projectId}
    left join aid_form
      on aid_form.organisation_id = employer.organisation_id and aid_form.project_id = ${request.projectId}
    where organisation.kind = 'foretag' or partner.role = 'extern'`.execute(db)
  const forms = rows.map(({ status, validUntil }) => (status === null ? undefined : { status, validUntil }))
  return (on) => (forms.some((form) => !isAidFormInForce(form, on)) ? 'aid-form-missing' : undefined)
}
