import type { Stage } from '~/domains/catalogue'
import { stagesOf } from '~/domains/catalogue'
import { findLesson } from '~/domains/catalogue/index.server'
import { type Actor, isReason } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { type Assessment, canLeadAssignments, leadScope, stepsOf } from '~/domains/learning'
import {
  findEnrolmentAt,
  findFacts,
  findSubmissionPlace,
  insertRelease,
  insertReview,
  listWork,
  lockAssignment,
  lockEnrolmentsOf,
  type SubmissionPlace,
} from '~/domains/learning/index.server'
import { enqueueNotice } from '~/domains/notice/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { LessonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import { assignmentNotice } from './assignment-notices.server'
import { dealAndTell } from './do-assignment.server'
import { finishLessonIn } from './finish-lesson.server'

type Refusal = 'not-allowed' | 'not-found' | 'own'

/** What a course leader has before them: the work, and the lesson as its author takes it. */
async function holdWork(tx: Tx, actor: Actor, submissionId: string, now: Date) {
  if (!canLeadAssignments(actor)) return refused('not-allowed')
  const [line] = await listWork(tx, leadScope(actor), { now, submissionId })
  const place = await findSubmissionPlace(tx, submissionId)
  if (line === undefined || place === undefined) return refused('not-found')
  if (place.personId === actor.personId) return refused('own')
  await lockAssignment(tx, place.lessonId)
  await lockEnrolmentsOf(tx, place.courseId, [place.personId])
  const enrolment = await findEnrolmentAt(tx, place.personId, place.courseSlug)
  const lesson = await findLesson(tx, place.courseSlug, place.lessonSlug, enrolment?.keptRevision)
  if (lesson === undefined || lesson.assignment === null) return refused('not-found')
  // Read again: somebody may have handed in while this one waited.
  const held = (await findSubmissionPlace(tx, submissionId)) ?? place
  return done({ place: held, lesson, assignment: lesson.assignment })
}

const itemOf = (place: SubmissionPlace) => ({
  personId: place.personId,
  itemId: place.lessonId as LessonId,
  round: place.round,
})
const addressOf = (place: SubmissionPlace, now: Date) => ({
  courseSlug: place.courseSlug,
  lessonSlug: place.lessonSlug,
  now,
  isLate: true,
})

export type DecideRefusal = Refusal | 'no-step' | 'changed' | 'comment'

/**
 * A course leader gives feedback on the version that was read and approves it or sends it back; a newer version is not
 * decided on unread. The author is told, and an approval finishes the lesson when no other step is left.
 */
export function decideSubmission(
  db: Db,
  actor: Actor,
  given: { submissionId: string; decision: 'godkand' | 'komplettera'; assessment: Assessment; now: Date },
): Promise<Outcome<{ finished: boolean }, DecideRefusal>> {
  const { submissionId, decision, assessment, now } = given
  return db.transaction().execute(async (tx): Promise<Outcome<{ finished: boolean }, DecideRefusal>> => {
    const held = await holdWork(tx, actor, submissionId, now)
    if (!held.ok) return held
    const { place, lesson, assignment } = held.value
    const author = itemOf(place)
    const facts = await findFacts(tx, author, now)
    if (!assignment.leader) return refused('no-step')
    if (place.version !== place.newestVersion) return refused('changed')
    if (decision === 'komplettera' && assessment.comment === '') return refused('comment')
    const isDecided =
      facts.decision?.word === 'godkand' ||
      (facts.decision?.word === decision && facts.decision.version === place.version)
    if (!isDecided) {
      const none = { allocationId: null, exampleKey: null }
      const review = { ...assessment, ...none, kind: 'leader' as const, author, reviewerId: actor.personId }
      const reviewId = await insertReview(tx, { ...review, submissionId, decision, at: now })
      const kind = decision === 'godkand' ? 'assignment-approved' : 'assignment-returned'
      const told = { courseSlug: place.courseSlug, lessonSlug: place.lessonSlug, lessonTitle: lesson.title }
      await enqueueNotice(tx, assignmentNotice(kind, place.personId, told, { source: reviewId ?? '', at: now }))
      await recordAudit(tx, {
        actorId: actor.personId,
        action: 'assignment.decided',
        subjectKind: 'person',
        subjectId: place.personId,
        detail: { lessonId: place.lessonId, version: place.version, decision },
        at: now,
      })
    }
    const finish = await finishLessonIn(tx, place, addressOf(place, now))
    return done({ finished: finish.ok && finish.value.created })
  })
}

export type ReleaseRefusal = Refusal | 'no-step' | 'reason'

/** A course leader finishes a step for somebody, with a reason that the person is told; done before, nothing more happens. */
export function releaseStage(
  db: Db,
  actor: Actor,
  given: { submissionId: string; stage: Exclude<Stage, 'leader'>; reason: string; now: Date },
): Promise<Outcome<{ finished: boolean }, ReleaseRefusal>> {
  const { submissionId, stage, now } = given
  const reason = given.reason.trim().slice(0, 1000)
  return db.transaction().execute(async (tx): Promise<Outcome<{ finished: boolean }, ReleaseRefusal>> => {
    const held = await holdWork(tx, actor, submissionId, now)
    if (!held.ok) return held
    const { place, lesson, assignment } = held.value
    const author = itemOf(place)
    if (!stagesOf(assignment).includes(stage)) return refused('no-step')
    if (!isReason(reason)) return refused('reason')
    const steps = stepsOf(assignment, await findFacts(tx, author, now), now)
    const isDone = steps.some((step) => step.name === stage && ['done', 'released', 'closed'].includes(step.state))
    if (!isDone && (await insertRelease(tx, author, { stage, reason, by: actor.personId, at: now }))) {
      const told = { courseSlug: place.courseSlug, lessonSlug: place.lessonSlug, lessonTitle: lesson.title }
      const source = `${place.newestId}:${stage}`
      await enqueueNotice(tx, assignmentNotice('assignment-released', place.personId, told, { source, at: now }))
      await recordAudit(tx, {
        actorId: actor.personId,
        action: 'assignment.released',
        subjectKind: 'person',
        subjectId: place.personId,
        reason,
        detail: { lessonId: place.lessonId, stage },
        at: now,
      })
      await dealAndTell(tx, actor, lesson, now)
    }
    const finish = await finishLessonIn(tx, place, addressOf(place, now))
    return done({ finished: finish.ok && finish.value.created })
  })
}
