import { sql } from 'kysely'
import type { LectureId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { type LectureNote, MOST_NOTES } from '../notes'
import { parseMultirange } from '../watch-rules'
import type { Watch } from './watch.server'

/**
 * Writes a note, or writes it again; a second after the end is moved to the end. Undefined: no such lecture, another
 * person's note, or more notes than one may have.
 */
export async function saveNote(
  db: Db,
  personId: PersonId,
  note: LectureNote & { slug: string; at: Date },
): Promise<{ savedAt: Date } | undefined> {
  const { rows } = await sql<{ savedAt: Date }>`
    insert into lecture_note (note_id, person_id, lecture_id, second, text, created_at, changed_at)
    select ${note.noteId}, ${personId}, lecture_id, least(${note.second}::int, floor(duration_seconds)::int), ${note.text},
      ${note.at}, ${note.at}
    from lecture where slug = ${note.slug}
      and (exists (select from lecture_note own where own.note_id = ${note.noteId})
        or (select count(*) from lecture_note own
          where own.person_id = ${personId} and own.lecture_id = lecture.lecture_id) < ${MOST_NOTES})
    on conflict (note_id) do update set text = excluded.text, second = excluded.second, changed_at = excluded.changed_at
      where lecture_note.person_id = excluded.person_id and lecture_note.lecture_id = excluded.lecture_id
    returning changed_at as "savedAt"`.execute(db)
  return rows[0]
}

/** Takes away one's own note; taken away again, nothing happens. */
export async function deleteNote(db: Db, personId: PersonId, noteId: string): Promise<void> {
  await db.deleteFrom('lecture_note').where('note_id', '=', noteId).where('person_id', '=', personId).execute()
}

/** A lecture's title and one's own notes of it in the order of the film; undefined when there is no such lecture. */
export async function findNotes(
  db: Db,
  personId: PersonId,
  slug: string,
): Promise<{ title: string; notes: LectureNote[] } | undefined> {
  const { rows } = await sql<{ title: string; notes: LectureNote[] }>`
    select title, ${notesOf(personId, sql`lecture.lecture_id`)} as notes from lecture where slug = ${slug}`.execute(db)
  return rows[0]
}

/** What one person has of a lecture, in one statement: what is played (undefined before the first beat), and notes. */
export async function findViewing(
  db: Db,
  personId: PersonId,
  lectureId: LectureId,
): Promise<{ watch: Watch | undefined; notes: LectureNote[] }> {
  const { rows } = await sql<{ watched: string | null; position: number | null; notes: LectureNote[] }>`
    select watched::text as watched, position_seconds as position, ${notesOf(personId, sql`${lectureId}::uuid`)} as notes
    from (select 1) one left join watch on person_id = ${personId} and lecture_id = ${lectureId}`.execute(db)
  const { watched = null, position = null, notes = [] } = rows[0] ?? {}
  if (watched === null || position === null) return { watch: undefined, notes }
  return { watch: { watched: parseMultirange(watched), positionSeconds: position }, notes }
}

function notesOf(personId: PersonId, lectureId: ReturnType<typeof sql>) {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('noteId', note_id, 'second', second, 'text', text) order by second, created_at)
    from lecture_note note where note.person_id = ${personId} and note.lecture_id = ${lectureId}), '[]'::jsonb)`
}
