import { sql } from 'kysely'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** Until when the latest finished round of a course counts, by its certificate; null is for ever, undefined none. */
export async function findValidity(
  db: Db,
  personId: PersonId,
  courseId: CourseId,
): Promise<{ round: number; until: string | null } | undefined> {
  return db
    .selectFrom('completion')
    .leftJoin('certificate', 'certificate.completion_id', 'completion.completion_id')
    .where('completion.person_id', '=', personId)
    .where('completion.item_kind', '=', 'course')
    .where('completion.item_id', '=', courseId)
    .select(['round', sql<string | null>`certificate.document ->> 'validUntil'`.as('until')])
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface RunningOut {
  personId: PersonId
  completionId: string
  courseSlug: string
  courseTitle: string
  round: number
  validUntil: string
}

/**
 * Certificates that run out within their course's time of reminding, of courses that can be taken again and have not
 * been finished anew since.
 */
export async function listRunningOut(db: Db, today: string): Promise<RunningOut[]> {
  const { rows } = await sql<RunningOut>`
    select certificate.person_id as "personId", completion.completion_id as "completionId", course.slug as "courseSlug",
      course.title as "courseTitle", completion.round, certificate.document ->> 'validUntil' as "validUntil"
    from certificate
    join completion on completion.completion_id = certificate.completion_id and completion.item_kind = 'course'
    join course on course.course_id = completion.item_id and course.retired_at is null
    join person on person.person_id = certificate.person_id
    where certificate.document ->> 'validUntil' is not null
      and certificate.document ->> 'validUntil' >= ${today}
      and certificate.document ->> 'validUntil' <= (${today}::date
        + coalesce((course.terms -> 'validity' ->> 'remindDays')::int, 30))::text
      and person.merged_into is null and person.erased_at is null
      and not exists (select from completion later where later.person_id = completion.person_id
        and later.item_kind = 'course' and later.item_id = completion.item_id and later.round > completion.round)
    order by completion.completion_id`.execute(db)
  return rows
}
