import { sql } from 'kysely'
import type { CourseId, LessonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import { lessonSettings, type LessonSettings } from '../authoring/lesson-settings'
import type { Structure } from '../authoring/structure'

export async function insertModule(tx: Tx, courseId: CourseId, title: string): Promise<string> {
  const row = await tx
    .insertInto('draft_module')
    .values({
      course_id: courseId,
      title,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from draft_module where course_id = ${courseId})`,
    })
    .returning('module_id')
    .executeTakeFirstOrThrow()
  return row.module_id
}

export async function renameModule(tx: Tx, courseId: CourseId, moduleId: string, title: string): Promise<void> {
  await tx
    .updateTable('draft_module')
    .set({ title })
    .where('course_id', '=', courseId)
    .where('module_id', '=', moduleId)
    .execute()
}

/** Takes a module away; its lessons stay, without a module. */
export async function deleteModule(tx: Tx, courseId: CourseId, moduleId: string): Promise<void> {
  await tx.deleteFrom('draft_module').where('course_id', '=', courseId).where('module_id', '=', moduleId).execute()
}

/** A lesson last in its module. `lessonId` is given when the lesson is published already. */
export async function insertLesson(
  tx: Tx,
  lesson: {
    lessonId?: LessonId
    courseId: CourseId
    moduleId: string | null
    slug: string
    minutes: number
    settings: LessonSettings
    source?: { lessonId: LessonId; revision: number; seal: string }
    at: Date
  },
): Promise<LessonId> {
  const row = await tx
    .insertInto('draft_lesson')
    .values({
      ...(lesson.lessonId === undefined ? {} : { lesson_id: lesson.lessonId }),
      course_id: lesson.courseId,
      module_id: lesson.moduleId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from draft_lesson where course_id = ${lesson.courseId})`,
      slug: lesson.slug,
      kind: lesson.settings.kind,
      minutes: lesson.minutes,
      settings: JSON.stringify(lessonSettings.parse(lesson.settings)),
      source_lesson_id: lesson.source?.lessonId ?? null,
      source_revision: lesson.source?.revision ?? null,
      source_seal: lesson.source?.seal ?? null,
      changed_at: lesson.at,
    })
    .returning('lesson_id')
    .executeTakeFirstOrThrow()
  return row.lesson_id as LessonId
}

export async function updateLesson(
  tx: Tx,
  lessonId: LessonId,
  change: {
    minutes: number
    settings: LessonSettings
    source?: { lessonId: LessonId; revision: number; seal: string }
    at: Date
  },
): Promise<void> {
  await tx
    .updateTable('draft_lesson')
    .set({
      minutes: change.minutes,
      kind: change.settings.kind,
      settings: JSON.stringify(lessonSettings.parse(change.settings)),
      changed_at: change.at,
      ...(change.source === undefined
        ? {}
        : { source_revision: change.source.revision, source_seal: change.source.seal }),
    })
    .where('lesson_id', '=', lessonId)
    .execute()
}

/** Takes a lesson out of the course, or back in again; it is kept meanwhile. */
export async function setLessonRemoved(
  tx: Tx,
  courseId: CourseId,
  lessonId: string,
  removedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('draft_lesson')
    .set({ removed_at: removedAt })
    .where('course_id', '=', courseId)
    .where('lesson_id', '=', lessonId)
    .execute()
}

/** Writes the order of modules and lessons as it is given. */
export async function writeStructure(tx: Tx, courseId: CourseId, structure: Structure): Promise<void> {
  await sql`
    update draft_module set position = given.position
    from unnest(${[...structure.moduleIds]}::uuid[]) with ordinality as given(module_id, position)
    where draft_module.course_id = ${courseId} and draft_module.module_id = given.module_id`.execute(tx)
  await sql`
    update draft_lesson set position = given.position, module_id = given.module_id
    from unnest(${structure.lessons.map(({ lessonId }) => lessonId)}::uuid[],
      ${structure.lessons.map(({ moduleId }) => moduleId)}::uuid[]) with ordinality as given(lesson_id, module_id, position)
    where draft_lesson.course_id = ${courseId} and draft_lesson.lesson_id = given.lesson_id`.execute(tx)
}

/** Every address that a lesson of the course has or has had, published or not. */
export async function listLessonSlugs(db: Db, courseId: CourseId): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select slug from draft_lesson where course_id = ${courseId} union select slug from lesson where course_id = ${courseId}`.execute(
    db,
  )
  return new Set(rows.map(({ slug }) => slug))
}

/** Ids of every lesson that the course has or has had, by address; a draft's own before a published one's. */
export async function listLessonIds(
  db: Db,
  courseId: CourseId,
): Promise<Map<string, { lessonId: LessonId; isDraft: boolean }>> {
  const { rows } = await sql<{ slug: string; lessonId: LessonId; isDraft: boolean }>`
    select slug, lesson_id as "lessonId", false as "isDraft" from lesson where course_id = ${courseId}
    union all
    select slug, lesson_id as "lessonId", true as "isDraft" from draft_lesson where course_id = ${courseId}
    order by 3`.execute(db)
  return new Map(rows.map(({ slug, ...lesson }) => [slug, lesson]))
}
