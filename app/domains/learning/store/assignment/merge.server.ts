import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/**
 * Works, files and readings of lessons in which the other has none. What one was given to read of the other's is taken
 * back when it was not answered: nobody reads their own.
 */
export async function moveAssignments(tx: Tx, { from, to }: { from: PersonId; to: PersonId }): Promise<void> {
  await sql`
    delete from allocation where ((author_id = ${from} and reviewer_id = ${to}) or (author_id = ${to} and reviewer_id = ${from}))
      and not exists (select from review where review.allocation_id = allocation.allocation_id)`.execute(tx)
  // Lessons in which both have handed in stay as they are, each with its own.
  const { rows } = await sql<{ ids: string[] }>`
    select array(select lesson_id from submission mine where person_id = ${from} and not exists (select from submission own
        where own.person_id = ${to} and own.lesson_id = mine.lesson_id)
      union select lesson_id from submission_file loose where person_id = ${from}
        and not exists (select from submission held where held.person_id in (${from}, ${to})
          and held.lesson_id = loose.lesson_id)) as ids`.execute(tx)
  const moved = rows[0]?.ids ?? []
  if (moved.length === 0) return
  for (const table of ['submission', 'submission_file'] as const) {
    await tx
      .updateTable(table)
      .set({ person_id: to })
      .where('person_id', '=', from)
      .where('lesson_id', 'in', moved)
      .execute()
  }
  await sql`update stage_release set person_id = ${to} where person_id = ${from} and lesson_id = any (${moved}::uuid[])
    and not exists (select from stage_release own where own.person_id = ${to} and own.lesson_id = stage_release.lesson_id
      and own.round = stage_release.round and own.stage = stage_release.stage)`.execute(tx)
  await sql`update allocation set author_id = ${to} where author_id = ${from} and reviewer_id <> ${to}
    and lesson_id = any (${moved}::uuid[]) and not exists (select from allocation own where own.author_id = ${to}
      and own.lesson_id = allocation.lesson_id and own.author_round = allocation.author_round
      and own.reviewer_id = allocation.reviewer_id)`.execute(tx)
  await sql`update allocation set reviewer_id = ${to} where reviewer_id = ${from} and author_id <> ${to}
    and lesson_id = any (${moved}::uuid[]) and not exists (select from allocation own where own.reviewer_id = ${to}
      and own.lesson_id = allocation.lesson_id and own.author_id = allocation.author_id
      and own.author_round = allocation.author_round)`.execute(tx)
  await sql`update review set author_id = ${to} where author_id = ${from} and lesson_id = any (${moved}::uuid[])
    and not exists (select from review own where own.author_id = ${to} and own.lesson_id = review.lesson_id
      and own.round = review.round and own.kind = 'train' and own.example_key = review.example_key)`.execute(tx)
  await sql`update review set reviewer_id = ${to} where reviewer_id = ${from} and lesson_id = any (${moved}::uuid[])`.execute(
    tx,
  )
}
