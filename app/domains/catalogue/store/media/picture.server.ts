import { sql } from 'kysely'
import { isUuid, type MediaId, type OrganisationId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { MakerScope } from '../../activity/policy'
import type { MediaKind } from '../../media/model'
import { fileAddress, filePath } from '../media-address'

/** The stored file of a picture of an organisation. */
export async function findPosterKey(
  db: Db,
  mediaId: string,
  organisationId: OrganisationId,
): Promise<{ mediaId: MediaId; title: string; fileKey: string } | undefined> {
  if (!isUuid(mediaId)) return undefined
  const row = await db
    .selectFrom('media_item')
    .where('media_id', '=', mediaId)
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'picture')
    .where('state', '=', 'klar')
    .select(['media_id', 'title', 'file_key'])
    .executeTakeFirst()
  return row?.file_key == null
    ? undefined
    : { mediaId: row.media_id as MediaId, title: row.title, fileKey: row.file_key }
}

/** Stored paths and alternative texts of whole pictures of an organisation; one that lacks its text is left out. */
export async function listSlidePictures(
  db: Db,
  mediaIds: readonly string[],
  organisationId: OrganisationId,
): Promise<{ mediaId: string; path: string; alt: string }[]> {
  const ids = mediaIds.filter(isUuid)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('media_item')
    .where('media_id', 'in', ids)
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'picture')
    .where('state', '=', 'klar')
    .where((eb) => eb.or([eb('decorative', '=', true), eb('alt', '<>', '')]))
    .select(['media_id', 'title', 'file_key', 'alt', 'decorative'])
    .execute()
  return rows.map((row) => ({
    mediaId: row.media_id,
    path: filePath(row.media_id, row.title, row.file_key ?? ''),
    alt: row.decorative ? '' : (row.alt ?? ''),
  }))
}

export async function listPictures(
  db: Db,
  organisationId: OrganisationId,
): Promise<{ value: string; label: string }[]> {
  return db
    .selectFrom('media_item')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'picture')
    .where('state', '=', 'klar')
    .select(['media_id as value', 'title as label'])
    .orderBy('title')
    .limit(200)
    .execute()
}

export interface PickedMedia {
  mediaId: string
  address: string
  title: string
  /** Empty for a decorative picture; null when nobody has written one yet. */
  alt: string | null
  kind: MediaKind
  bytes: number
  width: number | null
  height: number | null
  credit: string
}

/** Whole files of the scope for a picker, newest first; at most thirty. */
export async function pickMedia(
  db: Db,
  scope: MakerScope,
  wish: { kinds: readonly MediaKind[]; q: string },
): Promise<PickedMedia[]> {
  if ((!scope.everywhere && scope.organisationIds.length === 0) || wish.kinds.length === 0) return []
  const words = `%${wish.q.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectFrom('media_item')
    .where('state', '=', 'klar')
    .where('kind', 'in', [...wish.kinds])
    .where('at_mux', '=', false)
    .where(sql<boolean>`(title ilike ${words} or file_name ilike ${words} or coalesce(alt, '') ilike ${words})`)
    .$if(!scope.everywhere, (query) => query.where('organisation_id', 'in', scope.organisationIds))
    .select(['media_id', 'title', 'kind', 'file_key', 'alt', 'decorative', 'bytes', 'width', 'height', 'credit'])
    .orderBy('created_at', 'desc')
    .orderBy('media_id')
    .limit(30)
    .execute()
  return rows.map((row) => ({
    mediaId: row.media_id,
    address: fileAddress(row.media_id, row.title, row.file_key ?? ''),
    title: row.title,
    alt: row.decorative ? '' : row.alt,
    kind: row.kind,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    credit: row.credit,
  }))
}
