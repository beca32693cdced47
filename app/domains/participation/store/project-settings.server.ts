import { sql } from 'kysely'
import type { OrganisationId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { ProjectRules } from '../project/model'
import type { PartnerWish } from '../project/settings'

/** Holds the project's row until the transaction ends, so that two changes of its settings follow one another. */
export async function holdProject(tx: Tx, projectId: ProjectId): Promise<void> {
  await tx.selectFrom('project').where('project_id', '=', projectId).select('project_id').forUpdate().execute()
}

export async function updateRules(tx: Tx, projectId: ProjectId, rules: ProjectRules, at: Date): Promise<void> {
  await tx
    .updateTable('project')
    .set({
      self_study_eligible: rules.selfStudyEligible,
      renewal_eligible: rules.renewalEligible,
      rounding: rules.rounding,
      min_hours_for_reporting: rules.minHoursForReporting,
      attestation: rules.attestation,
      attended_percent: rules.attendedPercent,
      daily_cap_minutes: rules.dailyCapMinutes,
      report_due_days: rules.reportDueDays,
      final_payment_on: rules.finalPaymentOn,
      retention_years: rules.retentionYears,
      legal_hold: rules.legalHold,
      legal_hold_reason: rules.legalHoldReason,
      settings_changed_at: at,
    })
    .where('project_id', '=', projectId)
    .execute()
}

/** Adds a partner with the municipalities of the organisation; false when it is one already. */
export async function insertPartner(
  tx: Tx,
  projectId: ProjectId,
  organisationId: OrganisationId,
  wish: PartnerWish,
): Promise<boolean> {
  const added = await tx
    .insertInto('partner')
    .values({
      project_id: projectId,
      organisation_id: organisationId,
      role: wish.role,
      note: null,
      starts_on: wish.startsOn,
      ends_on: wish.endsOn,
      attestation: wish.attestation,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('organisation_id')
    .executeTakeFirst()
  if (added === undefined) return false
  await tx
    .insertInto('partner_municipality')
    .columns(['project_id', 'organisation_id', 'municipality_code'])
    .expression((query) =>
      query
        .selectFrom('organisation_municipality')
        .where('organisation_id', '=', organisationId)
        .select([sql<string>`${projectId}::uuid`.as('project_id'), 'organisation_id', 'municipality_code']),
    )
    .execute()
  return true
}

export async function updatePartner(
  tx: Tx,
  projectId: ProjectId,
  organisationId: OrganisationId,
  wish: PartnerWish,
): Promise<void> {
  await tx
    .updateTable('partner')
    .set({ role: wish.role, starts_on: wish.startsOn, ends_on: wish.endsOn, attestation: wish.attestation })
    .where('project_id', '=', projectId)
    .where('organisation_id', '=', organisationId)
    .execute()
}

/** Organisations that may become a partner of the project, by name. */
export async function listPartnerCandidates(db: Db, projectId: ProjectId): Promise<{ slug: string; name: string }[]> {
  return db
    .selectFrom('organisation')
    .where('retired_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('partner')
            .whereRef('partner.organisation_id', '=', 'organisation.organisation_id')
            .where('partner.project_id', '=', projectId)
            .select('partner.project_id'),
        ),
      ),
    )
    .select(['slug', 'name'])
    .orderBy('name')
    .execute()
}

export interface LoggedChange {
  auditEventId: number
  action: string
  actor: string | null
  detail: { before?: Record<string, unknown>; after?: Record<string, unknown>; partner?: string }
  happenedAt: Date
}

/** The latest logged changes of a project's rules, partners, goals and forms, the newest first. */
export async function listProjectChanges(db: Db, projectId: ProjectId, limit: number): Promise<LoggedChange[]> {
  const rows = await db
    .selectFrom('audit_event')
    .leftJoin('person', 'person.person_id', 'audit_event.actor_id')
    .where('subject_kind', '=', 'project')
    .where('subject_id', '=', projectId)
    .select([
      'audit_event_id as auditEventId',
      'action',
      sql<string | null>`case when person.protection = 'none' then person.given_name || ' ' || person.family_name
        else person.alias end`.as('actor'),
      'detail',
      'happened_at as happenedAt',
    ])
    .orderBy('happened_at', 'desc')
    .orderBy('audit_event_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, detail: row.detail }))
}
