import { type Lesson, mayStudy } from '~/domains/catalogue'
import { findCourseForCompletion, findLesson } from '~/domains/catalogue/index.server'
import { type Remaining, doneRuleOf, whatIsLeft } from '~/domains/learning'
import {
  findEnrolmentAt,
  findFacts,
  findItemWork,
  type ItemOf,
  listFinishedLessons,
  lockEnrolment,
  recordLessonCompletion,
} from '~/domains/learning/index.server'
import { localDay } from '~/shared/dates'
import { refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { completeCourse, type Holder } from './complete-course.server'

export type FinishLesson =
  | {
      ok: true
      value: {
        /** False when the lesson was finished before. */
        created: boolean
        /** The course was finished by this very step. */
        courseFinished: boolean
        /** The first lesson in the order of the course that is still unfinished. */
        nextLessonSlug: string | undefined
      }
    }
  | { ok: false; refusal: 'no-such-lesson' | 'not-enrolled' | 'not-open' }
  | { ok: false; refusal: 'not-done'; left: Remaining[] }

/**
 * A person finishes a lesson, of the version of the course that the person takes. The last one finishes the course, and
 * with it come evidence, hours, certificate and notice: all in one transaction, once per round, in whatever order and
 * however often it is asked for. Refuses, with what is left, while the lesson's rule is not met.
 */
export function finishLesson(db: Db, holder: Holder, at: LessonAt): Promise<FinishLesson> {
  return db.transaction().execute((tx) => finishLessonIn(tx, holder, at))
}

export interface LessonAt {
  courseSlug: string
  lessonSlug: string
  now: Date
  /** What another does may finish it when the person's own days have passed. */
  isLate?: boolean
}

/** `finishLesson` as a part of what else happens in a transaction. */
export async function finishLessonIn(
  tx: Tx,
  holder: Holder,
  { courseSlug, lessonSlug, now, isLate = false }: LessonAt,
): Promise<FinishLesson> {
  const { personId } = holder
  const enrolled = await findEnrolmentAt(tx, personId, courseSlug)
  if (enrolled === undefined) {
    const viewer = { personId, today: localDay(now) }
    const lesson = await findLesson(tx, courseSlug, lessonSlug, null, viewer)
    return refused(lesson === undefined ? 'no-such-lesson' : 'not-enrolled')
  }
  // Held before the course is read, so that a version published at this moment comes wholly before or wholly after.
  const enrolment = (await lockEnrolment(tx, personId, enrolled.courseId)) ?? enrolled
  const { round, courseId, keptRevision } = enrolment
  const lesson = await findLesson(tx, courseSlug, lessonSlug, keptRevision)
  const course = await findCourseForCompletion(tx, courseId, keptRevision)
  if (lesson === undefined || course === undefined) return refused('no-such-lesson')
  if (!isLate && !mayStudy(enrolment.window, localDay(now))) return refused('not-open')

  const earlier = await listFinishedLessons(tx, personId, courseId, round)
  if (!earlier.some(({ lessonId }) => lessonId === lesson.lessonId)) {
    const left = await leftOf(tx, { personId, itemId: lesson.lessonId, round }, lesson, now)
    if (left.length > 0) return { ok: false, refusal: 'not-done', left }
  }
  const { created } = await recordLessonCompletion(tx, {
    personId,
    lessonId: lesson.lessonId,
    courseId,
    revision: course.revision,
    round,
    minutes: lesson.minutes,
    finishedAt: now,
  })
  const ids = new Set([...earlier.map(({ lessonId }) => lessonId), lesson.lessonId])
  const next = course.lessons.find(({ lessonId }) => !ids.has(lessonId))
  const courseFinished = next === undefined && (await completeCourse(tx, holder, { course, round, now }))
  return { ok: true, value: { created, courseFinished, nextLessonSlug: next?.slug } }
}

async function leftOf(tx: Tx, item: ItemOf, lesson: Lesson, now: Date): Promise<Remaining[]> {
  const work = await findItemWork(tx, item, lesson.lectureId)
  const assignment = lesson.assignment === null ? null : { facts: await findFacts(tx, item, now), now }
  return whatIsLeft(doneRuleOf(lesson, work.lecture), { ...work, assignment })
}
