import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { Db } from '~db/schema'
import type { Assessment } from '../../assignment/review-form'
import type { WorkFacts } from '../../assignment/standing'
import type { ItemOf } from '../answer.server'
import { factsOf, type FactsRow, factsSql, roundIsOpen } from './facts.server'
import type { SubmittedFile } from './file.server'

export interface KeptVersion {
  submissionId: string
  version: number
  /** An ISO instant. */
  submittedAt: string
  text: string
  files: SubmittedFile[]
}

/** What has been said of a work, or what its author has said of an example. */
export interface KeptReview extends Assessment {
  kind: 'train' | 'peer' | 'self' | 'leader'
  exampleKey: string | null
  /** As others are told it. */
  reviewer: string
  /** An ISO instant. */
  reviewedAt: string
  version: number | null
  decision: 'godkand' | 'komplettera' | null
}

export interface GivenTask {
  allocationId: string
  name: string
  givenAt: string
  answered: boolean
}

/** Everything about one person's work with an assignment. */
export interface WorkDetails {
  facts: WorkFacts
  attached: SubmittedFile[]
  /** The newest first. */
  versions: KeptVersion[]
  /** The oldest first, and of one moment in the order of the steps. */
  reviews: KeptReview[]
  tasks: GivenTask[]
  /** Those who have the work and have not answered yet. */
  readers: string[]
  /** Steps that a course leader has finished, and why. */
  releases: { stage: string; reason: string; by: string; at: string }[]
}

type Row = Omit<WorkDetails, 'facts'> & { facts: FactsRow }

const fileOf = sql`jsonb_build_object('fileId', file.submission_file_id, 'name', file.file_name, 'bytes', file.bytes)`

/** One query. */
export async function findDetails(db: Db, { personId, itemId, round }: ItemOf, now: Date): Promise<WorkDetails> {
  const work = {
    lessonId: sql<string>`${itemId}::uuid`,
    personId: sql<string>`${personId}::uuid`,
    round: sql<number>`${round}::int`,
  }
  const own = sql`lesson_id = ${itemId}::uuid and person_id = ${personId}::uuid and round = ${round}::int`
  const { rows } = await sql<Row>`select ${factsSql(work, now)} as facts,
    coalesce((select jsonb_agg(${fileOf} order by file.uploaded_at, file.submission_file_id) from submission_file file
      where file.removed_at is null and ${own}), '[]'::jsonb) as attached,
    coalesce((select jsonb_agg(jsonb_build_object('submissionId', submission_id, 'version', version,
      'submittedAt', submitted_at, 'text', text, 'files', coalesce((select jsonb_agg(${fileOf} order by file.uploaded_at)
        from submission_file file where file.submission_file_id = any (submission.file_ids)), '[]'::jsonb))
      order by version desc) from submission where ${own}), '[]'::jsonb) as versions,
    coalesce((select jsonb_agg(jsonb_build_object('kind', review.kind, 'exampleKey', example_key,
      'reviewer', ${shownNameSql()}, 'reviewedAt', reviewed_at, 'version', submission.version, 'levels', levels,
      'comments', comments, 'comment', comment, 'decision', decision)
      order by reviewed_at, array_position(array['train', 'peer', 'self', 'leader'], review.kind), review_id)
      from review join person on person.person_id = review.reviewer_id left join submission using (submission_id)
      where review.lesson_id = ${itemId}::uuid and review.author_id = ${personId}::uuid
        and review.round = ${round}::int), '[]'::jsonb) as reviews,
    coalesce((select jsonb_agg(jsonb_build_object('allocationId', allocation_id, 'name', ${shownNameSql()},
      'givenAt', given_at, 'answered', exists (select from review where review.allocation_id = allocation.allocation_id))
      order by given_at, allocation_id) from allocation join person on person.person_id = allocation.author_id
      where allocation.lesson_id = ${itemId}::uuid and allocation.reviewer_id = ${personId}::uuid
        and allocation.reviewer_round = ${round}::int), '[]'::jsonb) as tasks,
    coalesce((select jsonb_agg(${shownNameSql()} order by given_at) from allocation
      join person on person.person_id = allocation.reviewer_id
      where allocation.lesson_id = ${itemId}::uuid and allocation.author_id = ${personId}::uuid
        and allocation.author_round = ${round}::int and ${roundIsOpen(now)}
        and not exists (select from review where review.allocation_id = allocation.allocation_id)), '[]'::jsonb) as readers,
    coalesce((select jsonb_agg(jsonb_build_object('stage', stage, 'reason', reason, 'at', released_at,
      'by', (select ${shownNameSql()} from person where person.person_id = released_by)))
      from stage_release where ${own}), '[]'::jsonb) as releases`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The details of a work were not read')
  return { ...row, facts: factsOf(row.facts) }
}
