import { sql } from 'kysely'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/** What a person has watched of the lectures of a course is kept beside, so that a new round begins with nothing watched. */
export async function setWatchesAside(tx: Tx, personId: PersonId, courseId: CourseId, at: Date): Promise<void> {
  await sql`
    with gone as (
      delete from watch where person_id = ${personId} and lecture_id in (
        select lecture_id from lesson where course_id = ${courseId}
        union select lecture_id from course_revision_lesson where course_id = ${courseId})
      returning person_id, lecture_id, watched, first_beat_at, last_beat_at
    )
    insert into watch_past (person_id, lecture_id, watched, first_beat_at, last_beat_at, ended_at)
    select person_id, lecture_id, watched, first_beat_at, last_beat_at, ${at} from gone
    on conflict do nothing`.execute(tx)
}
