import type { Lecture, Lesson, LessonSummary, Question } from '~/domains/catalogue'
import { findLectureById, findLesson } from '~/domains/catalogue/index.server'
import type { RichDocument } from '~/shared/editor/document'
import { forReading } from '~/shared/editor/for-reading.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { ItemWork, LessonState, MyCourse } from './model'
import { askedQuestions, reviewAttempt } from './quiz'
import { findLearnerCourse } from './reads.server'
import { doneRuleOf, whatIsLeft } from './rules'
import { recordVisit } from './store/enrolment.server'
import { findItemWork } from './store/progress.server'
import { type Watch, findWatch } from './store/watch.server'
import type { LessonPage, QuizPage, ReflectionPage } from './lesson-page'

const noWork: ItemWork = {
  drafts: {},
  savedAt: null,
  reflection: '',
  transcriptRead: false,
  attempts: [],
  watchedSeconds: 0,
  lecture: null,
}

/** A lecture as the browser may see it: without the questions of its check. */
export type ShownLecture = Omit<Lecture, 'check'>

/**
 * Everything the page of a lesson shows to one person; undefined when there is no such lesson. Remembers that an
 * enrolled person opened it. Someone who is not enrolled sees the text alone. At most six queries.
 */
export async function openLesson(
  db: Db,
  personId: PersonId,
  ask: { courseSlug: string; lessonSlug: string; tryAgain: boolean; now: Date },
): Promise<{ page: LessonPage; lecture: ShownLecture | null; watch: Watch | undefined } | undefined> {
  const learner = await findLearnerCourse(db, personId, { courseSlug: ask.courseSlug })
  const lesson = await findLesson(db, ask.courseSlug, ask.lessonSlug, learner?.keptRevision)
  if (lesson === undefined) return undefined
  const lecture = lesson.lectureId === null ? undefined : await findLectureById(db, lesson.lectureId)
  let work = noWork
  let watch: Watch | undefined
  if (learner !== undefined) {
    work = await findItemWork(db, { personId, itemId: lesson.lessonId, round: learner.round }, lesson.lectureId)
    if (lecture !== undefined) watch = await findWatch(db, personId, lecture.lectureId)
    await recordVisit(db, personId, lesson.lessonId, ask.now)
  }
  const page = pageOf(lesson, lecture, learner, work, ask.tryAgain)
  if (lecture === undefined) return { page, lecture: null, watch }
  const { check: _answersStayHere, ...shown } = lecture
  return { page, lecture: { ...shown, description: forReading(shown.description) }, watch }
}

function pageOf(
  lesson: Lesson,
  lecture: Lecture | undefined,
  learner: MyCourse | undefined,
  work: ItemWork,
  tryAgain: boolean,
): LessonPage {
  const outline = learner?.lessons ?? lesson.lessons.map(unvisited)
  const index = outline.findIndex((each) => each.lessonId === lesson.lessonId)
  const rule = doneRuleOf(
    lesson,
    lecture === undefined ? null : { durationSeconds: lecture.durationSeconds, checkPass: lecture.check.pass },
  )
  const check = lecture?.check ?? { pass: lesson.pass ?? 100, questions: lesson.questions }
  return {
    lessonId: lesson.lessonId,
    slug: lesson.slug,
    title: lesson.title,
    kind: lesson.kind,
    minutes: lesson.minutes,
    body: forReading(lesson.body),
    course: { slug: lesson.courseSlug, title: lesson.courseTitle },
    enrolled: learner !== undefined,
    done: learner?.done ?? 0,
    outline,
    position: index + 1,
    previous: outline[index - 1],
    next: outline[index + 1],
    goOn: outline.find((each) => each.finishedAt === null && each.lessonId !== lesson.lessonId),
    finishedAt: outline[index]?.finishedAt ?? null,
    courseFinishedAt: learner?.finishedAt ?? null,
    rule,
    left: whatIsLeft(rule, work),
    transcriptRead: work.transcriptRead,
    quiz: learner === undefined || check.questions.length === 0 ? null : quizOf(check, work, tryAgain),
    reflection: learner === undefined || lesson.reflection === null ? null : reflectionOf(lesson.reflection, work),
  }
}

function unvisited(lesson: LessonSummary): LessonState {
  return { ...lesson, finishedAt: null, visitedAt: null }
}

function quizOf(check: { pass: number; questions: Question[] }, work: ItemWork, tryAgain: boolean): QuizPage {
  const latest = work.attempts.at(-1)
  const begun = Object.keys(work.drafts).length > 0
  return {
    pass: check.pass,
    count: check.questions.length,
    after: latest?.number ?? 0,
    passed: work.attempts.some((attempt) => attempt.passed),
    form:
      latest === undefined || begun || tryAgain
        ? { questions: askedQuestions(check.questions), drafts: work.drafts, savedAt: iso(work.savedAt) }
        : null,
    latest:
      latest === undefined
        ? null
        : {
            number: latest.number,
            score: latest.score,
            passed: latest.passed,
            submittedAt: latest.submittedAt,
            review: reviewAttempt(check.questions, latest.responses, latest.passed),
          },
  }
}

function reflectionOf(task: { prompt: RichDocument; minWords: number }, work: ItemWork): ReflectionPage {
  return { ...task, prompt: forReading(task.prompt), text: work.reflection, savedAt: iso(work.savedAt) }
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}
