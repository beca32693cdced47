import type { Actor } from '~/domains/identity'
import type { LessonId, PersonId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { slugOf } from '../activity/rules'
import type { LessonKind } from '../model'
import {
  deleteModule,
  insertLesson,
  insertModule,
  listLessonSlugs,
  renameModule,
  setLessonRemoved,
  writeStructure,
} from '../store/draft-lesson.server'
import { findSourceLesson } from '../store/draft-source.server'
import { listTexts, putLessonText } from '../store/draft-text.server'
import { changeDraft, type ChangeRefusal } from './commands.server'
import { hasTask, newLessonSettings, settingsOf } from './lesson-settings'
import { textsOfLesson } from './lesson-texts.server'
import type { CourseDraft } from './model'
import { emptyDocument } from './settings'
import { freeSlug, inOrder, placeLesson, stepLesson, stepModule, type Structure } from './structure'

export type StructureChange =
  | { kind: 'add-module'; title: string }
  | { kind: 'rename-module'; moduleId: string; title: string }
  | { kind: 'remove-module'; moduleId: string }
  | { kind: 'step-module'; moduleId: string; by: -1 | 1 }
  | { kind: 'add-lesson'; lessonKind: LessonKind; title: string; moduleId: string | null }
  | { kind: 'reuse-lesson'; sourceLessonId: string; moduleId: string | null }
  | { kind: 'duplicate-lesson'; lessonId: string; title: (title: string) => string }
  | { kind: 'step-lesson'; lessonId: string; by: -1 | 1 }
  | { kind: 'place-lesson'; lessonId: string; moduleId: string | null; beforeId: string | undefined }
  | { kind: 'remove-lesson'; lessonId: string }
  | { kind: 'restore-lesson'; lessonId: string }

export type StructureRefusal = ChangeRefusal | 'title' | 'no-such-lesson' | 'no-such-module'
/** The lesson that was made or touched, so that the page can show it. */
type Changed = { lessonId: string | null }
interface Act {
  at: Date
  by: PersonId
}

const MINUTES = 10

/** Changes the order or the parts of a course. Two who do so at once do so one after the other; nothing is lost. */
export function changeStructure(
  db: Db,
  actor: Actor,
  { slug, change, now }: { slug: string; change: StructureChange; now: Date },
): Promise<Outcome<Changed, StructureRefusal>> {
  return changeDraft<Changed, 'title' | 'no-such-lesson' | 'no-such-module'>(
    db,
    actor,
    { slug, now, what: change.kind },
    async (tx, draft) => {
      const outcome = await apply(tx, draft, change, { at: now, by: actor.personId })
      if (outcome.ok) await settleOrder(tx, slug, draft, change)
      return outcome
    },
  )
}

function structureOf(draft: Pick<CourseDraft, 'modules' | 'lessons'>): Structure {
  return inOrder({ moduleIds: draft.modules.map(({ moduleId }) => moduleId), lessons: draft.lessons })
}

/** After steps the order is written as the rules say; whatever was added stands last in its module already. */
async function settleOrder(tx: Tx, slug: string, draft: CourseDraft, change: StructureChange): Promise<void> {
  const before = structureOf(draft)
  switch (change.kind) {
    case 'step-module':
      return writeStructure(tx, draft.courseId, stepModule(before, change.moduleId, change.by))
    case 'step-lesson':
      return writeStructure(tx, draft.courseId, stepLesson(before, change.lessonId, change.by))
    case 'place-lesson':
      return writeStructure(tx, draft.courseId, placeLesson(before, change.lessonId, change))
    default:
  }
}

async function apply(
  tx: Tx,
  draft: CourseDraft,
  change: StructureChange,
  act: Act,
): Promise<Outcome<Changed, 'title' | 'no-such-lesson' | 'no-such-module'>> {
  const { courseId } = draft
  if ('moduleId' in change && change.moduleId !== null) {
    if (!draft.modules.some(({ moduleId }) => moduleId === change.moduleId)) return refused('no-such-module')
  }
  if ('lessonId' in change) {
    const among = change.kind === 'restore-lesson' ? draft.removed : draft.lessons
    if (!among.some(({ lessonId }) => lessonId === change.lessonId)) return refused('no-such-lesson')
  }
  const title = 'title' in change && typeof change.title === 'string' ? change.title.trim() : 'x'
  if (title === '' || title.length > 150) return refused('title')
  switch (change.kind) {
    case 'add-module':
      await insertModule(tx, courseId, title)
      return done({ lessonId: null })
    case 'rename-module':
      await renameModule(tx, courseId, change.moduleId, title)
      return done({ lessonId: null })
    case 'remove-module':
      await deleteModule(tx, courseId, change.moduleId)
      return done({ lessonId: null })
    case 'add-lesson':
      return done({ lessonId: await addLesson(tx, draft, { ...change, title }, act) })
    case 'reuse-lesson': {
      const lessonId = await reuseLesson(tx, draft, change, act)
      return lessonId === undefined ? refused('no-such-lesson') : done({ lessonId })
    }
    case 'duplicate-lesson':
      return done({ lessonId: await duplicateLesson(tx, draft, change, act) })
    case 'remove-lesson':
      await setLessonRemoved(tx, courseId, change.lessonId, act.at)
      return done({ lessonId: change.lessonId })
    case 'restore-lesson':
      await setLessonRemoved(tx, courseId, change.lessonId, null)
      return done({ lessonId: change.lessonId })
    case 'step-module':
    case 'step-lesson':
    case 'place-lesson':
      return done({ lessonId: 'lessonId' in change ? change.lessonId : null })
  }
}

async function slugFor(tx: Tx, draft: CourseDraft, title: string): Promise<string> {
  // The addresses of a course's own pages are no slugs of lessons.
  const stem = slugOf(title) || 'lektion'
  return freeSlug(stem, await listLessonSlugs(tx, draft.courseId))
}

async function addLesson(
  tx: Tx,
  draft: CourseDraft,
  { lessonKind, title, moduleId }: { lessonKind: LessonKind; title: string; moduleId: string | null },
  act: Act,
): Promise<LessonId> {
  const lessonId = await insertLesson(tx, {
    courseId: draft.courseId,
    moduleId,
    slug: await slugFor(tx, draft, title),
    minutes: MINUTES,
    settings: newLessonSettings(lessonKind),
    at: act.at,
  })
  const prompt = hasTask(lessonKind) ? emptyDocument : null
  await putLessonText(tx, lessonId, { language: draft.settings.language, title, body: emptyDocument, prompt }, act)
  return lessonId
}

async function reuseLesson(
  tx: Tx,
  draft: CourseDraft,
  { sourceLessonId, moduleId }: { sourceLessonId: string; moduleId: string | null },
  act: Act,
): Promise<LessonId | undefined> {
  const source = await findSourceLesson(tx, sourceLessonId as LessonId)
  if (source === undefined) return undefined
  const lessonId = await insertLesson(tx, {
    courseId: draft.courseId,
    moduleId,
    slug: await slugFor(tx, draft, source.title),
    minutes: source.minutes,
    settings: settingsOf(source.kind, source),
    source,
    at: act.at,
  })
  for (const text of textsOfLesson(source, draft.settings.language)) await putLessonText(tx, lessonId, text, act)
  return lessonId
}

async function duplicateLesson(
  tx: Tx,
  draft: CourseDraft,
  change: { lessonId: string; title: (title: string) => string },
  act: Act,
): Promise<LessonId> {
  const lesson = draft.lessons.find(({ lessonId }) => lessonId === change.lessonId)
  if (lesson === undefined) throw new Error(`Lesson ${change.lessonId} has left its draft`)
  const lessonId = await insertLesson(tx, {
    courseId: draft.courseId,
    moduleId: lesson.moduleId,
    slug: await slugFor(tx, draft, lesson.title),
    minutes: lesson.minutes,
    settings: lesson.settings,
    at: act.at,
  })
  for (const text of await listTexts(tx, lesson.lessonId)) {
    const title = change.title(text.title).slice(0, 150)
    const originalSeal = text.originalSeal === null ? null : 'before'
    const copy = { ...text, title, prompt: text.prompt?.body ?? null, originalSeal }
    await putLessonText(tx, lessonId, copy, act)
  }
  // The copy stands right after the first.
  const ordered = structureOf(draft)
  const index = ordered.lessons.findIndex((each) => each.lessonId === lesson.lessonId)
  const lessons = ordered.lessons.toSpliced(index + 1, 0, { lessonId, moduleId: lesson.moduleId })
  await writeStructure(tx, draft.courseId, { ...ordered, lessons })
  return lessonId
}
