import {
  type Lecture,
  type Lesson,
  lessonIn,
  lessonLanguage,
  type LessonSummary,
  mayStudy,
  type Question,
  type QuizTexts,
  studyState,
  studyWindow,
} from '~/domains/catalogue'
import { findLectureById, findLesson } from '~/domains/catalogue/index.server'
import type { RichDocument } from '~/shared/editor/document'
import { forReading } from '~/shared/editor/for-reading.server'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Db } from '~db/schema'
import { assignmentPage } from './assignment/page.server'
import type { Attempt, ItemWork, LessonState, MyCourse } from './model'
import { arrangedQuestions, askedQuestions, attemptsLeft, isTold, reviewAttempt } from './quiz'
import { type Check, checkOf, paperOf, seedOf } from './quiz-paper.server'
import { findLearnerCourse } from './reads.server'
import { askedIn, reviewedIn } from './questions/translate'
import { doneRuleOf, whatIsLeft } from './rules'
import type { ItemOf } from './store/answer.server'
import { recordVisit } from './store/enrolment.server'
import { findItemWork } from './store/progress.server'
import { findDetails } from './store/assignment/details.server'
import type { LectureNote } from './notes'
import { findViewing } from './store/note.server'
import type { Watch } from './store/watch.server'
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
 * enrolled person opened it, unless `isVisit` is false. Someone who is not enrolled sees the text alone, of a course that
 * is open to them. At most six queries.
 */
export async function openLesson(
  db: Db,
  personId: PersonId,
  ask: {
    courseSlug: string
    lessonSlug: string
    attempt: 'new' | number | undefined
    isVisit?: boolean
    now: Date
    language: Language
  },
): Promise<
  { page: LessonPage; lecture: ShownLecture | null; watch: Watch | undefined; notes: LectureNote[] } | undefined
> {
  const learner = await findLearnerCourse(db, personId, { courseSlug: ask.courseSlug })
  const viewer = learner === undefined ? { personId, today: localDay(ask.now) } : undefined
  const original = await findLesson(db, ask.courseSlug, ask.lessonSlug, learner?.keptRevision, viewer)
  if (original === undefined) return undefined
  const language = lessonLanguage(original, ask.language)
  const lesson = lessonIn(original, ask.language)
  const lecture = lesson.lectureId === null ? undefined : await findLectureById(db, lesson.lectureId)
  const study = studyNow(lesson, learner, localDay(ask.now))
  if (study.isShut) {
    const page = {
      ...pageOf(lesson, lecture, learner, noWork),
      study,
      language,
      quiz: null,
      reflection: null,
      assignment: null,
      left: [],
    }
    return { page: { ...page, body: { type: 'doc', content: [] } }, lecture: null, watch: undefined, notes: [] }
  }
  let work = noWork
  let viewing: { watch: Watch | undefined; notes: LectureNote[] } = { watch: undefined, notes: [] }
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
    if (lecture !== undefined) viewing = await findViewing(db, personId, lecture.lectureId)
    if (ask.isVisit !== false) await recordVisit(db, personId, lesson.lessonId, ask.now)
  }
  const texts = lesson.translations[language.shown]?.questions
  const told = { study, language, quiz: quiz === null ? null : quizIn(quiz, texts), assignment }
  const page = { ...pageOf(lesson, lecture, learner, work), ...told }
  if (lecture === undefined) return { page, lecture: null, ...viewing }
  const { check: _answersStayHere, ...shown } = lecture
  return { page, lecture: { ...shown, description: forReading(shown.description) }, ...viewing }
}

function pageOf(
  lesson: Lesson,
  lecture: Lecture | undefined,
  learner: MyCourse | undefined,
  work: ItemWork,
): Omit<LessonPage, 'quiz' | 'assignment' | 'study' | 'language'> {
  const outline = learner === undefined ? lesson.lessons.map(unvisited) : named(learner.lessons, lesson)
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
    discusses: learner?.discusses ?? false,
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

/** Whoever has finished the course reads its lessons on, whatever the day. */
function studyNow(lesson: Lesson, learner: MyCourse | undefined, today: string): LessonPage['study'] {
  const window = learner?.window ?? studyWindow(lesson.schedule, null)
  const { startsOn, deadlineOn } = window
  const isFinished = (learner?.finishedAt ?? null) !== null
  return { state: studyState(window, today), startsOn, deadlineOn, isShut: !isFinished && !mayStudy(window, today) }
}

/** The learner's lessons with the titles that the course has in the language. */
function named(lessons: readonly LessonState[], { lessons: titled }: Lesson): LessonState[] {
  const titles = new Map(titled.map(({ lessonId, title }) => [lessonId, title]))
  return lessons.map((each) => ({ ...each, title: titles.get(each.lessonId) ?? each.title }))
}

/** The quiz in the words of another language. */
function quizIn(quiz: QuizPage, texts: QuizTexts | undefined): QuizPage {
  const { form, latest } = quiz
  return {
    ...quiz,
    form: form && { ...form, questions: askedIn(form.questions, texts) },
    latest: latest && { ...latest, review: reviewedIn(latest.review, texts) },
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
