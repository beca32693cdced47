import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { NewNotice, NoticeEntry } from './model'

/** Puts a notice in the person's list, in the transaction of its event. The same event twice gives one notice. */
export async function enqueueNotice(db: Db, notice: NewNotice): Promise<void> {
  await db
    .insertInto('outbox')
    .values({
      person_id: notice.personId,
      kind: notice.kind,
      source_id: notice.sourceId,
      payload: JSON.stringify(notice.payload),
      created_at: notice.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'source_id']).doNothing())
    .execute()
}

/** Puts many notices in their lists at once; those that are there already stay as they are. */
export async function enqueueNotices(db: Db, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  await db
    .insertInto('outbox')
    .values(
      notices.map((notice) => ({
        person_id: notice.personId,
        kind: notice.kind,
        source_id: notice.sourceId,
        payload: JSON.stringify(notice.payload),
        created_at: notice.createdAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['kind', 'source_id']).doNothing())
    .execute()
}

/** The person's newest notices first. */
export async function listNotices(db: Db, personId: PersonId, limit: number): Promise<NoticeEntry[]> {
  const rows = await db
    .selectFrom('outbox')
    .where('person_id', '=', personId)
    .select(['outbox_id', 'kind', 'source_id', 'payload', 'created_at', 'read_at'])
    .orderBy('created_at', 'desc')
    .orderBy('outbox_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    noticeId: row.outbox_id,
    kind: row.kind,
    sourceId: row.source_id,
    payload: row.payload,
    createdAt: row.created_at,
    readAt: row.read_at,
  }))
}

export async function countUnreadNotices(db: Db, personId: PersonId): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .select((expression) => expression.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow()
  return row.unread
}

/** Marks the person's unread notices up to and including `at` as read; answers how many. An earlier reading stands. */
export async function markNoticesRead(db: Db, personId: PersonId, at: Date): Promise<number> {
  const result = await db
    .updateTable('outbox')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('created_at', '<=', at)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Marks the person's unread notices of these kinds about a thing as read: `about` is a part of their payload. */
export async function markNoticesReadAbout(
  db: Db,
  personId: PersonId,
  things: readonly { kinds: readonly string[]; about: Record<string, string> }[],
  at: Date,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where((eb) =>
      eb.or(
        things.map(({ kinds, about }) =>
          eb.and([eb('kind', 'in', [...kinds]), sql<boolean>`payload @> ${JSON.stringify(about)}::jsonb`]),
        ),
      ),
    )
    .execute()
}
