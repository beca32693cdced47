import { sql } from 'kysely'
import type { Tx } from '~db/schema'
import { stockholmInstant } from './calendar'

const COURSE = 'sprakutvecklande-arbetssatt'
const LEADER = 'kursansvarig@demo.westum.example'

/** A group of the demonstration, called so, with some of those who are in the middle of a course. */
export async function writeCohort(tx: Tx): Promise<void> {
  await sql`
    with made as (
      insert into cohort (course_id, name, starts_on, deadline_on, seats, leader_id, created_at)
      select course_id, 'Våren 2025 (demonstration)', '2025-02-03', '2025-05-30', 16,
        (select person_id from person where email = ${LEADER}), ${stockholmInstant('2025-01-20', 540)}
      from course where slug = ${COURSE}
      returning cohort_id, course_id
    )
    update enrolment set cohort_id = made.cohort_id from made
    where enrolment_id in (
      select enrolment_id from enrolment underway join made using (course_id)
      where not exists (select from completion done where done.person_id = underway.person_id
        and done.item_kind = 'course' and done.item_id = underway.course_id)
      order by enrolled_at desc, enrolment_id limit 12)`.execute(tx)
}
