import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { PoolMember, PoolPair } from '../../assignment/allocate'
import { roundIsOpen } from './facts.server'

export interface Pool {
  members: (PoolMember & { personId: PersonId; round: number })[]
  pairs: PoolPair[]
}

/**
 * Everybody in the peer round of a lesson, in their present round, and who has been given what. Whoever has finished the
 * lesson or been let off the round takes no more part; `days` is how long a round is open, `examples` what has to be
 * assessed before one reads others.
 */
export async function findPool(
  db: Db,
  lessonId: string,
  rule: { days: number; examples: readonly string[]; today: string; now: Date },
): Promise<Pool> {
  const { days, examples, today, now } = rule
  const { rows } = await sql<{ members: Pool['members'] | null; pairs: PoolPair[] | null }>`
    with member as (
      select first.person_id, first.round, first.submitted_at,
        first.submitted_at + make_interval(days => ${days}::int) > ${now}
          and not exists (select from completion where completion.person_id = first.person_id
            and completion.item_kind = 'lesson' and completion.item_id = first.lesson_id and completion.round = first.round)
          and not exists (select from stage_release let_off where let_off.lesson_id = first.lesson_id
            and let_off.person_id = first.person_id and let_off.round = first.round and let_off.stage = 'peer') as is_open,
        exists (select from stage_release let_off where let_off.lesson_id = first.lesson_id
            and let_off.person_id = first.person_id and let_off.round = first.round and let_off.stage = 'train')
          or (select count(*) from review where review.kind = 'train' and review.lesson_id = first.lesson_id
            and review.author_id = first.person_id and review.round = first.round
            and review.example_key = any (${[...examples]}::text[])) >= ${examples.length}::int as is_trained
      from submission first join person on person.person_id = first.person_id
      where first.lesson_id = ${lessonId}::uuid and first.version = 1
        and person.merged_into is null and person.erased_at is null
        and first.round = (select max(round) from submission later
          where later.lesson_id = first.lesson_id and later.person_id = first.person_id)
    )
    select
      (select jsonb_agg(jsonb_build_object('personId', person_id, 'round', round,
        'handedInAt', extract(epoch from submitted_at), 'isOpen', is_open, 'reads', is_open and is_trained,
        'organisationIds', coalesce((select jsonb_agg(distinct organisation_id) from employment
          where employment.person_id = member.person_id and starts_on <= ${today}::date
            and (ends_on is null or ends_on >= ${today}::date)), '[]'::jsonb))) from member) as members,
      (select jsonb_agg(jsonb_build_object('authorId', author_id, 'reviewerId', reviewer_id,
        'counts', ${roundIsOpen(now)} or exists (select from review where review.allocation_id = allocation.allocation_id)))
        from allocation join member on member.person_id = allocation.author_id and member.round = allocation.author_round
        where allocation.lesson_id = ${lessonId}::uuid) as pairs`.execute(db)
  return { members: rows[0]?.members ?? [], pairs: rows[0]?.pairs ?? [] }
}

/** Gives works to readers; each pair is made once. */
export async function insertAllocations(
  tx: Tx,
  lessonId: string,
  pairs: readonly { authorId: string; authorRound: number; reviewerId: string; reviewerRound: number }[],
  at: Date,
): Promise<{ allocationId: string; reviewerId: PersonId }[]> {
  if (pairs.length === 0) return []
  const rows = await tx
    .insertInto('allocation')
    .values(
      pairs.map((pair) => ({
        lesson_id: lessonId,
        author_id: pair.authorId,
        author_round: pair.authorRound,
        reviewer_id: pair.reviewerId,
        reviewer_round: pair.reviewerRound,
        given_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['allocation_id', 'reviewer_id'])
    .execute()
  return rows.map((row) => ({ allocationId: row.allocation_id, reviewerId: row.reviewer_id as PersonId }))
}
