import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { CourseId, LessonId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import { EXTRA_KEY } from '../model'

/** Somebody who has used every attempt at a quiz without passing it. */
export interface UsedUp {
  personId: PersonId
  name: string
  lessonId: LessonId
  lessonTitle: string
  round: number
  used: number
  best: number
  lastAt: Date
}
/** Whose attempts are seen: everybody's, or those employed at these organisations. */
export interface LeaderScope {
  everywhere: boolean
  organisationIds: OrganisationId[]
}

/** Those who can go no further by themselves in a course's quizzes, in their present round, by name. */
export async function listUsedUp(
  db: Db,
  courseId: CourseId,
  scope: LeaderScope,
  only?: { personId: string; lessonId: string },
): Promise<UsedUp[]> {
  const { rows } = await sql<UsedUp>`
    select attempt.person_id as "personId", ${shownNameSql()} as name, lesson.lesson_id as "lessonId",
      lesson.title as "lessonTitle", attempt.round, count(*)::int as used, max(attempt.score) as best,
      max(attempt.submitted_at) as "lastAt"
    from lesson
    join quiz_attempt attempt on attempt.item_id = lesson.lesson_id
    join person on person.person_id = attempt.person_id
    left join answer extra on extra.person_id = attempt.person_id and extra.item_id = attempt.item_id
      and extra.round = attempt.round and extra.question_key = ${EXTRA_KEY}
    where lesson.course_id = ${courseId} and lesson.retired_at is null
      and lesson.quiz_settings->>'maxAttempts' is not null
      and person.merged_into is null and person.erased_at is null
      and attempt.round = (select max(round) from enrolment
        where enrolment.person_id = attempt.person_id and enrolment.course_id = lesson.course_id)
      and (${scope.everywhere} or exists (select 1 from employment where employment.person_id = attempt.person_id
        and employment.organisation_id = any (${scope.organisationIds}::uuid[])))
      ${only === undefined ? sql`` : sql`and attempt.person_id = ${only.personId}::uuid and lesson.lesson_id = ${only.lessonId}::uuid`}
    group by attempt.person_id, person.person_id, lesson.lesson_id, attempt.round, extra.response
    having not bool_or(attempt.passed)
      and count(*) >= (lesson.quiz_settings->>'maxAttempts')::int + coalesce((extra.response->>'count')::int, 0)
    order by 2, lesson.position, attempt.person_id`.execute(db)
  return rows
}

/** One attempt more than those of the quiz and those given before. */
export async function addExtraAttempt(
  tx: Tx,
  { personId, lessonId, round }: Pick<UsedUp, 'personId' | 'lessonId' | 'round'>,
  at: Date,
): Promise<void> {
  await sql`
    insert into answer (person_id, item_id, round, question_key, response, saved_at)
    values (${personId}, ${lessonId}, ${round}, ${EXTRA_KEY}, '{"count": 1}', ${at})
    on conflict (person_id, item_id, round, question_key) do update
    set response = jsonb_build_object('count', (answer.response->>'count')::int + 1), saved_at = excluded.saved_at`.execute(
    tx,
  )
}
