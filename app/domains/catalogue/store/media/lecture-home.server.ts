import { sql } from 'kysely'
import type { MediaId, OrganisationId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { LectureTyped } from '../../media/lecture-form'

/** Where a lecture of the catalogue is edited. */
export interface LectureHome {
  title: string
  /** The recording whose draft it has; null until somebody begins. */
  draftOf: MediaId | null
  /** Whose library has the film; null for a lecture of the content folder, which is the whole portal's. */
  organisationId: OrganisationId | null
  /** Its film in that library, when no draft of another lecture is made of it. */
  film: MediaId | null
}

function homeOf(db: Db, slug: string) {
  return db
    .selectFrom('lecture')
    .leftJoin('lecture_draft as own', 'own.slug', 'lecture.slug')
    .leftJoin('media_item', (join) =>
      join.on(
        sql`media_item.media_id`,
        '=',
        sql`coalesce(own.media_id, substring(lecture.video_path from '^fil/([0-9a-f-]{36})/')::uuid)`,
      ),
    )
    .leftJoin('lecture_draft as other', (join) =>
      join.onRef('other.media_id', '=', 'media_item.media_id').on('own.media_id', 'is', null),
    )
    .where('lecture.slug', '=', slug)
    .select([
      'lecture.title',
      'own.media_id as draftOf',
      'media_item.organisation_id as organisationId',
      'media_item.media_id as film',
      'other.media_id as taken',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof homeOf>['executeTakeFirstOrThrow']>>

const toHome = (row: Row): LectureHome => ({
  title: row.title,
  draftOf: row.draftOf as MediaId | null,
  organisationId: row.organisationId as OrganisationId | null,
  film: row.taken === null ? (row.film as MediaId | null) : null,
})

export async function findLectureHome(db: Db, slug: string): Promise<LectureHome | undefined> {
  const row = await homeOf(db, slug).executeTakeFirst()
  return row && toHome(row)
}

/** The home of a lecture that nobody else begins to edit before the transaction ends. */
export async function holdLectureHome(tx: Tx, slug: string): Promise<LectureHome | undefined> {
  await tx.selectFrom('lecture').where('slug', '=', slug).select('lecture_id').forUpdate().execute()
  return findLectureHome(tx, slug)
}

/** A draft of a lecture that is published already; `base` is what its files were like. */
export async function insertLectureDraft(
  tx: Tx,
  draft: { mediaId: MediaId; slug: string; typed: LectureTyped; base: string; at: Date },
): Promise<void> {
  const fields = JSON.stringify({ ...draft.typed, version: '', base: draft.base })
  await tx
    .insertInto('lecture_draft')
    .values({ media_id: draft.mediaId, slug: draft.slug, fields, changed_at: draft.at })
    .execute()
}
