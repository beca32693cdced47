import { randomUUID } from 'node:crypto'
import type { MediaId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { unique } from './unique'

/** A whole film of an organisation's library, with Swedish captions; there are no bytes behind it. */
export async function makeFilm(
  db: Db,
  wish: { organisationId: OrganisationId; uploadedBy?: PersonId; title?: string },
): Promise<{ mediaId: MediaId; title: string }> {
  const mediaId = randomUUID() as MediaId
  const title = wish.title ?? unique('Film')
  const at = new Date('2025-03-01T09:00:00Z')
  await db
    .insertInto('media_item')
    .values({
      media_id: mediaId,
      organisation_id: wish.organisationId,
      kind: 'video',
      title,
      state: 'klar',
      file_name: 'film.mp4',
      file_key: `${mediaId}/${mediaId}/original.mp4`,
      content_type: 'video/mp4',
      bytes: 1_000,
      duration_seconds: 60,
      uploaded_by: wish.uploadedBy ?? null,
      created_at: at,
      changed_at: at,
    })
    .execute()
  const cues = JSON.stringify([{ start: 0, end: 4, text: 'Välkommen hit.' }])
  await db
    .insertInto('media_track')
    .values({ media_id: mediaId, kind: 'captions', language: 'sv', cues, changed_at: at })
    .execute()
  return { mediaId, title }
}
