import type { CourseForCompletion, Lesson } from '~/domains/catalogue'
import { findCourseForCompletion, findLesson } from '~/domains/catalogue/index.server'
import { grantEvidence } from '~/domains/competence/index.server'
import type { CertificateDocument } from '~/domains/credential'
import { issueCertificate } from '~/domains/credential/index.server'
import type { Actor } from '~/domains/identity'
import { type Remaining, doneRuleOf, whatIsLeft } from '~/domains/learning'
import {
  type FinishedLesson,
  findItemWork,
  listFinishedLessons,
  lockEnrolment,
  recordCourseCompletion,
  recordLessonCompletion,
} from '~/domains/learning/index.server'
import { enqueueNotice } from '~/domains/notice/index.server'
import { creditTime } from '~/domains/participation/index.server'
import { localDay } from '~/shared/dates'
import { refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'

const ISSUER = 'Nätverk Westum'

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
  | { ok: false; refusal: 'no-such-lesson' | 'not-enrolled' }
  | { ok: false; refusal: 'not-done'; left: Remaining[] }

/**
 * A person finishes a lesson. The last one finishes the course, and with it come evidence, hours, certificate and
 * notice: all in one transaction, once per round, in whatever order and however often it is asked for.
 * Refuses, with what is left, while the lesson's rule is not met.
 */
export function finishLesson(
  db: Db,
  actor: Actor,
  { courseSlug, lessonSlug, now }: { courseSlug: string; lessonSlug: string; now: Date },
): Promise<FinishLesson> {
  return db.transaction().execute(async (tx): Promise<FinishLesson> => {
    const lesson = await findLesson(tx, courseSlug, lessonSlug)
    const course = lesson && (await findCourseForCompletion(tx, lesson.courseId))
    if (lesson === undefined || course === undefined) return refused('no-such-lesson')
    const enrolment = await lockEnrolment(tx, actor.personId, course.courseId)
    if (enrolment === undefined) return refused('not-enrolled')
    const { round } = enrolment

    const earlier = await listFinishedLessons(tx, actor.personId, course.courseId, round)
    if (!earlier.some(({ lessonId }) => lessonId === lesson.lessonId)) {
      const left = await leftOf(tx, actor, lesson, round)
      if (left.length > 0) return { ok: false, refusal: 'not-done', left }
    }
    const { created } = await recordLessonCompletion(tx, {
      personId: actor.personId,
      lessonId: lesson.lessonId,
      courseId: course.courseId,
      revision: course.revision,
      round,
      minutes: lesson.minutes,
      finishedAt: now,
    })
    const finished = created ? await listFinishedLessons(tx, actor.personId, course.courseId, round) : earlier
    const ids = new Set(finished.map(({ lessonId }) => lessonId))
    const next = course.lessons.find(({ lessonId }) => !ids.has(lessonId))
    const courseFinished = next === undefined && (await finishCourse(tx, actor, { course, round, finished, now }))
    return { ok: true, value: { created, courseFinished, nextLessonSlug: next?.slug } }
  })
}

async function leftOf(tx: Tx, actor: Actor, lesson: Lesson, round: number): Promise<Remaining[]> {
  const item = { personId: actor.personId, itemId: lesson.lessonId, round }
  const work = await findItemWork(tx, item, lesson.lectureId)
  return whatIsLeft(doneRuleOf(lesson, work.lecture), work)
}

/** False when the course was finished before; nothing is then written. */
async function finishCourse(
  tx: Tx,
  actor: Actor,
  {
    course,
    round,
    finished,
    now,
  }: { course: CourseForCompletion; round: number; finished: FinishedLesson[]; now: Date },
): Promise<boolean> {
  const { personId } = actor
  const minutes = finished.reduce((sum, lesson) => sum + lesson.minutes, 0)
  const { courseId, revision } = course
  const completion = await recordCourseCompletion(tx, { personId, courseId, revision, round, minutes, finishedAt: now })
  if (!completion.created) return false
  const { completionId } = completion
  await grantEvidence(tx, { personId, completionId, finishedAt: now, competences: course.competences })
  await creditTime(tx, {
    personId,
    items: finished.map((lesson) => ({
      completionId: lesson.completionId,
      title: `${course.title}: ${lesson.title}`,
      minutes: lesson.minutes,
      finishedAt: lesson.finishedAt,
    })),
    recordedAt: now,
  })
  const document = certificateOf(actor, course, finished, minutes, now)
  const { code } = await issueCertificate(tx, { personId, completionId, document, issuedAt: now })
  await enqueueNotice(tx, {
    personId,
    kind: 'course-finished',
    sourceId: completionId,
    payload: { courseSlug: course.slug, courseTitle: course.title, minutes, certificateCode: code },
    createdAt: now,
  })
  return true
}

function certificateOf(
  actor: Actor,
  course: CourseForCompletion,
  finished: FinishedLesson[],
  minutes: number,
  now: Date,
): CertificateDocument {
  return {
    kind: course.assessed ? 'godkänt resultat' : 'deltagande',
    title: course.title,
    holderName: `${actor.givenName} ${actor.familyName}`,
    minutes,
    level: course.level,
    outcomes: course.outcomes,
    finishedOn: localDay(now),
    issuer: ISSUER,
    language: 'sv',
    revision: course.revision,
    sources: finished.map((lesson) => ({
      title: lesson.title,
      minutes: lesson.minutes,
      finishedOn: localDay(lesson.finishedAt),
    })),
  }
}
