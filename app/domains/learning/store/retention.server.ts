import { sql } from 'kysely'
import { formerStaffSql } from '~/domains/organisation/index.server'
import type { Db } from '~db/schema'
import { countWords, emptyAssignments, hasWords } from './assignment/erase.server'

/** Everybody whose employments ended before `before` loses these rows; `except` names whose are held. */
export interface FormerStaff {
  before: string
  except: readonly string[]
}

/** Rows of former staff: reflections, answers and notes, watch logs; and access needs whose day has come. */
export async function countOldTraces(
  db: Db,
  due: { answers: FormerStaff; watches: FormerStaff; today: string },
): Promise<{ answers: number; watches: number; needs: number }> {
  const of = ({ before, except }: FormerStaff) => formerStaffSql(before, except)
  const [answers, watches] = [of(due.answers), of(due.watches)] as const
  const { rows } = await sql<{ answers: number; watches: number; needs: number }>`select
    ((select count(*) from answer where person_id in ${answers})
      + (select count(*) from quiz_attempt where person_id in ${answers})
      + (select count(*) from lecture_note where person_id in ${answers}) + ${countWords(answers)})::int as answers,
    ((select count(*) from watch where person_id in ${watches})
      + (select count(*) from watch_past where person_id in ${watches})
      + (select count(*) from lesson_visit where person_id in ${watches}))::int as watches,
    (select count(*) from booking where access_needs_delete_on <= ${due.today}::date)::int as needs`.execute(db)
  return rows[0] ?? { answers: 0, watches: 0, needs: 0 }
}

/**
 * Deletes the reflections, answers, attempts and notes, and empties the assignments, of at most `most` of them; how many
 * rows went.
 */
export async function deleteOldAnswers(db: Db, { before, except }: FormerStaff, most: number): Promise<number> {
  const { rows } = await sql<{ person_id: string }>`select person_id from ${formerStaffSql(before, except)} former
    where exists (select 1 from answer where answer.person_id = former.person_id)
      or exists (select 1 from quiz_attempt where quiz_attempt.person_id = former.person_id)
      or exists (select 1 from lecture_note where lecture_note.person_id = former.person_id)
      or ${hasWords(sql`former.person_id`)}
    order by person_id limit ${most}`.execute(db)
  return deleteAnswers(
    db,
    rows.map((row) => row.person_id),
  )
}

/** Answers, attempts and notes go; of assignments the words and the files go, and their places stay. */
export async function deleteAnswers(db: Db, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0
  const answers = await db.deleteFrom('answer').where('person_id', 'in', personIds).executeTakeFirst()
  const attempts = await db.deleteFrom('quiz_attempt').where('person_id', 'in', personIds).executeTakeFirst()
  const notes = await db.deleteFrom('lecture_note').where('person_id', 'in', personIds).executeTakeFirst()
  const emptied = await emptyAssignments(db, personIds)
  return Number(answers.numDeletedRows + attempts.numDeletedRows + notes.numDeletedRows) + emptied
}

/** Deletes the watch logs and visits of at most `most` of them; how many rows went. */
export async function deleteOldWatches(db: Db, { before, except }: FormerStaff, most: number): Promise<number> {
  const { rows } = await sql<{ person_id: string }>`select person_id from ${formerStaffSql(before, except)} former
    where exists (select 1 from watch where watch.person_id = former.person_id)
      or exists (select 1 from watch_past where watch_past.person_id = former.person_id)
      or exists (select 1 from lesson_visit where lesson_visit.person_id = former.person_id)
    order by person_id limit ${most}`.execute(db)
  return deleteWatches(
    db,
    rows.map((row) => row.person_id),
  )
}

export async function deleteWatches(db: Db, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0
  const watches = await db.deleteFrom('watch').where('person_id', 'in', personIds).executeTakeFirst()
  const past = await db.deleteFrom('watch_past').where('person_id', 'in', personIds).executeTakeFirst()
  const visits = await db.deleteFrom('lesson_visit').where('person_id', 'in', personIds).executeTakeFirst()
  return Number(watches.numDeletedRows + past.numDeletedRows + visits.numDeletedRows)
}
