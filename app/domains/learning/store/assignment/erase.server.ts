import { type RawBuilder, sql } from 'kysely'
import type { Db } from '~db/schema'

const wordsOfReview = sql`(review.comment <> '' or review.comments <> '{}'::jsonb)`

/** SQL: rows of assignments with words or files of these people, or words about their works. */
export function countWords(people: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`((select count(*) from submission where person_id in ${people} and (text <> '' or file_ids <> '{}'))
    + (select count(*) from submission_file where person_id in ${people} and removed_at is null)
    + (select count(*) from review where ${wordsOfReview} and (reviewer_id in ${people} or author_id in ${people})))`
}

/** SQL: the person has words or files in an assignment, or words about the own work. */
export function hasWords(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(exists (select 1 from submission where submission.person_id = ${person}
      and (text <> '' or file_ids <> '{}'))
    or exists (select 1 from submission_file where submission_file.person_id = ${person} and removed_at is null)
    or exists (select 1 from review where ${wordsOfReview} and ${person} in (review.reviewer_id, review.author_id)))`
}

/**
 * Empties what these people have handed in and said in assignments, and what was said of their works: the words go and the
 * files with them, the places and the levels stay. How many rows were emptied. The bytes of the files go by the sweeping.
 */
export async function emptyAssignments(db: Db, personIds: readonly string[]): Promise<number> {
  const ids = [...personIds]
  const files = await db
    .updateTable('submission_file')
    .set({ removed_at: sql<Date>`now()` })
    .where('person_id', 'in', ids)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const works = await db
    .updateTable('submission')
    .set({ text: '', file_ids: [] })
    .where('person_id', 'in', ids)
    .where(sql<boolean>`(text <> '' or file_ids <> '{}')`)
    .executeTakeFirst()
  const reviews = await db
    .updateTable('review')
    .set({ comment: '', comments: '{}' })
    .where((eb) => eb.or([eb('reviewer_id', 'in', ids), eb('author_id', 'in', ids)]))
    .where(sql<boolean>`${wordsOfReview}`)
    .executeTakeFirst()
  return Number(files.numUpdatedRows + works.numUpdatedRows + reviews.numUpdatedRows)
}
