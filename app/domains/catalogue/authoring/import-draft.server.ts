import type { Actor } from '~/domains/identity'
import type { CourseId, LectureId, LessonId, OrganisationId, PersonId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Tx } from '~db/schema'
import { lockDraft, touchDraft, updateSettings } from '../store/draft.server'
import {
  deleteModule,
  insertLesson,
  insertModule,
  listLessonIds,
  setLessonRemoved,
  updateLesson,
  writeStructure,
} from '../store/draft-lesson.server'
import { putLessonText } from '../store/draft-text.server'
import type { CourseImport, LessonImport } from '../store/import.server'
import { auditCourse, newDraft, openDraftIn } from './commands.server'
import { settingsOf } from './lesson-settings'
import { textsOfLesson } from './lesson-texts.server'
import type { CourseDraft } from './model'
import { canAuthor, canChangeDraft, canMakeCourseFor, canSeeDraft } from './policy'
import { type CourseSettings, courseSettings } from './settings'

/** Where an imported course goes: the draft of the course with its address, or a course of its own. */
export type ImportTarget = { kind: 'draft' } | { kind: 'new'; organisationId: OrganisationId | null }

export interface DraftImport {
  course: CourseImport
  /** Lectures of this portal by the names that the lessons have for them. */
  lectures: ReadonlyMap<string, LectureId>
  target: ImportTarget
  now: Date
}
export type DraftImportRefusal = 'not-allowed' | 'not-found' | 'in-review'

/**
 * Makes a course that was read from files the draft of its course, or a new course. What is published stays as it is;
 * lessons with the same address stay the same lessons, and those that the files lack are taken out, and kept.
 */
export async function importDraft(
  tx: Tx,
  actor: Actor,
  { course, lectures, target, now }: DraftImport,
): Promise<Outcome<{ courseId: CourseId; slug: string }, DraftImportRefusal>> {
  if (!canAuthor(actor)) return refused('not-allowed')
  const settings: CourseSettings = courseSettings.parse(course)
  const held = target.kind === 'draft' ? await heldDraft(tx, actor, course.slug, now) : undefined
  if (held !== undefined && !held.ok) return held
  if (target.kind === 'new' && !canMakeCourseFor(actor, target.organisationId)) return refused('not-allowed')
  const made =
    target.kind === 'new'
      ? await newDraft(tx, actor, { stem: course.slug, organisationId: target.organisationId, settings, now })
      : { courseId: held?.value.courseId as CourseId, slug: course.slug }
  const { courseId, slug } = made
  await updateSettings(tx, courseId, settings)
  await writeLessons(tx, { courseId, course, lectures, draft: held?.value, by: actor.personId, now })
  await touchDraft(tx, courseId, now)
  await auditCourse(tx, actor, 'imported', courseId, { detail: { slug, lessons: course.lessons.length }, at: now })
  return done(made)
}

async function heldDraft(
  tx: Tx,
  actor: Actor,
  slug: string,
  now: Date,
): Promise<Outcome<CourseDraft, DraftImportRefusal>> {
  const opened = await openDraftIn(tx, actor, { slug, now })
  if (!opened.ok) return opened
  const draft = await lockDraft(tx, slug)
  if (draft === undefined || !canSeeDraft(actor, draft)) return refused('not-allowed')
  return canChangeDraft(actor, draft) ? done(draft) : refused('in-review')
}

interface LessonsToWrite {
  courseId: CourseId
  course: CourseImport
  lectures: ReadonlyMap<string, LectureId>
  draft: CourseDraft | undefined
  by: PersonId
  now: Date
}

async function writeLessons(tx: Tx, { courseId, course, lectures, draft, by, now }: LessonsToWrite): Promise<void> {
  for (const { moduleId } of draft?.modules ?? []) await deleteModule(tx, courseId, moduleId)
  const moduleIds: string[] = []
  const moduleOf = new Map<string, string>()
  for (const { title, lessons } of course.modules) {
    const moduleId = await insertModule(tx, courseId, title)
    moduleIds.push(moduleId)
    for (const slug of lessons) moduleOf.set(slug, moduleId)
  }
  const known = await listLessonIds(tx, courseId)
  const placed: { lessonId: LessonId; moduleId: string | null }[] = []
  for (const lesson of course.lessons) {
    const lessonId = await writeLesson(tx, courseId, { lesson, before: known.get(lesson.slug), lectures, now })
    placed.push({ lessonId, moduleId: moduleOf.get(lesson.slug) ?? null })
    const texts = textsOfLesson({ ...lesson, language: course.language }, course.language)
    for (const text of texts) await putLessonText(tx, lessonId, text, { at: now, by })
  }
  const stays = new Set(placed.map(({ lessonId }) => lessonId))
  const gone = (draft?.lessons ?? []).filter(({ lessonId }) => !stays.has(lessonId))
  for (const { lessonId } of gone) await setLessonRemoved(tx, courseId, lessonId, now)
  await writeStructure(tx, courseId, {
    moduleIds,
    lessons: [...placed, ...gone.map(({ lessonId }) => ({ lessonId, moduleId: null }))],
  })
}

async function writeLesson(
  tx: Tx,
  courseId: CourseId,
  given: {
    lesson: LessonImport
    before: { lessonId: LessonId; isDraft: boolean } | undefined
    lectures: ReadonlyMap<string, LectureId>
    now: Date
  },
): Promise<LessonId> {
  const { lesson, before, lectures, now } = given
  const { lectureSlug, minutes, slug, kind, ...parts } = lesson
  const lectureId = lectureSlug === null ? null : (lectures.get(lectureSlug) ?? null)
  const settings = settingsOf(kind, { ...parts, lectureId })
  if (before?.isDraft === true) {
    await updateLesson(tx, before.lessonId, { minutes, settings, at: now })
    await setLessonRemoved(tx, courseId, before.lessonId, null)
    return before.lessonId
  }
  const isKnown = before === undefined ? {} : { lessonId: before.lessonId }
  return insertLesson(tx, { ...isKnown, courseId, moduleId: null, slug, minutes, settings, at: now })
}
