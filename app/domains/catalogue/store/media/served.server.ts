import { sql } from 'kysely'
import type { OrganisationId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { MediaKind } from '../../media/model'
import type { Viewer } from '../course.server'

/** The course of a page that names a file: the course's own page, or a lesson of it. */
const courseOfUse = sql`(u.holder_kind = 'course' and c.course_id = u.holder_id)
  or (u.holder_kind = 'lesson' and c.course_id = (select l.course_id from lesson l where l.lesson_id = u.holder_id))`

/** Whether a course that is open to somebody, though not to everybody, names a file. */
export async function isShownTo(db: Db, mediaId: string, { personId, today }: Viewer): Promise<boolean> {
  const { rows } = await sql`
    select from media_use u join course c on ${courseOfUse}
    where u.media_id = ${mediaId} and u.shown
      and course_open_to(c.terms, c.course_id, ${personId}::uuid, ${today}::date) limit 1`.execute(db)
  return rows.length > 0
}

/** What the server needs in order to hand a file out. `shown`: a page that every visitor sees names it. */
export async function findServedMedia(
  db: Db,
  mediaId: string,
): Promise<
  | {
      organisationId: OrganisationId
      kind: MediaKind
      /** Null for a film that is kept elsewhere: then it has no file and no stream here, only a poster. */
      fileKey: string | null
      contentType: string | null
      posterKey: string | null
      streamKey: string | null
      fileName: string
      shown: boolean
    }
  | undefined
> {
  const row = await db
    .selectFrom('media_item')
    .where('media_id', '=', mediaId)
    .select([
      'organisation_id',
      'kind',
      'file_key',
      'content_type',
      'poster_key',
      'stream_key',
      'at_mux',
      'file_name',
      sql<boolean>`exists (select 1 from media_use u left join course c on ${courseOfUse}
        where u.media_id = media_item.media_id and u.shown
          and (c.course_id is null or course_open_to(c.terms, c.course_id, null, current_date)))`.as('shown'),
    ])
    .executeTakeFirst()
  if (row === undefined || (row.file_key === null && !row.at_mux)) return undefined
  return {
    organisationId: row.organisation_id as OrganisationId,
    kind: row.kind,
    fileKey: row.file_key,
    contentType: row.content_type,
    posterKey: row.poster_key,
    streamKey: row.stream_key,
    fileName: row.file_name,
    shown: row.shown,
  }
}
