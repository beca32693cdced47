import type { Lecture } from '~/domains/catalogue'
import type { PersonId } from '~/shared/ids'
import { type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { type Responses } from './model'
import { type Remaining, secondsToWatch, whatIsLeft } from './rules'
import { stateTranscriptRead, submitQuiz } from './commands.server'
import { recordLectureCompletion } from './store/lecture-completion.server'
import { findItemWork } from './store/progress.server'

type CheckedLecture = Pick<Lecture, 'lectureId' | 'minutes' | 'durationSeconds' | 'check'>

/**
 * Finishes a lecture outside a course when enough of it has been played, or its transcript read, and the check is
 * passed. `transcriptRead`: the person says so now. A finished one stays finished. Says what is left otherwise.
 */
export async function finishLecture(
  db: Db,
  {
    personId,
    lecture,
    transcriptRead,
    now,
  }: {
    personId: PersonId
    lecture: CheckedLecture
    transcriptRead: boolean
    now: Date
  },
): Promise<{ finished: true } | { finished: false; left: Remaining[] }> {
  const item = { personId, itemId: lecture.lectureId, round: 1 }
  if (transcriptRead) await stateTranscriptRead(db, item, now)
  const work = await findItemWork(db, item, lecture.lectureId)
  const seconds = secondsToWatch(lecture.durationSeconds)
  const left = whatIsLeft({ kind: 'lecture', seconds, pass: lecture.check.pass }, work)
  if (left.length > 0) return { finished: false, left }
  await recordLectureCompletion(db, {
    personId,
    lectureId: lecture.lectureId,
    minutes: lecture.minutes,
    finishedAt: now,
  })
  return { finished: true }
}

/**
 * Submits the check of a lecture outside a course and finishes the lecture when nothing is left. With
 * `transcriptRead` the person says that the transcript was read, in place of playing.
 */
export async function submitLectureCheck(
  db: Db,
  given: {
    personId: PersonId
    lecture: CheckedLecture
    responses: Responses
    after: number
    transcriptRead: boolean
    now: Date
  },
): Promise<Outcome<{ passed: boolean; finished: boolean }, 'unanswered'>> {
  const { personId, lecture, responses, after, transcriptRead, now } = given
  const item = { personId, itemId: lecture.lectureId, round: 1 }
  const { questions, pass } = lecture.check
  if (transcriptRead) await stateTranscriptRead(db, item, now)
  const submitted = await submitQuiz(db, item, { questions, pass, responses, after, now })
  // A lecture's check has no limit of attempts, so an answer that is missing is the only no.
  if (!submitted.ok) return refused('unanswered')
  const { finished } = await finishLecture(db, { personId, lecture, transcriptRead: false, now })
  return { ok: true, value: { passed: submitted.value.passed, finished } }
}
