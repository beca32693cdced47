import { sql } from 'kysely'
import { type ConfirmedLevel, type Evidence, EVIDENCE_FRAMEWORK, type SelfAssessment } from '~/domains/competence'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

export interface FinishedCourse {
  slug: string
  title: string
  minutes: number
  finishedOn: string
  certificateCode: string | null
}

/** Everything a person's profile is worked out from. Days are Stockholm days. */
export interface ProfileFacts {
  shared: boolean
  since: string | null
  evidence: Evidence[]
  selfAssessments: SelfAssessment[]
  courses: FinishedCourse[]
}

/** The facts of one person's profile as it stands on the day, in one SELECT. The caller decides who may see them. */
export async function findProfileFacts(db: Db, personId: PersonId, day: string): Promise<ProfileFacts> {
  const { rows } = await sql<{
    shared: boolean
    since: string | null
    evidence: Evidence[] | null
    selfAssessments: { code: string; level: ConfirmedLevel; assessedOn: string }[] | null
    courses: FinishedCourse[] | null
  }>`
    select
      coalesce((select shared_with_manager from profile_sharing where person_id = ${personId}), false) as shared,
      (select max(entry_on) from participation where person_id = ${personId} and merged_into is null
        and entry_on <= ${day}::date) as since,
      (
        select json_agg(json_build_object('code', competence.code, 'level', evidence.level, 'weight', evidence.weight,
          'courseId', course.course_id, 'courseSlug', course.slug, 'courseTitle', course.title,
          'frameworkVersion', evidence.framework_version, 'certificateCode', certificate.code,
          'grantedOn', (evidence.granted_at at time zone 'Europe/Stockholm')::date) order by evidence.granted_at desc)
        from evidence
        join competence on competence.competence_id = evidence.competence_id
        join framework on framework.framework_id = competence.framework_id and framework.slug = ${EVIDENCE_FRAMEWORK}
        join completion on completion.completion_id = evidence.completion_id
        join course on course.course_id = completion.course_id
        left join certificate on certificate.completion_id = completion.completion_id
        where evidence.person_id = ${personId}
      ) as evidence,
      (
        select json_agg(json_build_object('code', last.code, 'level', last.level,
          'assessedOn', (last.assessed_at at time zone 'Europe/Stockholm')::date))
        from (
          select distinct on (competence.code) competence.code, self_assessment.level, self_assessment.assessed_at
          from self_assessment
          join competence on competence.competence_id = self_assessment.competence_id
          where self_assessment.person_id = ${personId}
          order by competence.code, self_assessment.assessed_at desc
        ) last
      ) as "selfAssessments",
      (
        select json_agg(json_build_object('slug', course.slug, 'title', course.title, 'minutes', completion.minutes,
          'finishedOn', (completion.finished_at at time zone 'Europe/Stockholm')::date,
          'certificateCode', certificate.code) order by completion.finished_at desc)
        from completion
        join course on course.course_id = completion.course_id
        left join certificate on certificate.completion_id = completion.completion_id
        where completion.person_id = ${personId} and completion.item_kind = 'course'
      ) as courses`.execute(db)
  const row = rows[0]
  return {
    shared: row?.shared ?? false,
    since: row?.since ?? null,
    evidence: row?.evidence ?? [],
    selfAssessments: row?.selfAssessments ?? [],
    courses: row?.courses ?? [],
  }
}
