import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { MediaId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { MakerScope } from '../../activity/policy'
import type { LectureState, MediaCard, MediaFault, MediaItem, MediaKind, MediaUse } from '../../media/model'
import { fileAddress, posterAddress, streamAddress } from '../media-address'

export interface MediaFilter {
  q: string
  kind: MediaKind | null
  organisationId: OrganisationId | null
  /** From one. */
  page: number
}

export const MEDIA_PAGE = 24

const columns = [
  'media_item.media_id',
  'media_item.organisation_id',
  'organisation.name as organisation_name',
  'media_item.kind',
  'media_item.title',
  'media_item.language',
  'media_item.alt',
  'media_item.decorative',
  'media_item.state',
  'media_item.fault',
  'media_item.file_name',
  'media_item.file_key',
  'media_item.content_type',
  'media_item.bytes',
  'media_item.duration_seconds',
  'media_item.width',
  'media_item.height',
  'media_item.poster_key',
  'media_item.stream_key',
  'media_item.at_mux',
  'media_item.created_at',
  'media_item.changed_at',
] as const

/** How far the upload or the work has come, 0–100; null when nothing goes on. */
const progressSql = sql<number | null>`coalesce(
  (select (100 * u.received / u.bytes)::int from media_upload u where u.media_id = media_item.media_id),
  (select j.progress from media_job j where j.media_id = media_item.media_id))`

function base(db: Db) {
  return db
    .selectFrom('media_item')
    .innerJoin('organisation', 'organisation.organisation_id', 'media_item.organisation_id')
    .select([...columns, progressSql.as('progress')])
}
type Row = Awaited<ReturnType<ReturnType<typeof base>['executeTakeFirstOrThrow']>>

function toCard(row: Row): Omit<MediaCard, 'uses'> {
  const mediaId = row.media_id as MediaId
  return {
    mediaId,
    organisationId: row.organisation_id as OrganisationId,
    organisationName: row.organisation_name,
    kind: row.kind,
    title: row.title,
    language: row.language,
    alt: row.alt,
    decorative: row.decorative,
    state: row.state,
    fault: row.fault as MediaFault | null,
    fileName: row.file_name,
    contentType: row.content_type,
    bytes: row.bytes,
    durationSeconds: row.duration_seconds,
    width: row.width,
    height: row.height,
    address: row.file_key === null ? null : fileAddress(mediaId, row.title, row.file_key),
    posterAddress: row.poster_key === null ? null : posterAddress(mediaId, row.poster_key),
    streamAddress: row.stream_key === null ? null : streamAddress(mediaId, row.stream_key),
    atMux: row.at_mux,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    progress: row.progress,
  }
}

/** A page of the library, newest first, and how many items the filter has in all. */
export async function listMedia(
  db: Db,
  scope: MakerScope,
  filter: MediaFilter,
): Promise<{ items: MediaCard[]; total: number }> {
  if (!scope.everywhere && scope.organisationIds.length === 0) return { items: [], total: 0 }
  const words = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await base(db)
    .select([
      sql<number>`(select count(*)::int from media_use u where u.media_id = media_item.media_id)`.as('uses'),
      sql<number>`(count(*) over ())::int`.as('total'),
    ])
    .$if(!scope.everywhere, (query) => query.where('media_item.organisation_id', 'in', scope.organisationIds))
    .$if(filter.kind !== null, (query) => query.where('media_item.kind', '=', filter.kind ?? 'file'))
    .$if(filter.organisationId !== null, (query) =>
      query.where('media_item.organisation_id', '=', filter.organisationId ?? ''),
    )
    .$if(filter.q !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb('media_item.title', 'ilike', words),
          eb('media_item.file_name', 'ilike', words),
          eb('media_item.alt', 'ilike', words),
        ]),
      ),
    )
    .orderBy('media_item.created_at', 'desc')
    .orderBy('media_item.media_id')
    .limit(MEDIA_PAGE)
    .offset((filter.page - 1) * MEDIA_PAGE)
    .execute()
  return { items: rows.map((row) => ({ ...toCard(row), uses: row.uses })), total: rows[0]?.total ?? 0 }
}

