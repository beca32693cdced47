import { plainText } from '~/shared/editor/plain-text'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { TranslatedLesson } from '../model'
import { setDraftState } from '../store/draft.server'
import { listTextsOf } from '../store/draft-text.server'
import { listLectureFacts } from '../store/lecture-facts.server'
import {
  insertRevision,
  keepLessons,
  listSeals,
  lockCourse,
  type PublishedLesson,
  type RevisionChanges,
  writeCourse,
} from '../store/publish.server'
import { checkCourse, type CourseFinding } from './checks'
import { offered } from './course-texts'
import { partsOf } from './lesson-settings'
import { sealOfOriginal } from './original-seal'
import type { CourseDraft, DraftText } from './model'
import { inOrder } from './structure'

/** What stands in the way of publishing the draft as it is now, and what could be better. */
export async function findFindings(db: Db, draft: CourseDraft): Promise<CourseFinding[]> {
  const texts = await listTextsOf(db, draft.courseId)
  const lectures = await listLectureFacts(db)
  const filesChanged = draft.published !== null && draft.published.revision !== draft.baseRevision
  const { settings, modules, lessons } = draft
  return checkCourse({ settings, modules, lessons, texts, lectures, filesChanged })
}

/** The lessons of a draft as readers would get them, in order. */
export function lessonsToPublish(
  draft: CourseDraft,
  texts: ReadonlyMap<string, readonly DraftText[]>,
): PublishedLesson[] {
  const { settings } = draft
  const modules = new Map(draft.modules.map(({ moduleId, title }) => [moduleId, title]))
  const structure = inOrder({ moduleIds: [...modules.keys()], lessons: draft.lessons })
  const lessons = new Map(draft.lessons.map((lesson) => [String(lesson.lessonId), lesson]))
  return structure.lessons.flatMap(({ lessonId }): PublishedLesson[] => {
    const lesson = lessons.get(lessonId)
    if (lesson === undefined) return []
    const written = texts.get(lessonId) ?? []
    const own = written.find(({ language }) => language === settings.language)
    const parts = partsOf(lesson.settings, own?.prompt?.body ?? null)
    const seal = own && sealOfOriginal({ ...own, prompt: own.prompt?.body ?? null }, parts.questions)
    const others = written.filter(
      (text) => text !== own && settings.translations[text.language] !== undefined && text.originalSeal !== null,
    )
    return [
      {
        lessonId: lesson.lessonId,
        slug: lesson.slug,
        module: lesson.moduleId === null ? null : (modules.get(lesson.moduleId) ?? null),
        kind: lesson.kind,
        title: lesson.title,
        minutes: lesson.minutes,
        body: own?.body ?? { type: 'doc', content: [] },
        translations: Object.fromEntries(others.map((text) => [text.language, translatedLesson(text, seal)])),
        ...parts,
      },
    ]
  })
}

/** What the search of the catalogue reads of a course. */
export function searchTextOf(
  settings: Pick<CourseDraft['settings'], 'description' | 'outcomes'>,
  lessons: readonly Pick<PublishedLesson, 'title' | 'body'>[],
): string {
  return [
    plainText(settings.description),
    ...settings.outcomes,
    ...lessons.flatMap((lesson) => [lesson.title, plainText(lesson.body)]),
  ].join('\n')
}

/** A whole translation as readers get it. */
export function translatedLesson(text: DraftText, seal: string | undefined): TranslatedLesson {
  const { title, body, prompt, questions, originalSeal } = text
  return {
    title,
    body,
    ...(prompt === null ? {} : { prompt: prompt.body }),
    ...(Object.keys(questions).length === 0 ? {} : { questions }),
    ...(originalSeal === seal ? {} : { isOutdated: true }),
  }
}

/**
 * Writes the draft as the next version of its course, with an immutable record of it lesson by lesson, and of the version
 * before. The caller holds the draft and has seen that nothing stands in the way.
 */
export async function publishDraft(
  tx: Tx,
  draft: CourseDraft,
  { note, by, now }: { note: string; by: PersonId; now: Date },
): Promise<{ revision: number; before: number | undefined; changes: RevisionChanges }> {
  const { courseId, slug } = draft
  const settings = offered(draft.settings)
  const before = (await lockCourse(tx, courseId))?.revision
  const revision = (before ?? 0) + 1
  const old = await listSeals(tx, courseId)
  if (before !== undefined) await keepLessons(tx, courseId, before)
  const lessons = lessonsToPublish({ ...draft, settings }, await listTextsOf(tx, courseId))
  const nominalMinutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  const searchText = searchTextOf(settings, lessons)
  await writeCourse(tx, { courseId, slug, revision, settings, nominalMinutes, searchText, lessons, now })
  const changes = changesOf(note, old, await listSeals(tx, courseId))
  const document = {
    ...settings,
    slug,
    nominalMinutes,
    lessons: lessons.map(({ lessonId, slug: at, module, kind, title, minutes }) => ({
      ...{ lessonId, slug: at, module, kind, title, minutes },
    })),
  }
  await insertRevision(tx, { courseId, revision, document, changes, by, at: now })
  await keepLessons(tx, courseId, revision)
  await setDraftState(tx, courseId, {
    state: 'publicerad',
    reviewNote: '',
    returnReason: '',
    baseRevision: revision,
  })
  return { revision, before, changes }
}

interface Sealed {
  lessonId: string
  title: string
  seal: string
}

function changesOf(note: string, before: readonly Sealed[], after: readonly Sealed[]): RevisionChanges {
  const old = new Map(before.map((lesson) => [lesson.lessonId, lesson]))
  const ids = new Set(after.map(({ lessonId }) => lessonId))
  const titles = (lessons: readonly Sealed[]) => lessons.map(({ title }) => title)
  return {
    note,
    added: titles(after.filter(({ lessonId }) => !old.has(lessonId))),
    removed: titles(before.filter(({ lessonId }) => !ids.has(lessonId))),
    changed: titles(after.filter(({ lessonId, seal }) => (old.get(lessonId)?.seal ?? seal) !== seal)),
  }
}
