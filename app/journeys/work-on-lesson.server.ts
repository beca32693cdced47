import { type Lesson, mayStudy, type Question } from '~/domains/catalogue'
import { findLectureById, findLesson } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { type AnswerFault, type Attempt, type Responses, answerFaults, acceptResponses } from '~/domains/learning'
import {
  checkOf,
  type ItemOf,
  findEnrolmentAt,
  findItemWork,
  inWrittenOrder,
  paperOf,
  saveAnswers,
  savePrompt,
  saveReflection,
  stateTranscriptRead,
  submitQuiz,
} from '~/domains/learning/index.server'
import { localDay } from '~/shared/dates'
import { promptKeys } from '~/shared/editor/prompts'
import { type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { type FinishLesson, finishLesson } from './finish-lesson.server'

export interface LessonAddress {
  courseSlug: string
  lessonSlug: string
  now: Date
}
type Absent = 'no-such-lesson' | 'not-enrolled' | 'not-open'

/** What a page saves while its reader works. */
export type Draft =
  | { kind: 'answers'; responses: Responses; after: number }
  | { kind: 'text'; text: string; over?: Date | null }
  /** The answer to a question that stands in the text of the lesson. */
  | { kind: 'prompt'; key: string; text: string; over?: Date | null }

/** Saves answers or a text as they are given; nothing is submitted. */
export async function saveDraft(
  db: Db,
  actor: Actor,
  at: LessonAddress,
  draft: Draft,
): Promise<
  Outcome<{ savedAt: Date }, Absent | 'unknown-question' | 'already-submitted' | 'too-long' | 'changed-elsewhere'>
> {
  const found = await findItem(db, actor, at)
  if (!found.ok) return found
  const { item, lesson } = found.value
  if (draft.kind === 'text') {
    if (lesson.kind !== 'reflection' && lesson.kind !== 'assignment') return refused('unknown-question')
    return saveReflection(db, item, { text: draft.text, over: draft.over, now: at.now })
  }
  if (draft.kind === 'prompt') {
    if (!promptKeys(lesson.body).includes(draft.key)) return refused('unknown-question')
    return savePrompt(db, item, { key: draft.key, text: draft.text, over: draft.over, now: at.now })
  }
  const { questions } = await paperFor(db, lesson, item, draft.after, at.now)
  return saveAnswers(db, item, { questions, responses: draft.responses, after: draft.after, now: at.now })
}

/** Submits the questions of a quiz or of a lecture's check; a pass finishes the lesson when nothing else is left. */
export async function submitAnswers(
  db: Db,
  actor: Actor,
  at: LessonAddress,
  sent: { responses: Responses; after: number; wasHeld?: boolean },
): Promise<
  | { ok: true; value: { attempt: Attempt; finish: FinishLesson | undefined } }
  | { ok: false; refusal: Absent | 'attempts-used' | 'already-submitted' }
  | { ok: false; refusal: 'unanswered'; faults: Record<string, AnswerFault> }
> {
  const found = await findItem(db, actor, at)
  if (!found.ok) return found
  const { item, lesson } = found.value
  const paper = await paperFor(db, lesson, item, sent.after, at.now)
  const submitted = await submitQuiz(db, item, { ...paper, ...sent, now: at.now })
  if (!submitted.ok) {
    if (submitted.refusal !== 'unanswered') return { ok: false, refusal: submitted.refusal }
    const faults = answerFaults(paper.questions, acceptResponses(paper.questions, sent.responses))
    return { ok: false, refusal: submitted.refusal, faults }
  }
  const attempt = submitted.value
  return { ok: true, value: { attempt, finish: attempt.passed ? await finishLesson(db, actor, at) : undefined } }
}

/** Marks a lesson as done, after saving what its form holds: the text of a reflection, the word about a transcript. */
export async function markDone(
  db: Db,
  actor: Actor,
  at: LessonAddress,
  form: { text: string | undefined; over?: Date | null; transcriptRead: boolean },
): Promise<FinishLesson | { ok: false; refusal: 'too-long' | 'changed-elsewhere' }> {
  if (form.text !== undefined || form.transcriptRead) {
    const found = await findItem(db, actor, at)
    if (!found.ok) return found
    const { item, lesson } = found.value
    if (form.text !== undefined && lesson.kind === 'reflection') {
      const saved = await saveReflection(db, item, { text: form.text, over: form.over, now: at.now })
      if (!saved.ok) return saved
    }
    if (form.transcriptRead && lesson.kind === 'lecture') await stateTranscriptRead(db, item, at.now)
  }
  return finishLesson(db, actor, at)
}

/** The lesson in the version that the person takes, and where the person's work with it belongs. */
export async function findItem(
  db: Db,
  actor: Actor,
  at: LessonAddress,
): Promise<Outcome<{ lesson: Lesson; item: ItemOf }, Absent>> {
  const enrolment = await findEnrolmentAt(db, actor.personId, at.courseSlug)
  const viewer = enrolment === undefined ? { personId: actor.personId, today: localDay(at.now) } : undefined
  const lesson = await findLesson(db, at.courseSlug, at.lessonSlug, enrolment?.keptRevision, viewer)
  if (lesson === undefined) return refused('no-such-lesson')
  if (enrolment === undefined) return refused('not-enrolled')
  if (!mayStudy(enrolment.window, localDay(at.now))) return refused('not-open')
  const item = { personId: actor.personId, itemId: lesson.lessonId, round: enrolment.round }
  return { ok: true, value: { lesson, item } }
}

/** The questions of the attempt that a page with `after` attempts works on, and what counts for it. */
async function paperFor(
  db: Db,
  lesson: Lesson,
  item: ItemOf,
  after: number,
  now: Date,
): Promise<{ questions: Question[]; pass: number; allowed: number | null }> {
  const lecture = lesson.lectureId === null ? undefined : await findLectureById(db, lesson.lectureId)
  const check = checkOf(lesson, lecture)
  const work = await findItemWork(db, item, lesson.lectureId)
  const questions = inWrittenOrder(await paperOf(db, item, check, work, { number: after + 1, now }), check)
  const { maxAttempts } = check.quiz
  return { questions, pass: check.pass, allowed: maxAttempts === null ? null : maxAttempts + work.extraAttempts }
}
