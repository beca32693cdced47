import type { Lecture, Lesson, LessonSummary, Question } from '~/domains/catalogue'
import { findLectureById, findLesson } from '~/domains/catalogue/index.server'
import type { RichDocument } from '~/shared/editor/document'
import { forReading } from '~/shared/editor/for-reading.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { assignmentPage } from './assignment/page.server'
import type { Attempt, ItemWork, LessonState, MyCourse } from './model'
import { arrangedQuestions, askedQuestions, attemptsLeft, isTold, reviewAttempt } from './quiz'
import { type Check, checkOf, paperOf, seedOf } from './quiz-paper.server'
import { findLearnerCourse } from './reads.server'
import { doneRuleOf, whatIsLeft } from './rules'
import type { ItemOf } from './store/answer.server'
import { recordVisit } from './store/enrolment.server'
import { findItemWork } from './store/progress.server'
import { findDetails } from './store/assignment/details.server'
import { type Watch, findWatch } from './store/watch.server'
import type { LessonPage, QuizPage, ReflectionPage } from './lesson-page'

const noWork: ItemWork = {
  drafts: {},
  savedAt: null,
  reflection: '',
  prompts: {},
  transcriptRead: false,
  attempts: [],
  drawn: null,
  extraAttempts: 0,
  watchedSeconds: 0,
  lecture: null,
  assignment: null,
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
  ask: { courseSlug: string; lessonSlug: string; attempt: 'new' | number | undefined; now: Date },
): Promise<{ page: LessonPage; lecture: ShownLecture | null; watch: Watch | undefined } | undefined> {
  const learner = await findLearnerCourse(db, personId, { courseSlug: ask.courseSlug })
  const lesson = await findLesson(db, ask.courseSlug, ask.lessonSlug, learner?.keptRevision)
  if (lesson === undefined) return undefined
  const lecture = lesson.lectureId === null ? undefined : await findLectureById(db, lesson.lectureId)
  let work = noWork
  let watch: Watch | undefined
  let quiz: QuizPage | null = null
  let assignment: LessonPage['assignment'] = null
  const check = checkOf(lesson, lecture)
  if (learner !== undefined) {
    const item = { personId, itemId: lesson.lessonId, round: learner.round }
    work = await findItemWork(db, item, lesson.lectureId)
    if (check.questions.length > 0 || check.quiz.draw !== null) quiz = await quizOf(db, item, check, work, ask)
    if (lesson.assignment !== null) {
      const details = await findDetails(db, item, ask.now)
      const isFinished = learner.lessons.some((each) => each.lessonId === lesson.lessonId && each.finishedAt !== null)
      assignment = assignmentPage(lesson.assignment, details, work, { isFinished, now: ask.now })
      work = { ...work, assignment: { facts: details.facts, now: ask.now } }
    }
    if (lecture !== undefined) watch = await findWatch(db, personId, lecture.lectureId)
    await recordVisit(db, personId, lesson.lessonId, ask.now)
  }
  const page = { ...pageOf(lesson, lecture, learner, work), quiz, assignment }
  if (lecture === undefined) return { page, lecture: null, watch }
  const { check: _answersStayHere, ...shown } = lecture
  return { page, lecture: { ...shown, description: forReading(shown.description) }, watch }
}

function pageOf(
  lesson: Lesson,
  lecture: Lecture | undefined,
  learner: MyCourse | undefined,
  work: ItemWork,
): Omit<LessonPage, 'quiz' | 'assignment'> {
  const outline = learner?.lessons ?? lesson.lessons.map(unvisited)
  const index = outline.findIndex((each) => each.lessonId === lesson.lessonId)
  const rule = doneRuleOf(
    lesson,
    lecture === undefined ? null : { durationSeconds: lecture.durationSeconds, checkPass: lecture.check.pass },
  )
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
    maxAttempts: lesson.kind === 'quiz' ? lesson.quiz.maxAttempts : null,
    left: whatIsLeft(rule, work),
    transcriptRead: work.transcriptRead,
    prompts: Object.fromEntries(
      Object.entries(work.prompts).map(([key, { text, savedAt }]) => [key, { text, savedAt: savedAt.toISOString() }]),
    ),
    reflection: learner === undefined || lesson.reflection === null ? null : reflectionOf(lesson.reflection, work),
  }
}

function unvisited(lesson: LessonSummary): LessonState {
  return { ...lesson, finishedAt: null, visitedAt: null }
}

async function quizOf(
  db: Db,
  item: ItemOf,
  check: Check,
  work: ItemWork,
  ask: { attempt: 'new' | number | undefined; now: Date },
): Promise<QuizPage> {
  const last = work.attempts.at(-1)
  const shown = work.attempts.find((attempt) => attempt.number === ask.attempt) ?? last
  const begun = Object.keys(work.drafts).length > 0 && typeof ask.attempt !== 'number'
  const left = attemptsLeft(check.quiz, work.attempts.length, work.extraAttempts)
  const opens = left !== 0 && (last === undefined || begun || ask.attempt === 'new')
  const number = (last?.number ?? 0) + 1
  const paper = opens ? await paperOf(db, item, check, work, { number, now: ask.now }) : []
  const seed = check.quiz.shuffleOptions ? seedOf(item, number) : null
  return {
    pass: check.pass,
    count: opens ? paper.length : check.questions.length,
    after: last?.number ?? 0,
    passed: work.attempts.some((attempt) => attempt.passed),
    form: opens
      ? { questions: askedQuestions(paper, seed), drafts: draftsOf(paper, work), savedAt: iso(work.savedAt) }
      : null,
    latest: shown === undefined ? null : reviewed(item, check, shown),
    attempts: work.attempts.map(({ number: each, score, passed, submittedAt }) => ({
      number: each,
      score,
      passed,
      submittedAt,
    })),
    attemptsLeft: left,
  }
}

/** Answers to questions that are no longer asked stay behind. */
function draftsOf(paper: readonly Question[], { drafts }: ItemWork): ItemWork['drafts'] {
  return Object.fromEntries(paper.flatMap(({ key }) => (drafts[key] === undefined ? [] : [[key, drafts[key]]])))
}

function reviewed(item: ItemOf, check: Check, attempt: Attempt): NonNullable<QuizPage['latest']> {
  const { number, score, passed, submittedAt } = attempt
  const questions = arrangedQuestions(attempt.questions ?? check.questions, check.quiz, seedOf(item, number))
  const review = reviewAttempt(questions, attempt.responses, isTold(check.quiz, passed))
  return { number, score, passed, submittedAt, review }
}

function reflectionOf(task: { prompt: RichDocument; minWords: number }, work: ItemWork): ReflectionPage {
  return { ...task, prompt: forReading(task.prompt), text: work.reflection, savedAt: iso(work.savedAt) }
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}
