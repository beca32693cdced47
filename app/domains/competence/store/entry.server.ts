import { sql } from 'kysely'
import type { EntryFacts, Prerequisites } from '~/domains/catalogue'
import type { Viewer } from '~/domains/catalogue/index.server'
import type { CourseId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { EVIDENCE_FRAMEWORK, type WeighedEvidence } from '../model'
import { levelOf } from '../rules'

/** A course that another asks for; `isOpen` when the viewer may see it. */
export interface AskedCourse {
  slug: string
  title: string
  isOpen: boolean
}

/**
 * The courses that a course asks for, those in the offer alone; what somebody has done and can of what it asks for, and
 * whether a leader has let the person past it. Only confirmed levels count, never one's own assessment. One SELECT.
 */
export async function findEntryFacts(
  db: Db,
  { personId, today }: Viewer,
  { courseId, prerequisites }: { courseId: CourseId; prerequisites: Prerequisites },
): Promise<EntryFacts & { asked: AskedCourse[]; isAdmitted: boolean }> {
  const codes = prerequisites.competences.map(({ code }) => code)
  const { rows } = await sql<{
    asked: AskedCourse[]
    finished: string[]
    evidence: WeighedEvidence[]
    isAdmitted: boolean
  }>`
    select coalesce((select json_agg(json_build_object('slug', slug, 'title', title,
          'isOpen', course_open_to(terms, course.course_id, ${personId}::uuid, ${today}::date)))
        from course where retired_at is null and slug = any (${prerequisites.courses}::text[])), '[]'::json) as asked,
      array(select distinct course.slug from completion join course on course.course_id = completion.item_id
        where completion.person_id = ${personId}::uuid and completion.item_kind = 'course'
          and course.slug = any (${prerequisites.courses}::text[])) as finished,
      coalesce((select json_agg(json_build_object('code', competence.code, 'level', evidence.level,
          'weight', evidence.weight, 'courseId', completion.course_id, 'grantedOn', ''))
        from evidence
        join competence on competence.competence_id = evidence.competence_id
        join framework on framework.framework_id = competence.framework_id and framework.slug = ${EVIDENCE_FRAMEWORK}
        join completion on completion.completion_id = evidence.completion_id
        where evidence.person_id = ${personId}::uuid and competence.code = any (${codes}::text[])), '[]'::json) as evidence,
      exists (select from course_permit where person_id = ${personId}::uuid and course_id = ${courseId}
        and kind = 'dispens' and revoked_at is null) as "isAdmitted"`.execute(db)
  const row = rows[0]
  const levels = codes.map((code) => {
    const own = (row?.evidence ?? []).filter((item) => item.code === code)
    return [code, levelOf(own).level] as const
  })
  const { asked = [], finished = [], isAdmitted = false } = row ?? {}
  return { asked, finished: new Set(finished), levels: new Map(levels), isAdmitted }
}
