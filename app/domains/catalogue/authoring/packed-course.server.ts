import type { CourseId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db } from '~db/schema'
import { findDraft } from '../store/draft.server'
import { findPublished } from '../store/draft-source.server'
import { listTextsOf } from '../store/draft-text.server'
import type { CourseImport, LessonImport, ModuleImport, TranslationImport } from '../store/import.server'
import { listLectureSlugs } from '../store/package.server'
import type { PublishedLesson } from '../store/publish.server'
import type { DraftText } from './model'
import { sealOfOriginal } from './original-seal'
import { lessonsToPublish, searchTextOf, translatedLesson } from './publish.server'
import type { CourseSettings } from './settings'

export const packedStates = ['published', 'draft'] as const
/** Which of a course a package holds: what learners read, or what is under work. */
export type PackedState = (typeof packedStates)[number]

export interface CourseToPack {
  courseId: CourseId
  /** The published version that it is, or was copied from. */
  revision: number | null
  course: CourseImport
}

type LessonToPack = Omit<PublishedLesson, 'translations'> & Pick<LessonImport, 'translations'>

async function importOf(
  db: Db,
  slug: string,
  settings: CourseSettings,
  modules: ModuleImport[],
  lessons: readonly LessonToPack[],
): Promise<CourseImport> {
  const slugs = await listLectureSlugs(
    db,
    lessons.flatMap(({ lectureId }) => lectureId ?? []),
  )
  return {
    ...settings,
    slug,
    modules,
    nominalMinutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    searchText: searchTextOf(settings, lessons),
    lessons: lessons.map(({ lessonId: _id, lectureId, ...lesson }, index): LessonImport => {
      const lectureSlug = lectureId === null ? null : (slugs.get(lectureId) ?? null)
      return { ...lesson, position: index + 1, lectureSlug }
    }),
    contentHash: '',
  }
}

function modulesOf(lessons: readonly PublishedLesson[]): ModuleImport[] {
  const modules = new Map<string, string[]>()
  for (const { module, slug } of lessons) {
    if (module !== null) modules.set(module, [...(modules.get(module) ?? []), slug])
  }
  return [...modules].map(([title, slugs]) => ({ title, lessons: slugs }))
}

/** A translation as it stands in a draft, finished or not. */
function translationOf(text: DraftText, seal: string): TranslationImport {
  if (text.originalSeal !== null) return translatedLesson(text, seal)
  const { isOutdated: _unsaid, ...begun } = translatedLesson(text, seal)
  return { ...begun, isUnfinished: true }
}

/** Texts in every language that is written, also those that are not finished or not offered yet. */
function withEveryLanguage(
  lessons: readonly PublishedLesson[],
  texts: ReadonlyMap<string, readonly DraftText[]>,
  own: Language,
): LessonToPack[] {
  return lessons.map((lesson) => {
    const { title, body, reflection, assignment, questions } = lesson
    const seal = sealOfOriginal({ title, body, prompt: reflection?.prompt ?? assignment?.task ?? null }, questions)
    const others = (texts.get(lesson.lessonId) ?? []).filter(({ language }) => language !== own)
    return {
      ...lesson,
      translations: Object.fromEntries(others.map((text) => [text.language, translationOf(text, seal)])),
    }
  })
}

/** A whole course with everything that its files would say, as it is published or as its draft is now. */
export async function findCourseToPack(db: Db, slug: string, state: PackedState): Promise<CourseToPack | undefined> {
  if (state === 'published') {
    const found = await findPublished(db, slug)
    if (found === undefined) return undefined
    const { courseId, revision, settings } = found
    const lessons = found.lessons.map(
      ({ courseTitle: _course, language: _language, revision: _revision, seal: _seal, ...lesson }) => lesson,
    )
    return { courseId, revision, course: await importOf(db, slug, settings, modulesOf(lessons), lessons) }
  }
  const draft = await findDraft(db, slug)
  if (draft === undefined) return undefined
  const { courseId, settings } = draft
  const texts = await listTextsOf(db, courseId)
  const lessons = withEveryLanguage(lessonsToPublish(draft, texts), texts, settings.language)
  const at = new Map(draft.lessons.map(({ lessonId, moduleId }) => [String(lessonId), moduleId]))
  const modules = draft.modules.map(({ moduleId, title }) => ({
    title,
    lessons: lessons.filter(({ lessonId }) => at.get(lessonId) === moduleId).map((lesson) => lesson.slug),
  }))
  return { courseId, revision: draft.baseRevision, course: await importOf(db, slug, settings, modules, lessons) }
}
