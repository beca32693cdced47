import { sql } from 'kysely'
import type { OrganisationId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { MediaKind } from '../../media/model'

/** What the server needs in order to hand a file out. `shown`: a page that visitors see names it. */
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
      sql<boolean>`exists (select 1 from media_use u where u.media_id = media_item.media_id and u.shown)`.as('shown'),
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
