import type { CourseDraft, Lecture, LessonSummary } from '~/domains/catalogue'
import type { PublishedLesson } from '~/domains/catalogue/index.server'
import { forReading } from '~/shared/editor/for-reading.server'
import type { Language } from '~/shared/language'
import type { LessonPage } from './lesson-page'
import { doneRuleOf } from './rules'

/** A draft's lessons in one language, where they have a text in it. */
export function previewLessons(lessons: readonly PublishedLesson[], language: Language): LessonSummary[] {
  return lessons.map((lesson, index) => ({
    lessonId: lesson.lessonId,
    slug: lesson.slug,
    title: lesson.translations[language]?.title ?? lesson.title,
    kind: lesson.kind,
    minutes: lesson.minutes,
    position: index + 1,
    module: lesson.module,
  }))
}

/** The page of a draft's lesson as a learner would meet it; nobody is enrolled and nothing is stored. */
export function previewPage(
  draft: CourseDraft,
  lessons: readonly PublishedLesson[],
  { slug, language, query, lecture }: { slug: string; language: Language; query: string; lecture: Lecture | undefined },
): LessonPage | undefined {
  const lesson = lessons.find((each) => each.slug === slug)
  if (lesson === undefined) return undefined
  const outline = previewLessons(lessons, language).map((each) => ({ ...each, finishedAt: null, visitedAt: null }))
  const index = lessons.indexOf(lesson)
  const facts = lecture && { durationSeconds: lecture.durationSeconds, checkPass: lecture.check.pass }
  // A lecture lesson without its lecture yet is read as a text.
  const kind = lesson.kind === 'lecture' && facts === undefined ? 'article' : lesson.kind
  return {
    lessonId: lesson.lessonId,
    slug: lesson.slug,
    title: outline[index]?.title ?? lesson.title,
    kind: lesson.kind,
    minutes: lesson.minutes,
    body: forReading(lesson.translations[language]?.body ?? lesson.body),
    language: {
      shown: lesson.translations[language] === undefined ? draft.settings.language : language,
      languages: [],
      isMissing: language !== draft.settings.language && lesson.translations[language] === undefined,
      isOutdated: false,
    },
    course: { slug: draft.slug, title: draft.settings.translations[language]?.title ?? draft.settings.title },
    preview: query,
    enrolled: false,
    study: { state: 'open', startsOn: null, deadlineOn: null, isShut: false },
    discusses: false,
    done: 0,
    outline,
    position: index + 1,
    previous: outline[index - 1],
    next: outline[index + 1],
    goOn: undefined,
    finishedAt: null,
    courseFinishedAt: null,
    rule: doneRuleOf({ ...lesson, kind }, facts ?? null),
    left: [],
    transcriptRead: false,
    quiz: null,
    maxAttempts: lesson.kind === 'quiz' ? lesson.quiz.maxAttempts : null,
    prompts: {},
    reflection: null,
    assignment: null,
  }
}
