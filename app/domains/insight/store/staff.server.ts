import { sql } from 'kysely'
import { type Actor, scopeOf } from '~/domains/identity'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { StaffEmployment, StaffFacts } from '../model'

interface StaffRow {
  personId: PersonId
  name: string
  sortName: string
  protected: boolean
  shared: boolean
  since: string | null
  employments: StaffEmployment[] | null
  evidence: [code: string, courseId: string, level: number, weight: number, grantedOn: string][] | null
}

/**
 * The statement behind the picture: those employed on the day in the organisations that the actor manages, with the
 * evidence of those who share. Every join starts in the organisation's own rows.
 */
export function staffStatement(actor: Actor, day: string, onlyPersonId: PersonId | null = null) {
  const { organisationIds } = scopeOf(actor, 'chef')
  const one = onlyPersonId === null ? sql`` : sql`and employment.person_id = ${onlyPersonId}`
  return sql<StaffRow>`
    with staff as (
      select employment.person_id,
        json_agg(json_build_object('job', employment.job, 'schoolForm', employment.school_form, 'municipality',
          case when municipality.municipality_code is not null
            then json_build_object('code', municipality.municipality_code, 'name', municipality.name) end)) as employments
      from employment
      left join municipality on municipality.municipality_code = employment.municipality_code
      where employment.organisation_id = any (${organisationIds}::uuid[])
        and employment.starts_on <= ${day}::date and coalesce(employment.ends_on, 'infinity') >= ${day}::date ${one}
      group by employment.person_id
    )
    select person.person_id as "personId",
      case when person.protection = 'none' then person.given_name || ' ' || person.family_name else person.alias end as name,
      case when person.protection = 'none' then person.family_name || ' ' || person.given_name else person.alias end as "sortName",
      person.protection <> 'none' as protected,
      coalesce(profile_sharing.shared_with_manager, false) as shared,
      (select max(participation.entry_on) from participation
        where participation.person_id = person.person_id and participation.merged_into is null and participation.entry_on <= ${day}::date) as since,
      case when person.protection = 'none' then staff.employments end as employments,
      case when profile_sharing.shared_with_manager then (
        select json_agg(json_build_array(competence.code, completion.course_id, evidence.level, evidence.weight,
          (evidence.granted_at at time zone 'Europe/Stockholm')::date))
        from evidence
        join completion on completion.completion_id = evidence.completion_id
        join competence on competence.competence_id = evidence.competence_id
        join framework on framework.framework_id = competence.framework_id and framework.slug = ${EVIDENCE_FRAMEWORK}
        where evidence.person_id = person.person_id
      ) end as evidence
    from staff
    join person on person.person_id = staff.person_id and person.merged_into is null
    left join profile_sharing on profile_sharing.person_id = person.person_id`
}

function factsOf({ employments, evidence, ...row }: StaffRow): StaffFacts {
  return {
    ...row,
    employments: employments ?? [],
    evidence: (evidence ?? []).map(([code, courseId, level, weight, grantedOn]) => ({
      code,
      courseId,
      level,
      weight,
      grantedOn,
    })),
  }
}

/** The actor's own staff on the day (Stockholm). Empty for somebody who manages no organisation. One SELECT. */
export async function listStaff(db: Db, actor: Actor, day: string): Promise<StaffFacts[]> {
  const { rows } = await staffStatement(actor, day).execute(db)
  return rows.map(factsOf)
}

/** One of the actor's own staff on the day; undefined for anybody else. */
export async function findStaffMember(
  db: Db,
  actor: Actor,
  personId: PersonId,
  day: string,
): Promise<StaffFacts | undefined> {
  const { rows } = await staffStatement(actor, day, personId).execute(db)
  return rows[0] === undefined ? undefined : factsOf(rows[0])
}
