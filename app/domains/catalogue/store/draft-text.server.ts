import { sql } from 'kysely'
import type { RichDocument } from '~/shared/editor/document'
import type { CourseId, LessonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db, Tx } from '~db/schema'
import type { DraftText } from '../authoring/model'

function textOf(row: { language: Language; title: string; body: unknown; changed_at: Date }): DraftText {
  return { language: row.language, title: row.title, body: row.body as RichDocument, changedAt: row.changed_at }
}

/** The texts of one draft lesson, by language. */
export async function listTexts(db: Db, lessonId: LessonId): Promise<DraftText[]> {
  const rows = await db
    .selectFrom('draft_text')
    .where('lesson_id', '=', lessonId)
    .select(['language', 'title', 'body', 'changed_at'])
    .orderBy('language')
    .execute()
  return rows.map(textOf)
}

/** Every text of a draft's lessons that are not taken out, by lesson. */
export async function listTextsOf(db: Db, courseId: CourseId): Promise<Map<string, DraftText[]>> {
  const rows = await db
    .selectFrom('draft_text')
    .innerJoin('draft_lesson', 'draft_lesson.lesson_id', 'draft_text.lesson_id')
    .where('draft_lesson.course_id', '=', courseId)
    .where('draft_lesson.removed_at', 'is', null)
    .select(['draft_text.lesson_id', 'language', 'title', 'body', 'draft_text.changed_at'])
    .execute()
  const texts = new Map<string, DraftText[]>()
  for (const row of rows) texts.set(row.lesson_id, [...(texts.get(row.lesson_id) ?? []), textOf(row)])
  return texts
}

export async function insertText(
  tx: Tx,
  lessonId: LessonId,
  text: { language: Language; title: string; body: RichDocument; at: Date },
): Promise<void> {
  await tx
    .insertInto('draft_text')
    .values({
      lesson_id: lessonId,
      language: text.language,
      title: text.title,
      body: JSON.stringify(text.body),
      changed_at: text.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['lesson_id', 'language'])
        .doUpdateSet({ title: text.title, body: JSON.stringify(text.body), changed_at: text.at }),
    )
    .execute()
}

/**
 * Saves a text, or writes the first one of its language when `readChangedAt` is null; false when somebody else has saved
 * it since.
 */
export async function saveText(
  tx: Tx,
  lessonId: LessonId,
  text: { language: Language; title: string; body: RichDocument; readChangedAt: Date | null; at: Date },
): Promise<boolean> {
  if (text.readChangedAt === null) {
    const made = await tx
      .insertInto('draft_text')
      .values({
        lesson_id: lessonId,
        language: text.language,
        title: text.title,
        body: JSON.stringify(text.body),
        changed_at: text.at,
      })
      .onConflict((conflict) => conflict.columns(['lesson_id', 'language']).doNothing())
      .returning('lesson_id')
      .executeTakeFirst()
    return made !== undefined
  }
  const saved = await tx
    .updateTable('draft_text')
    .set({ title: text.title, body: JSON.stringify(text.body), changed_at: text.at })
    .where('lesson_id', '=', lessonId)
    .where('language', '=', text.language)
    .where(sql<boolean>`date_trunc('milliseconds', changed_at) = ${text.readChangedAt}`)
    .returning('lesson_id')
    .executeTakeFirst()
  return saved !== undefined
}

/** Leaves the lesson with texts in these languages alone. */
export async function keepTexts(tx: Tx, lessonId: LessonId, languages: readonly Language[]): Promise<void> {
  await tx
    .deleteFrom('draft_text')
    .where('lesson_id', '=', lessonId)
    .where('language', 'not in', [...languages])
    .execute()
}
