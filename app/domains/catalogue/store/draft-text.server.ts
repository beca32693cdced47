import { createText, findText, saveTextWithin } from '~/domains/writing/index.server'
import type { RichDocument } from '~/shared/editor/document'
import type { LessonId, PersonId, TextId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db, Tx } from '~db/schema'
import type { DraftText } from '../authoring/model'
import type { QuizTexts } from '../questions/translation'

function texts(db: Db) {
  return db
    .selectFrom('draft_text')
    .innerJoin('text as body', 'body.text_id', 'draft_text.text_id')
    .leftJoin('text as task', 'task.text_id', 'draft_text.prompt_id')
    .select([
      'draft_text.lesson_id',
      'draft_text.language',
      'draft_text.text_id',
      'draft_text.prompt_id',
      'draft_text.questions',
      'draft_text.original_seal',
      'body.fields',
      'body.body',
      'body.seq',
      'body.saved_at',
      'task.body as task',
      'task.seq as taskSeq',
      'task.saved_at as taskSavedAt',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof texts>['executeTakeFirstOrThrow']>>

function textOf(row: Row): DraftText {
  return {
    language: row.language as Language,
    textId: row.text_id as TextId,
    title: row.fields['title'] ?? '',
    body: row.body as RichDocument,
    seq: row.seq,
    savedAt: row.saved_at,
    questions: row.questions as QuizTexts,
    originalSeal: row.original_seal,
    prompt:
      row.prompt_id === null || row.taskSavedAt === null
        ? null
        : {
            textId: row.prompt_id as TextId,
            body: row.task as RichDocument,
            seq: row.taskSeq ?? 0,
            savedAt: row.taskSavedAt,
          },
  }
}

/** The texts of one draft lesson, by language. */
export async function listTexts(db: Db, lessonId: LessonId): Promise<DraftText[]> {
  const rows = await texts(db).where('lesson_id', '=', lessonId).orderBy('language').execute()
  return rows.map(textOf)
}

/** Every text of a draft's lessons that are not taken out, by lesson. */
export async function listTextsOf(db: Db, courseId: string): Promise<Map<string, DraftText[]>> {
  const rows = await texts(db)
    .innerJoin('draft_lesson', 'draft_lesson.lesson_id', 'draft_text.lesson_id')
    .where('draft_lesson.course_id', '=', courseId)
    .where('draft_lesson.removed_at', 'is', null)
    .orderBy('language')
    .execute()
  const found = new Map<string, DraftText[]>()
  for (const row of rows) found.set(row.lesson_id, [...(found.get(row.lesson_id) ?? []), textOf(row)])
  return found
}

/** What a lesson says in one language; `prompt` is the task of a reflection or an assignment. */
export interface LessonText {
  language: Language
  title: string
  body: RichDocument
  prompt: RichDocument | null
  questions?: QuizTexts
  originalSeal?: string | null
}

/** Who writes it and when; `publishedAs` is set for what readers have already, under that name. */
interface Act {
  at: Date
  by: PersonId | null
  publishedAs?: string
}

async function newText(
  tx: Tx,
  subjectKind: 'lesson' | 'prompt',
  { title, body }: { title?: string; body: RichDocument },
  { at, by, publishedAs }: Act,
): Promise<TextId> {
  const fields = title === undefined ? {} : { title }
  const kept = publishedAs === undefined ? {} : { kind: 'published' as const, name: publishedAs }
  return await createText(tx, { subjectKind, body, fields, at, by, ...kept })
}

async function replaceText(
  tx: Tx,
  textId: TextId,
  { title, body }: { title?: string; body: RichDocument },
  { at, by }: Act,
): Promise<void> {
  const { seq } = (await findText(tx, textId)) ?? { seq: 0 }
  const fields = title === undefined ? {} : { title }
  const authorId = by as PersonId
  const saved = await saveTextWithin(tx, { textId, body, fields, baseSeq: seq, apart: true, authorId, at })
  if (!saved.ok) throw new Error(`A lesson's text could not be replaced: ${saved.refusal}`)
}

/** The first text of a lesson in a language; what another has written there already stays in its history. */
export async function putLessonText(tx: Tx, lessonId: LessonId, text: LessonText, act: Act): Promise<void> {
  const { language, prompt } = text
  const before = await tx
    .selectFrom('draft_text')
    .where('lesson_id', '=', lessonId)
    .where('language', '=', language)
    .select(['text_id', 'prompt_id'])
    .forUpdate()
    .executeTakeFirst()
  if (before !== undefined) {
    await replaceText(tx, before.text_id as TextId, text, act)
    if (prompt !== null && before.prompt_id !== null) {
      await replaceText(tx, before.prompt_id as TextId, { body: prompt }, act)
    }
    await updateTranslation(tx, lessonId, language, text)
    return
  }
  await tx
    .insertInto('draft_text')
    .values({
      lesson_id: lessonId,
      language,
      text_id: await newText(tx, 'lesson', text, act),
      prompt_id: prompt === null ? null : await newText(tx, 'prompt', { body: prompt }, act),
      questions: JSON.stringify(text.questions ?? {}),
      original_seal: text.originalSeal ?? null,
    })
    .execute()
}

/** What the questions of a lesson say in a language, and whether the translation is whole. */
export async function updateTranslation(
  tx: Tx,
  lessonId: LessonId,
  language: Language,
  { questions = {}, originalSeal = null }: { questions?: QuizTexts; originalSeal?: string | null },
): Promise<void> {
  await tx
    .updateTable('draft_text')
    .set({ questions: JSON.stringify(questions), original_seal: originalSeal })
    .where('lesson_id', '=', lessonId)
    .where('language', '=', language)
    .execute()
}

/** What a text of a draft belongs to. */
export interface DraftTextPlace {
  slug: string
  lessonId: LessonId
  language: Language
}

export async function findTextPlace(db: Db, textId: TextId): Promise<DraftTextPlace | undefined> {
  const row = await db
    .selectFrom('draft_text')
    .innerJoin('draft_lesson', 'draft_lesson.lesson_id', 'draft_text.lesson_id')
    .innerJoin('course_draft', 'course_draft.course_id', 'draft_lesson.course_id')
    .where((eb) => eb.or([eb('draft_text.text_id', '=', textId), eb('draft_text.prompt_id', '=', textId)]))
    .where('draft_lesson.removed_at', 'is', null)
    .select(['course_draft.slug', 'draft_text.lesson_id', 'draft_text.language'])
    .executeTakeFirst()
  return row && { slug: row.slug, lessonId: row.lesson_id as LessonId, language: row.language as Language }
}
