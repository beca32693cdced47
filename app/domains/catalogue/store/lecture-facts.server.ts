import { sql } from 'kysely'
import type { Db } from '~db/schema'
import type { LectureFacts } from '../authoring/checks'

/** Which active lectures have captions. */
export async function listLectureFacts(db: Db): Promise<LectureFacts[]> {
  return db
    .selectFrom('lecture')
    .where('retired_at', 'is', null)
    .select([
      'lecture_id as lectureId',
      'slug',
      sql<boolean>`jsonb_array_length(transcript) > 0 and (captions_path <> ''
        or jsonb_path_exists(tracks, '$[*] ? (@.kind == "captions")'))`.as('hasCaptions'),
    ])
    .execute()
}
