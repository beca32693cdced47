import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db, Tx } from '~db/schema'
import type { Assessment } from '../../assignment/review-form'
import type { ItemOf } from '../answer.server'

export interface NewReview extends Assessment {
  kind: 'train' | 'peer' | 'self' | 'leader'
  author: ItemOf
  reviewerId: PersonId
  submissionId: string | null
  allocationId: string | null
  exampleKey: string | null
  decision: 'godkand' | 'komplettera' | null
  at: Date
}

/** Keeps a review for ever; false when the same one stands there already. */
export async function insertReview(tx: Tx, review: NewReview): Promise<string | undefined> {
  const row = await tx
    .insertInto('review')
    .values({
      kind: review.kind,
      lesson_id: review.author.itemId,
      author_id: review.author.personId,
      round: review.author.round,
      reviewer_id: review.reviewerId,
      submission_id: review.submissionId,
      allocation_id: review.allocationId,
      example_key: review.exampleKey,
      levels: JSON.stringify(review.levels),
      comments: JSON.stringify(review.comments),
      comment: review.comment,
      decision: review.decision,
      reviewed_at: review.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('review_id')
    .executeTakeFirst()
  return row?.review_id
}

/** Finishes a step for somebody; false when it was done before. */
export async function insertRelease(
  tx: Tx,
  { personId, itemId, round }: ItemOf,
  release: { stage: 'train' | 'peer' | 'self'; reason: string; by: PersonId; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('stage_release')
    .values({
      lesson_id: itemId,
      person_id: personId,
      round,
      stage: release.stage,
      reason: release.reason,
      released_by: release.by,
      released_at: release.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('stage')
    .executeTakeFirst()
  return row !== undefined
}

/** Somebody's work as it was given to a reader. */
export interface GivenWork {
  allocationId: string
  authorId: PersonId
  authorRound: number
  givenName: string
  familyName: string
  /** The author's own. */
  language: Language
  /** As the reader may be told it when the round is not anonymous. */
  name: string
  submissionId: string
  text: string
  files: { fileId: string; name: string; bytes: number }[]
}

/** The newest version of a work that the person has been given; undefined when it is not the person's to read. */
export async function findGivenWork(db: Db, allocationId: string, reader: ItemOf): Promise<GivenWork | undefined> {
  const { rows } = await sql<GivenWork>`
    select allocation.allocation_id as "allocationId", allocation.author_id as "authorId",
      allocation.author_round as "authorRound", person.given_name as "givenName", person.family_name as "familyName",
      person.language,
      ${shownNameSql()} as name, newest.submission_id as "submissionId", newest.text,
      coalesce((select jsonb_agg(jsonb_build_object('fileId', file.submission_file_id, 'name', file.file_name,
        'bytes', file.bytes) order by file.uploaded_at) from submission_file file
        where file.submission_file_id = any (newest.file_ids)), '[]'::jsonb) as files
    from allocation
    join person on person.person_id = allocation.author_id
    join lateral (select submission_id, text, file_ids from submission where submission.lesson_id = allocation.lesson_id
      and submission.person_id = allocation.author_id and submission.round = allocation.author_round
      order by version desc limit 1) newest on true
    where allocation.allocation_id = ${allocationId}::uuid and allocation.lesson_id = ${reader.itemId}::uuid
      and allocation.reviewer_id = ${reader.personId}::uuid and allocation.reviewer_round = ${reader.round}`.execute(db)
  return rows[0]
}

/** What was said of a work that was given; undefined before it is said. */
export async function findGivenReview(db: Db, allocationId: string): Promise<Assessment | undefined> {
  const row = await db
    .selectFrom('review')
    .where('allocation_id', '=', allocationId)
    .select(['levels', 'comments', 'comment'])
    .executeTakeFirst()
  return row as Assessment | undefined
}
