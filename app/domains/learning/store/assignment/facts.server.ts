import { type RawBuilder, sql } from 'kysely'
import type { Stage } from '~/domains/catalogue'
import type { Db } from '~db/schema'
import type { WorkFacts } from '../../assignment/standing'
import type { ItemOf } from '../answer.server'

/** `WorkFacts` as the database gives them: instants are texts. */
export type FactsRow = Omit<WorkFacts, 'handedInAt' | 'latestAt'> & {
  handedInAt: string | null
  latestAt: string | null
}

/**
 * SQL of the facts of one work, named by three SQL values. A work that was given to somebody whose own round has closed
 * counts neither for the reader nor for the author; `days` is how long a round is open.
 */
export function factsSql(
  work: { lessonId: RawBuilder<string>; personId: RawBuilder<string>; round: RawBuilder<number> },
  now: Date,
): RawBuilder<FactsRow> {
  const { lessonId, personId, round } = work
  const own = sql`lesson_id = ${lessonId} and person_id = ${personId} and round = ${round}`
  const said = sql`lesson_id = ${lessonId} and author_id = ${personId} and round = ${round}`
  const pending = sql`not exists (select from review where review.allocation_id = allocation.allocation_id)`
  return sql<FactsRow>`(select jsonb_build_object(
    'handedInAt', (select min(submitted_at) from submission where ${own}),
    'latestAt', (select max(submitted_at) from submission where ${own}),
    'latestVersion', coalesce((select max(version) from submission where ${own}), 0),
    'trained', coalesce((select jsonb_agg(example_key) from review where kind = 'train' and ${said}), '[]'::jsonb),
    'toRead', (select count(*)::int from allocation where lesson_id = ${lessonId} and reviewer_id = ${personId}
      and reviewer_round = ${round} and ${pending}),
    'given', (select count(*)::int from allocation where lesson_id = ${lessonId} and reviewer_id = ${personId}
      and reviewer_round = ${round} and not ${pending}),
    'received', (select count(*)::int from review where kind = 'peer' and ${said}),
    'readers', (select count(*)::int from allocation where lesson_id = ${lessonId} and author_id = ${personId}
      and author_round = ${round} and ${pending} and ${roundIsOpen(now)}),
    'selfAssessed', exists (select from review where kind = 'self' and ${said}),
    'decision', (select jsonb_build_object('word', decision, 'version', submission.version) from review
      join submission using (submission_id) where review.kind = 'leader' and review.lesson_id = ${lessonId}
      and review.author_id = ${personId} and review.round = ${round}
      order by decision = 'godkand' desc, reviewed_at desc limit 1),
    'released', coalesce((select jsonb_agg(stage) from stage_release where ${own}), '[]'::jsonb)))`
}

/** SQL: the round of the reader of the `allocation` at hand is still open. */
export function roundIsOpen(now: Date): RawBuilder<boolean> {
  return sql<boolean>`exists (select from submission first join lesson on lesson.lesson_id = first.lesson_id
    where first.lesson_id = allocation.lesson_id and first.person_id = allocation.reviewer_id
      and first.round = allocation.reviewer_round and first.version = 1
      and first.submitted_at + make_interval(days => coalesce((lesson.assignment->'peer'->>'days')::int, 0)) > ${now})`
}

export function factsOf(row: FactsRow): WorkFacts {
  return {
    ...row,
    handedInAt: row.handedInAt === null ? null : new Date(row.handedInAt),
    latestAt: row.latestAt === null ? null : new Date(row.latestAt),
    released: row.released as Stage[],
  }
}

/** How one person's work with an assignment stands. One query. */
export async function findFacts(db: Db, { personId, itemId, round }: ItemOf, now: Date): Promise<WorkFacts> {
  const work = {
    lessonId: sql<string>`${itemId}::uuid`,
    personId: sql<string>`${personId}::uuid`,
    round: sql<number>`${round}::int`,
  }
  const { rows } = await sql<{ facts: FactsRow }>`select ${factsSql(work, now)} as facts`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The facts of a work were not read')
  return factsOf(row.facts)
}
