import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** Whether this person has stated a reason for this form of the file since the moment. */
export async function findRelease(
  db: Db,
  which: { batchId: string; form: string; actorId: PersonId; since: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom('audit_event')
    .where('subject_kind', '=', 'export-batch')
    .where('subject_id', '=', which.batchId)
    .where('action', '=', 'scb-file.released')
    .where('actor_id', '=', which.actorId)
    .where('happened_at', '>=', which.since)
    .where(sql<boolean>`detail ->> 'form' = ${which.form}`)
    .select('audit_event_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface FileEvent {
  action: string
  by: string
  reason: string | null
  at: Date
  form: string | null
}

/** Who made and took out a file, and why, the newest first. */
export async function listFileEvents(db: Db, batchId: string, limit: number): Promise<FileEvent[]> {
  return db
    .selectFrom('audit_event')
    .leftJoin('person', 'person.person_id', 'audit_event.actor_id')
    .where('audit_event.subject_kind', '=', 'export-batch')
    .where('audit_event.subject_id', '=', batchId)
    .select([
      'audit_event.action',
      sql<string>`coalesce(${shownNameSql()}, '')`.as('by'),
      'audit_event.reason',
      'audit_event.happened_at as at',
      sql<string | null>`audit_event.detail ->> 'form'`.as('form'),
    ])
    .orderBy('audit_event.happened_at', 'desc')
    .orderBy('audit_event.audit_event_id', 'desc')
    .limit(limit)
    .execute()
}
