import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { RichDocument } from '~/shared/editor/document'
import type { PersonId, TextId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { SubjectKind, Text, TextFields, Theirs, Written } from '../model'
import type { Standing } from '../rules/conflict'

export async function insertText(
  tx: Tx,
  text: Written & { textId?: TextId; subjectKind: SubjectKind; at: Date; by: PersonId | null },
): Promise<TextId> {
  const row = await tx
    .insertInto('text')
    .values({
      ...(text.textId === undefined ? {} : { text_id: text.textId }),
      subject_kind: text.subjectKind,
      body: JSON.stringify(text.body),
      fields: JSON.stringify(text.fields),
      saved_at: text.at,
      saved_by: text.by,
    })
    .returning('text_id')
    .executeTakeFirstOrThrow()
  return row.text_id as TextId
}

export async function findText(db: Db, textId: TextId): Promise<Text | undefined> {
  const row = await db
    .selectFrom('text')
    .where('text_id', '=', textId)
    .select(['subject_kind', 'body', 'fields', 'seq', 'saved_at', 'saved_by'])
    .executeTakeFirst()
  return (
    row && {
      textId,
      subjectKind: row.subject_kind as SubjectKind,
      body: row.body as RichDocument,
      fields: row.fields,
      seq: row.seq,
      savedAt: row.saved_at,
      savedBy: row.saved_by as PersonId | null,
    }
  )
}

export interface HeldText extends Standing {
  savedAt: Date
  savedBy: PersonId | null
  fields: TextFields
}

/** Holds a text until the transaction ends, so that two saves come one after the other. */
export async function holdText(tx: Tx, textId: TextId): Promise<HeldText | undefined> {
  const row = await tx
    .selectFrom('text')
    .where('text_id', '=', textId)
    .select(['seq', 'saved_at', 'saved_by', 'fields', 'writer_key', 'writer_from', 'writer_turn'])
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      seq: row.seq,
      savedAt: row.saved_at,
      savedBy: row.saved_by as PersonId | null,
      fields: row.fields,
      writerKey: row.writer_key,
      writerFrom: row.writer_from,
      writerTurn: row.writer_turn,
    }
  )
}

/** Whether the text already says exactly this. */
export async function saysSo(db: Db, textId: TextId, written: Written): Promise<boolean> {
  const row = await db
    .selectFrom('text')
    .where('text_id', '=', textId)
    .where(
      sql<boolean>`body = ${JSON.stringify(written.body)}::jsonb and fields = ${JSON.stringify(written.fields)}::jsonb`,
    )
    .select('text_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateText(
  tx: Tx,
  textId: TextId,
  text: Written & Standing & { savedAt: Date; savedBy: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('text')
    .set({
      body: JSON.stringify(text.body),
      fields: JSON.stringify(text.fields),
      seq: text.seq,
      saved_at: text.savedAt,
      saved_by: text.savedBy,
      writer_key: text.writerKey,
      writer_from: text.writerFrom,
      writer_turn: text.writerTurn,
    })
    .where('text_id', '=', textId)
    .execute()
}

/** The page that saves has said its latest, though nothing changed: an earlier save of it that comes late is overtaken. */
export async function updateWriterTurn(tx: Tx, textId: TextId, turn: number): Promise<void> {
  await tx.updateTable('text').set({ writer_turn: turn }).where('text_id', '=', textId).execute()
}

/** The text as it stands, to be shown to a person whose own save met it. */
export async function findTheirs(db: Db, textId: TextId, reader: PersonId | null): Promise<Theirs | undefined> {
  const row = await db
    .selectFrom('text')
    .leftJoin('person', 'person.person_id', 'text.saved_by')
    .where('text.text_id', '=', textId)
    .select(['text.body', 'text.fields', 'text.seq', 'text.saved_at', 'text.saved_by'])
    .select(sql<string | null>`case when person.person_id is not null then ${shownNameSql()} end`.as('name'))
    .executeTakeFirst()
  return (
    row && {
      body: row.body as RichDocument,
      fields: row.fields,
      seq: row.seq,
      savedAt: row.saved_at,
      authorName: row.name,
      own: row.saved_by !== null && row.saved_by === reader,
    }
  )
}
