import { sql } from 'kysely'
import type { Question } from '~/domains/catalogue'
import type { CourseId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { Responses } from '../model'
import type { FirstAttempt } from '../statistics/rules'

/** More first attempts than this are not read: the newest are as good. */
const MOST_ATTEMPTS = 4000

export interface QuizAttempts {
  slug: string
  title: string
  questions: Question[]
  attempts: FirstAttempt[]
}

interface Row {
  slug: string
  title: string
  questions: Question[]
  attempts: { responses: Responses; set: string | null }[] | null
}

/** The quizzes and checks of a course with everybody's first attempt at each, and nobody named. Two queries. */
export async function listFirstAttempts(db: Db, courseId: CourseId): Promise<QuizAttempts[]> {
  const { rows } = await sql<Row>`
    select lesson.slug, lesson.title, coalesce(lecture.check_questions, lesson.questions) as questions,
      (select jsonb_agg(jsonb_build_object('responses', responses, 'set', question_set_id)) from (
        select responses, question_set_id from (
          select distinct on (person_id) responses, question_set_id, submitted_at
          from quiz_attempt where item_id = lesson.lesson_id order by person_id, round, number
        ) first order by submitted_at desc limit ${MOST_ATTEMPTS}
      ) newest) as attempts
    from lesson left join lecture on lecture.lecture_id = lesson.lecture_id
    where lesson.course_id = ${courseId} and lesson.retired_at is null and lesson.kind in ('quiz', 'lecture')
    order by lesson.position`.execute(db)
  const ids = new Set(rows.flatMap((row) => (row.attempts ?? []).flatMap(({ set }) => (set === null ? [] : [set]))))
  const sets =
    ids.size === 0
      ? []
      : await db
          .selectFrom('question_set')
          .select(['question_set_id', 'questions'])
          .where('question_set_id', 'in', [...ids])
          .execute()
  const questionsOf = new Map(sets.map((set) => [set.question_set_id, set.questions as Question[]]))
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    questions: row.questions,
    attempts: (row.attempts ?? []).map(({ responses, set }) => ({
      responses,
      questions: set === null ? null : (questionsOf.get(set) ?? null),
    })),
  }))
}