/** One item with its places of use, its tracks and its lecture; undefined outside the scope. */
export async function findMedia(db: Db, scope: MakerScope, mediaId: string): Promise<MediaItem | undefined> {
  if (!scope.everywhere && scope.organisationIds.length === 0) return undefined
  const row = await base(db)
    .leftJoin('person', 'person.person_id', 'media_item.uploaded_by')
    .leftJoin('lecture_draft', 'lecture_draft.media_id', 'media_item.media_id')
    .leftJoin('lecture', 'lecture.slug', 'lecture_draft.slug')
    .select([
      'media_item.licence',
      'media_item.credit',
      'lecture_draft.slug as lecture_slug',
      'lecture_draft.changed_at as drafted_at',
      'lecture.retired_at as lecture_retired_at',
      shownNameSql().as('uploader'),
      'person.person_id as uploader_id',
      sql<boolean>`exists (select 1 from media_upload u where u.media_id = media_item.media_id)`.as('uploading'),
      sql<MediaUse[]>`coalesce((select jsonb_agg(jsonb_build_object('kind', u.holder_kind, 'title', u.title,
        'slug', u.slug, 'courseSlug', c.slug, 'shown', u.shown) order by u.holder_kind, u.title)
        from media_use u left join lesson l on u.holder_kind = 'lesson' and l.lesson_id = u.holder_id
        left join course c on c.course_id = l.course_id
        where u.media_id = media_item.media_id), '[]'::jsonb)`.as('uses'),
      sql<{ kind: MediaItem['tracks'][number]['kind']; language: string; cues: number; changedAt: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('kind', t.kind, 'language', t.language, 'cues', jsonb_array_length(t.cues),
          'changedAt', t.changed_at) order by t.kind, t.language)
        from media_track t where t.media_id = media_item.media_id), '[]'::jsonb)`.as('tracks'),
    ])
    .where('media_item.media_id', '=', mediaId)
    .$if(!scope.everywhere, (query) => query.where('media_item.organisation_id', 'in', scope.organisationIds))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const state: LectureState =
    row.lecture_slug === null ? 'utkast' : row.lecture_retired_at === null ? 'publicerad' : 'avpublicerad'
  return {
    ...toCard(row),
    licence: row.licence,
    credit: row.credit,
    uploadedBy: row.uploader_id === null ? null : row.uploader,
    uses: row.uses,
    tracks: row.tracks.map((track) => ({ ...track, changedAt: new Date(track.changedAt) })),
    lecture: row.drafted_at === null ? null : { slug: row.lecture_slug, state },
    uploading: row.uploading,
  }
}

export async function insertMedia(
  tx: Tx,
  item: {
    mediaId: MediaId
    organisationId: OrganisationId
    kind: MediaKind
    title: string
    fileName: string
    bytes: number
    uploadedBy: PersonId
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('media_item')
    .values({
      media_id: item.mediaId,
      organisation_id: item.organisationId,
      kind: item.kind,
      title: item.title,
      file_name: item.fileName,
      bytes: item.bytes,
      state: 'laddas-upp',
      uploaded_by: item.uploadedBy,
      created_at: item.at,
      changed_at: item.at,
    })
    .execute()
}

export interface MediaDescription {
  title: string
  language: string | null
  licence: string
  credit: string
  alt: string | null
  decorative: boolean
  /** Undefined leaves what was measured. */
  durationSeconds: number | undefined
}

export async function updateDescription(tx: Tx, mediaId: MediaId, to: MediaDescription, at: Date): Promise<void> {
  await tx
    .updateTable('media_item')
    .set({
      title: to.title,
      language: to.language,
      licence: to.licence,
      credit: to.credit,
      alt: to.alt,
      decorative: to.decorative,
      changed_at: at,
      ...(to.durationSeconds === undefined ? {} : { duration_seconds: to.durationSeconds }),
    })
    .where('media_id', '=', mediaId)
    .execute()
}

/** Holds the row of an item until the transaction ends; what is asked of it is true until then. */
export async function holdMedia(
  tx: Tx,
  mediaId: string,
): Promise<
  | {
      organisationId: OrganisationId
      kind: MediaKind
      fileKey: string | null
      posterKey: string | null
      streamKey: string | null
    }
  | undefined
> {
  const row = await tx
    .selectFrom('media_item')
    .where('media_id', '=', mediaId)
    .select(['organisation_id', 'kind', 'file_key', 'poster_key', 'stream_key'])
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      organisationId: row.organisation_id as OrganisationId,
      kind: row.kind,
      fileKey: row.file_key,
      posterKey: row.poster_key,
      streamKey: row.stream_key,
    }
  )
}

export async function countUses(tx: Tx, mediaId: MediaId): Promise<number> {
  const row = await tx
    .selectFrom('media_use')
    .where('media_id', '=', mediaId)
    .select(sql<number>`count(*)::int`.as('uses'))
    .executeTakeFirstOrThrow()
  return row.uses
}

export async function deleteMedia(tx: Tx, mediaId: MediaId): Promise<void> {
  await tx.deleteFrom('media_item').where('media_id', '=', mediaId).execute()
}
