import { sql } from 'kysely'
import type { EntryFacts, Prerequisites } from '~/domains/catalogue'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { EVIDENCE_FRAMEWORK, type WeighedEvidence } from '../model'
import { levelOf } from '../rules'

/**
 * What a person has done and can of what a course asks for, and whether a leader has let the person past it. Only
 * confirmed levels count, never one's own assessment. One SELECT.
 */
export async function findEntryFacts(
  db: Db,
  personId: PersonId,
  { courseId, prerequisites }: { courseId: CourseId; prerequisites: Prerequisites },
): Promise<EntryFacts & { isAdmitted: boolean }> {
  const codes = prerequisites.competences.map(({ code }) => code)
  const { rows } = await sql<{ finished: string[]; evidence: WeighedEvidence[]; isAdmitted: boolean }>`
    select array(select distinct course.slug from completion join course on course.course_id = completion.item_id
        where completion.person_id = ${personId} and completion.item_kind = 'course'
          and course.slug = any (${prerequisites.courses}::text[])) as finished,
      coalesce((select json_agg(json_build_object('code', competence.code, 'level', evidence.level,
          'weight', evidence.weight, 'courseId', completion.course_id, 'grantedOn', ''))
        from evidence
        join competence on competence.competence_id = evidence.competence_id
        join framework on framework.framework_id = competence.framework_id and framework.slug = ${EVIDENCE_FRAMEWORK}
        join completion on completion.completion_id = evidence.completion_id
        where evidence.person_id = ${personId} and competence.code = any (${codes}::text[])), '[]'::json) as evidence,
      exists (select from course_permit where person_id = ${personId} and course_id = ${courseId}
        and kind = 'dispens' and revoked_at is null) as "isAdmitted"`.execute(db)
  const row = rows[0]
  const levels = codes.map((code) => {
    const own = (row?.evidence ?? []).filter((item) => item.code === code)
    return [code, levelOf(own).level] as const
  })
  return { finished: new Set(row?.finished), levels: new Map(levels), isAdmitted: row?.isAdmitted ?? false }
}
