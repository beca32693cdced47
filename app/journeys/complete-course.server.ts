import { type CourseForCompletion, languageFor, titledIn, validUntil } from '~/domains/catalogue'
import { grantEvidence } from '~/domains/competence/index.server'
import type { CertificateDocument } from '~/domains/credential'
import { issueCertificate } from '~/domains/credential/index.server'
import { type FinishedLesson, listFinishedLessons, recordCourseCompletion } from '~/domains/learning/index.server'
import { enqueueNotice } from '~/domains/notice/index.server'
import { creditTime } from '~/domains/participation/index.server'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import type { Tx } from '~db/schema'

const ISSUER = 'Nätverk Westum'

export interface Holder {
  personId: PersonId
  givenName: string
  familyName: string
  /** The certificate is in it when the course has it. */
  language: Language
}

/**
 * Finishes a course for somebody who has finished every lesson of it, with evidence, hours, certificate and notice; the
 * version is the one that the course is given in. False, and nothing written, when a lesson is left or the course was
 * finished before.
 */
export async function completeCourse(
  tx: Tx,
  holder: Holder,
  { course, round, now }: { course: CourseForCompletion; round: number; now: Date },
): Promise<boolean> {
  const { personId } = holder
  const { courseId, revision } = course
  const finished = await listFinishedLessons(tx, personId, courseId, round)
  const ids = new Set(finished.map(({ lessonId }) => lessonId))
  if (course.lessons.length === 0 || !course.lessons.every(({ lessonId }) => ids.has(lessonId))) return false
  const minutes = finished.reduce((sum, lesson) => sum + lesson.minutes, 0)
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
    isRenewal: round > 1,
    recordedAt: now,
  })
  const document = certificateOf(holder, course, finished, minutes, now)
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
  holder: Holder,
  course: CourseForCompletion,
  finished: FinishedLesson[],
  minutes: number,
  now: Date,
): CertificateDocument {
  const until = validUntil(course.terms.validity, localDay(now))
  const language = languageFor(course.language, course.translations, holder.language)
  const { title, outcomes } = course.translations[language] ?? course
  const titled = titledIn(finished, course.lessons, language)
  return {
    kind: course.assessed ? 'godkänt resultat' : 'deltagande',
    title,
    holderName: `${holder.givenName} ${holder.familyName}`,
    minutes,
    level: course.level,
    outcomes,
    finishedOn: localDay(now),
    issuer: ISSUER,
    language,
    revision: course.revision,
    ...(until === null ? {} : { validUntil: until }),
    sources: titled.map((lesson) => ({
      title: lesson.title,
      minutes: lesson.minutes,
      finishedOn: localDay(lesson.finishedAt),
    })),
  }
}
