import { type RawBuilder, sql } from 'kysely'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import type { OrganisationId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { ParticipantScope } from '../policy'
import type { GoalWish } from '../project/goal'
import type { GoalMeasure, LocalGoal } from '../project/model'
import { byGender } from '../project/rules'

interface GoalRow {
  local_goal_id: string
  organisation_id: string
  partner: string
  slug: string
  wording: string
  measure: GoalMeasure
  target: number
  competence_codes: string[]
  level: number | null
  due_on: string
  closed_at: Date | null
  amount: number
  women: number
  women_amount: number
  men: number
  men_amount: number
}

function partnersWithin(scope: ParticipantScope): RawBuilder<boolean> {
  if (scope.everyone) return sql<boolean>`true`
  if (scope.organisationIds.length === 0) return sql<boolean>`false`
  return sql<boolean>`goal.organisation_id in (${sql.join(scope.organisationIds)})`
}

/**
 * The local goals of a project within the scope and how far they have come, derived from records, ledger and
 * completions up to the due day. A goal with competences counts participants with evidence, and completions that gave
 * evidence, in one of them (or in one of an area) at the goal's level or above; hours count whole.
 */
export async function listGoals(
  db: Db,
  scope: ParticipantScope,
  projectId: ProjectId,
  organisationId?: OrganisationId,
): Promise<LocalGoal[]> {
  const { rows } = await sql<GoalRow>`
    with member as (
      select participation.person_id, participation.partner_id, participation.entry_on,
        case when person.protection = 'none' then (select gender from identity_number
          where identity_number.person_id = participation.person_id and replaced_by is null
          order by valid_from desc limit 1) end as gender
      from participation join person on person.person_id = participation.person_id
      where participation.project_id = ${projectId} and participation.merged_into is null and person.merged_into is null
    ), share as (
      select goal.local_goal_id, member.gender,
        case goal.measure
          when 'deltagare' then (member.entry_on <= goal.due_on and (cardinality(goal.competence_codes) = 0 or exists (
            select 1 from evidence join competence on competence.competence_id = evidence.competence_id
            where evidence.person_id = member.person_id and (competence.code = any (goal.competence_codes) or split_part(competence.code, '.', 1) = any (goal.competence_codes))
              and evidence.level >= coalesce(goal.level, 1)
              and (evidence.granted_at at time zone 'Europe/Stockholm')::date <= goal.due_on)))::int
          when 'timmar' then (select coalesce(sum(minutes), 0) from time_entry
            where time_entry.person_id = member.person_id and time_entry.project_id = goal.project_id
              and worked_on <= goal.due_on)
          else (select count(*) from completion
            where completion.person_id = member.person_id and item_kind in ('course', 'activity')
              and (finished_at at time zone 'Europe/Stockholm')::date
                between project.starts_on and least(project.ends_on, goal.due_on)
              and (cardinality(goal.competence_codes) = 0 or exists (
                select 1 from evidence join competence on competence.competence_id = evidence.competence_id
                where evidence.completion_id = completion.completion_id
                  and (competence.code = any (goal.competence_codes) or split_part(competence.code, '.', 1) = any (goal.competence_codes)) and evidence.level >= coalesce(goal.level, 1))))
        end as amount
      from local_goal goal
      join project on project.project_id = goal.project_id
      join member on member.partner_id = goal.organisation_id
      where goal.project_id = ${projectId}
    ), reached as (
      select local_goal_id, coalesce(sum(amount), 0)::int as amount,
        count(*) filter (where gender = 'kvinna' and amount > 0)::int as women,
        coalesce(sum(amount) filter (where gender = 'kvinna'), 0)::int as women_amount,
        count(*) filter (where gender = 'man' and amount > 0)::int as men,
        coalesce(sum(amount) filter (where gender = 'man'), 0)::int as men_amount
      from share group by local_goal_id
    )
    select goal.local_goal_id, goal.organisation_id, organisation.name as partner, organisation.slug, goal.wording,
      goal.measure, goal.target, goal.competence_codes, goal.level, goal.due_on, goal.closed_at,
      coalesce(reached.amount, 0) as amount, coalesce(women, 0) as women, coalesce(women_amount, 0) as women_amount,
      coalesce(men, 0) as men, coalesce(men_amount, 0) as men_amount
    from local_goal goal
    join organisation on organisation.organisation_id = goal.organisation_id
    left join reached on reached.local_goal_id = goal.local_goal_id
    where goal.project_id = ${projectId} and ${partnersWithin(scope)}
      and ${organisationId === undefined ? sql`true` : sql`goal.organisation_id = ${organisationId}`}
    order by goal.closed_at is not null, organisation.name, goal.due_on, goal.local_goal_id`.execute(db)
  return rows.map((row) => {
    const unit = (amount: number) => (row.measure === 'timmar' ? Math.floor(amount / 60) : amount)
    return {
      localGoalId: row.local_goal_id,
      organisationId: row.organisation_id as OrganisationId,
      partner: row.partner,
      partnerSlug: row.slug,
      wording: row.wording,
      measure: row.measure,
      target: row.target,
      competenceCodes: row.competence_codes,
      level: row.level,
      dueOn: row.due_on,
      closedAt: row.closed_at,
      reached: unit(row.amount),
      byGender: byGender({
        women: { people: row.women, amount: unit(row.women_amount) },
        men: { people: row.men, amount: unit(row.men_amount) },
      }),
    }
  })
}

export interface StoredGoal extends GoalWish {
  projectId: ProjectId
  organisationId: OrganisationId
  closedAt: Date | null
}

const columnsOf = (goal: GoalWish) => ({
  wording: goal.wording,
  measure: goal.measure,
  target: goal.target,
  competence_codes: goal.competenceCodes,
  level: goal.level,
  due_on: goal.dueOn,
})

export async function findGoal(db: Db, localGoalId: string): Promise<StoredGoal | undefined> {
  const row = await db
    .selectFrom('local_goal')
    .where('local_goal_id', '=', localGoalId)
    .select([
      'project_id as projectId',
      'organisation_id as organisationId',
      'wording',
      'measure',
      'target',
      'competence_codes as competenceCodes',
      'level',
      'due_on as dueOn',
      'closed_at as closedAt',
    ])
    .executeTakeFirst()
  return row && { ...row, projectId: row.projectId as ProjectId, organisationId: row.organisationId as OrganisationId }
}

export async function insertGoal(
  tx: Tx,
  place: { projectId: ProjectId; organisationId: OrganisationId },
  goal: GoalWish,
  at: Date,
): Promise<string> {
  const row = await tx
    .insertInto('local_goal')
    .values({
      project_id: place.projectId,
      organisation_id: place.organisationId,
      ...columnsOf(goal),
      created_at: at,
    })
    .returning('local_goal_id')
    .executeTakeFirstOrThrow()
  return row.local_goal_id
}

export async function updateGoal(tx: Tx, localGoalId: string, goal: GoalWish): Promise<void> {
  await tx.updateTable('local_goal').set(columnsOf(goal)).where('local_goal_id', '=', localGoalId).execute()
}

/** Closes a goal at an instant, or opens it again with null. */
export async function closeGoal(tx: Tx, localGoalId: string, closedAt: Date | null): Promise<void> {
  await tx.updateTable('local_goal').set({ closed_at: closedAt }).where('local_goal_id', '=', localGoalId).execute()
}

/** Codes that a goal may be narrowed to: areas and competences of Westums kompetensram. */
export async function listGoalCodes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from competence_area where framework_id = (select framework_id from framework where slug = ${EVIDENCE_FRAMEWORK})
    union
    select code from competence where framework_id = (select framework_id from framework where slug = ${EVIDENCE_FRAMEWORK})
    order by code`.execute(db)
  return rows.map(({ code }) => code)
}
