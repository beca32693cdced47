import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { ItemOf } from '../answer.server'
import type { LeaderScope } from '../used-up.server'
import { isOfScope } from './scope.server'

export interface SubmittedFile {
  fileId: string
  name: string
  bytes: number
}

/** Files that come with the next version, in the order in which they were added. */
export async function listAttached(db: Db, { personId, itemId, round }: ItemOf): Promise<SubmittedFile[]> {
  return db
    .selectFrom('submission_file')
    .where('lesson_id', '=', itemId)
    .where('person_id', '=', personId)
    .where('round', '=', round)
    .where('removed_at', 'is', null)
    .orderBy('uploaded_at')
    .orderBy('submission_file_id')
    .select(['submission_file_id as fileId', 'file_name as name', 'bytes'])
    .execute()
}

export async function insertFile(
  tx: Tx,
  { personId, itemId, round }: ItemOf,
  file: { fileId: string; name: string; key: string; contentType: string; bytes: number; at: Date },
): Promise<void> {
  await tx
    .insertInto('submission_file')
    .values({
      submission_file_id: file.fileId,
      lesson_id: itemId,
      person_id: personId,
      round,
      file_name: file.name,
      file_key: file.key,
      content_type: file.contentType,
      bytes: file.bytes,
      uploaded_at: file.at,
    })
    .execute()
}

/** Takes a file away from what comes next; versions that had it keep it. False when there was none to take. */
export async function detachFile(
  tx: Tx,
  { personId, itemId, round }: ItemOf,
  fileId: string,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('submission_file')
    .set({ removed_at: at })
    .where('submission_file_id', '=', fileId)
    .where('lesson_id', '=', itemId)
    .where('person_id', '=', personId)
    .where('round', '=', round)
    .where('removed_at', 'is', null)
    .returning('submission_file_id')
    .executeTakeFirst()
  return row !== undefined
}

export interface ReadableFile {
  name: string
  key: string
  contentType: string
  bytes: number
}

/**
 * A file that the asker may read: the own, one handed in by somebody whose work the asker has been given, or one handed
 * in within a course leader's reach. To a peer of an anonymous round its name says nothing of its owner.
 */
export async function findReadableFile(
  db: Db,
  fileId: string,
  { personId, leads }: { personId: PersonId; leads: LeaderScope },
): Promise<ReadableFile | undefined> {
  const handedIn = sql`exists (select from submission where submission.person_id = file.person_id
    and submission.lesson_id = file.lesson_id and file.submission_file_id = any (submission.file_ids))`
  const isPeer = sql`exists (select from allocation where allocation.lesson_id = file.lesson_id
    and allocation.author_id = file.person_id and allocation.author_round = file.round
    and allocation.reviewer_id = ${personId}::uuid)`
  const { rows } = await sql<ReadableFile>`
    select file.file_key as key, file.content_type as "contentType", file.bytes,
      case when file.person_id <> ${personId}::uuid and not ${isOfScope(sql`file.person_id`, leads)}
        and coalesce((lesson.assignment->'peer'->>'anonymous')::boolean, true)
        then 'bilaga' || coalesce(substring(file.file_name from '\\.[A-Za-z0-9]{1,5}$'), '') else file.file_name end as name
    from submission_file file join lesson using (lesson_id)
    where file.submission_file_id = ${fileId}::uuid
      and (file.person_id = ${personId}::uuid
        or (${handedIn} and (${isPeer} or ${isOfScope(sql`file.person_id`, leads)})))`.execute(db)
  return rows[0]
}

/** Files taken away before a moment that nothing holds any more: never handed in, or erased with the text. */
export async function listLooseFiles(db: Db, before: Date, most: number): Promise<{ fileId: string; key: string }[]> {
  const { rows } = await sql<{ fileId: string; key: string }>`
    select submission_file_id as "fileId", file_key as key from submission_file file
    where removed_at < ${before} and not exists (select from submission where submission.lesson_id = file.lesson_id
      and submission.person_id = file.person_id and file.submission_file_id = any (submission.file_ids))
    order by removed_at limit ${most}`.execute(db)
  return rows
}

export async function deleteFile(db: Db, fileId: string): Promise<void> {
  await db.deleteFrom('submission_file').where('submission_file_id', '=', fileId).execute()
}
