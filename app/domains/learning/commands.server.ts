import type { Question } from '~/domains/catalogue'
import type { CohortId, CourseId, PersonId } from '~/shared/ids'
import { type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import {
  type Attempt,
  type Enrolment,
  type Responses,
  DRAWN_KEY,
  PROMPT_PREFIX,
  REFLECTION_KEY,
  TRANSCRIPT_KEY,
} from './model'
import { acceptResponses, answerFaults, scoreQuiz } from './quiz'
import { type ItemOf, deleteAnswers, replaceAnswer, upsertAnswers } from './store/answer.server'
import { findLatestAttempt, insertAttempt, lockAttempts } from './store/attempt.server'
import { findEnrolment, insertEnrolment } from './store/enrolment.server'

/** More than a long essay; longer texts are refused rather than cut. */
export const LONGEST_TEXT = 20_000

/** Enrols in the first round; repeating it changes nothing and never begins another round. */
export async function enrol(
  db: Db,
  {
    personId,
    courseId,
    cohortId = null,
    now,
  }: { personId: PersonId; courseId: CourseId; cohortId?: CohortId | null; now: Date },
): Promise<Outcome<Enrolment & { created: boolean }, 'no-such-course'>> {
  const present = await findEnrolment(db, personId, courseId)
  if (present !== undefined) return { ok: true, value: { ...present, created: false } }
  const created = await insertEnrolment(db, personId, courseId, now, cohortId)
  const enrolment = await findEnrolment(db, personId, courseId)
  return enrolment === undefined ? refused('no-such-course') : { ok: true, value: { ...enrolment, created } }
}

/**
 * Saves given answers as drafts. `after` is the number of attempts that the page knew of: an answer that arrives when
 * a later attempt has been submitted belongs to the past and is refused.
 */
export async function saveAnswers(
  db: Db,
  item: ItemOf,
  given: { questions: readonly Question[]; responses: Responses; after: number; now: Date },
): Promise<Outcome<{ savedAt: Date }, 'unknown-question' | 'already-submitted'>> {
  const answers = Object.entries(acceptResponses(given.questions, given.responses))
  if (answers.length === 0) return refused('unknown-question')
  const rows = answers.map(([key, response]) => ({ key, response }))
  const stored = await upsertAnswers(db, item, rows, given.after, given.now)
  return stored ? { ok: true, value: { savedAt: given.now } } : refused('already-submitted')
}

/** Saves one answer as it is given; see saveAnswers. */
export function saveAnswer(
  db: Db,
  item: ItemOf,
  given: { questions: readonly Question[]; questionKey: string; chosen: string[]; after: number; now: Date },
): Promise<Outcome<{ savedAt: Date }, 'unknown-question' | 'already-submitted'>> {
  return saveAnswers(db, item, { ...given, responses: { [given.questionKey]: given.chosen } })
}

/** What is handed in; `allowed` attempts may be made at most, any number when it is left out. */
export interface HandedIn {
  questions: readonly Question[]
  pass: number
  allowed?: number | null
  responses: Responses
  after: number
  /** Handed in without a connection: refused when a later attempt has been handed in meanwhile, so that none is spent. */
  wasHeld?: boolean
  now: Date
}

/**
 * Submits all answers as the next attempt; every attempt is kept, with its questions as they were asked. With a question
 * unanswered the rest is saved and nothing submitted. The same answers sent twice from one page are one attempt. Opens
 * its own transaction.
 */
export async function submitQuiz(
  db: Db,
  item: ItemOf,
  given: HandedIn,
): Promise<Outcome<Attempt, 'unanswered' | 'attempts-used' | 'already-submitted'>> {
  const responses = acceptResponses(given.questions, given.responses)
  if (Object.keys(answerFaults(given.questions, responses)).length > 0) {
    const rows = Object.entries(responses).map(([key, response]) => ({ key, response }))
    if (rows.length > 0) await upsertAnswers(db, item, rows, given.after, given.now)
    return refused('unanswered')
  }
  return db.transaction().execute(async (tx): Promise<Outcome<Attempt, 'attempts-used' | 'already-submitted'>> => {
    await lockAttempts(tx, item)
    const latest = await findLatestAttempt(tx, item)
    if (latest !== undefined && latest.number > given.after && sameResponses(latest.responses, responses)) {
      return { ok: true, value: latest }
    }
    if (given.wasHeld === true && latest !== undefined && latest.number > given.after)
      return refused('already-submitted')
    const number = (latest?.number ?? 0) + 1
    if (typeof given.allowed === 'number' && number > given.allowed) return refused('attempts-used')
    const { score, passed } = scoreQuiz(given.questions, responses, given.pass)
    const attempt = { number, responses, score, passed, submittedAt: given.now, questions: [...given.questions] }
    await insertAttempt(tx, item, attempt)
    await deleteAnswers(tx, item, [...given.questions.map((question) => question.key), DRAWN_KEY])
    return { ok: true, value: attempt }
  })
}

function sameResponses(a: Responses, b: Responses): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key]?.join() === b[key]?.join())
}

/** A text as it is saved. `over` is the saved time of the text that it was written over, null for none. */
export interface GivenText {
  text: string
  /** When it is given, a text that has changed elsewhere since is left as it is. */
  over?: Date | null | undefined
  now: Date
}
type TextSaved = Promise<Outcome<{ savedAt: Date }, 'too-long' | 'changed-elsewhere'>>

/** Saves the text of a reflection; an empty text too, so that a deleted text stays deleted. Line ends become plain line feeds. */
export async function saveReflection(db: Db, item: ItemOf, given: GivenText): TextSaved {
  return saveText(db, item, REFLECTION_KEY, given)
}

/** Saves the answer to a question in the text; as saveReflection. */
export async function savePrompt(db: Db, item: ItemOf, given: GivenText & { key: string }): TextSaved {
  return saveText(db, item, `${PROMPT_PREFIX}${given.key}`, given)
}

async function saveText(db: Db, item: ItemOf, key: string, { text, over, now }: GivenText): TextSaved {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\u0000/g, '')
  if (plain.length > LONGEST_TEXT) return refused('too-long')
  const answer = { key, response: { text: plain } }
  if (over === undefined) await upsertAnswers(db, item, [answer], Number.MAX_SAFE_INTEGER, now)
  else if (!(await replaceAnswer(db, item, { ...answer, over }, now))) return refused('changed-elsewhere')
  return { ok: true, value: { savedAt: now } }
}

/** Records that the person says that the whole transcript is read, in place of playing the lecture. */
export async function stateTranscriptRead(db: Db, item: ItemOf, now: Date): Promise<void> {
  await upsertAnswers(db, item, [{ key: TRANSCRIPT_KEY, response: true }], Number.MAX_SAFE_INTEGER, now)
}
