import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import type { CourseId, OrganisationId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { slugOf } from '../activity/rules'
import { addEditor, findDraft, insertDraft, lockDraft, touchDraft } from '../store/draft.server'
import { insertLesson, insertModule } from '../store/draft-lesson.server'
import { findPublished, type SourceLesson } from '../store/draft-source.server'
import { putLessonText } from '../store/draft-text.server'
import { settingsOf } from './lesson-settings'
import { textsOfLesson, versionName } from './lesson-texts.server'
import type { CourseDraft } from './model'
import { canAuthor, canChangeDraft, canMakeCourseFor, canPublishCourse, canSeeDraft } from './policy'
import { newSettings } from './settings'

/** Writes what an actor did to a course into the audit log. */
export async function auditCourse(
  tx: Tx,
  actor: Actor,
  action: string,
  courseId: CourseId,
  given: { detail?: Record<string, unknown>; reason?: string; at: Date },
): Promise<void> {
  await recordAudit(tx, {
    actorId: actor.personId,
    action: `course.${action}`,
    subjectKind: 'course',
    subjectId: courseId,
    ...given,
  })
}

/** A new course, which is a draft and nothing more; whoever makes it is on it. */
export function createCourse(
  db: Db,
  actor: Actor,
  made: { title: string; language: Language; organisationId: OrganisationId | null; now: Date },
): Promise<Outcome<{ slug: string }, 'not-allowed' | 'title'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ slug: string }, 'not-allowed' | 'title'>> => {
    if (!canAuthor(actor) || !canMakeCourseFor(actor, made.organisationId)) return refused('not-allowed')
    const title = made.title.trim()
    if (title === '' || title.length > 120) return refused('title')
    const stem = slugOf(title) || 'kurs'
    // The address of a new course is no slug.
    for (let number = stem === 'ny' ? 2 : 1; ; number += 1) {
      const slug = number === 1 ? stem : `${stem}-${number}`
      const courseId = await insertDraft(tx, {
        slug,
        organisationId: made.organisationId,
        state: 'utkast',
        settings: newSettings(title, made.language),
        baseRevision: null,
        createdBy: actor.personId,
        at: made.now,
      })
      if (courseId === undefined) continue
      await addEditor(tx, courseId, actor.personId, made.now)
      await auditCourse(tx, actor, 'created', courseId, { detail: { slug, title }, at: made.now })
      return done({ slug })
    }
  })
}

/**
 * The draft of a published course, made of what is published when there is none. A course that came from files is the
 * whole portal's, so that only an editor without an organisation may begin.
 */
export function openDraft(
  db: Db,
  actor: Actor,
  { slug, now }: { slug: string; now: Date },
): Promise<Outcome<{ slug: string; created: boolean }, 'not-allowed' | 'not-found'>> {
  return db
    .transaction()
    .execute(async (tx): Promise<Outcome<{ slug: string; created: boolean }, 'not-allowed' | 'not-found'>> => {
      const present = await findDraft(tx, slug)
      if (present !== undefined) {
        return canSeeDraft(actor, present) ? done({ slug, created: false }) : refused('not-allowed')
      }
      if (!canPublishCourse(actor, { organisationId: null })) return refused('not-allowed')
      const published = await findPublished(tx, slug)
      if (published === undefined) return refused('not-found')
      const { courseId, revision, settings, lessons } = published
      const made = await insertDraft(tx, {
        courseId,
        slug,
        organisationId: null,
        state: published.isOpen ? 'publicerad' : 'avpublicerad',
        settings,
        baseRevision: revision,
        createdBy: actor.personId,
        at: now,
      })
      // Somebody else made it at the same moment.
      if (made === undefined) return done({ slug, created: false })
      await copyLessons(tx, { courseId, language: settings.language, lessons, revision, now })
      await auditCourse(tx, actor, 'draft-opened', courseId, { detail: { slug, revision }, at: now })
      return done({ slug, created: true })
    })
}

async function copyLessons(
  tx: Tx,
  {
    courseId,
    language,
    lessons,
    revision,
    now,
  }: { courseId: CourseId; language: Language; lessons: SourceLesson[]; revision: number; now: Date },
): Promise<void> {
  const modules = new Map<string, string>()
  for (const lesson of lessons) {
    if (lesson.module !== null && !modules.has(lesson.module)) {
      modules.set(lesson.module, await insertModule(tx, courseId, lesson.module))
    }
    await insertLesson(tx, {
      lessonId: lesson.lessonId,
      courseId,
      moduleId: lesson.module === null ? null : (modules.get(lesson.module) ?? null),
      slug: lesson.slug,
      minutes: lesson.minutes,
      settings: settingsOf(lesson.kind, lesson),
      at: now,
    })
    for (const text of textsOfLesson(lesson, language)) {
      await putLessonText(tx, lesson.lessonId, text, { at: now, by: null, publishedAs: versionName(revision) })
    }
  }
}

export type ChangeRefusal = 'not-found' | 'not-allowed' | 'in-review'

/**
 * Changes a draft under its lock: one at a time, each on what the one before left. Not seen by the asker: `not-found`.
 * The draft is marked as changed when `change` does not refuse.
 */
export function changeDraft<T, R extends string>(
  db: Db,
  actor: Actor,
  { slug, now, what }: { slug: string; now: Date; what: string },
  change: (tx: Tx, draft: CourseDraft) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | ChangeRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<T, R | ChangeRefusal>> => {
    const draft = await lockDraft(tx, slug)
    if (draft === undefined || !canSeeDraft(actor, draft)) return refused('not-found')
    if (!canChangeDraft(actor, draft)) return refused('in-review')
    const outcome = await change(tx, draft)
    if (!outcome.ok) return outcome
    await touchDraft(tx, draft.courseId, now)
    await auditCourse(tx, actor, 'changed', draft.courseId, { detail: { slug, what }, at: now })
    return outcome
  })
}
