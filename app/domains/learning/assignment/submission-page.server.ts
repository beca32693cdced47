import { type Assignment, stagesOf } from '~/domains/catalogue'
import { findLesson } from '~/domains/catalogue/index.server'
import { forReading } from '~/shared/editor/for-reading.server'
import type { LessonId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { findDetails } from '../store/assignment/details.server'
import { findSubmissionPlace } from '../store/assignment/submission.server'
import { listWork } from '../store/assignment/worklist.server'
import { findEnrolmentAt } from '../store/enrolment.server'
import type { LeaderScope } from '../store/used-up.server'
import { feedbackOf } from './page.server'
import { type Step, stepsOf, type WorkFacts } from './standing'

/** Why a course leader has nothing to decide; null when there is something. */
function undecidable(assignment: Assignment, facts: WorkFacts, isOwn: boolean) {
  if (isOwn) return 'own' as const
  if (!assignment.leader) return 'noLeader' as const
  if (facts.decision?.word === 'godkand') return 'decided' as const
  return facts.decision !== null && facts.decision.version >= facts.latestVersion ? ('returned' as const) : null
}

const canBeReleased = ({ state }: Step) => state === 'open' || state === 'waiting' || state === 'later'

/**
 * A work as a course leader reads it, by the id of any of its versions; undefined outside the leader's reach. Course
 * leaders see the names that an anonymous round keeps from peers. At most five queries.
 */
export async function openSubmission(
  db: Db,
  submissionId: string,
  ask: { reader: PersonId; scope: LeaderScope; now: Date },
) {
  const [line] = await listWork(db, ask.scope, { now: ask.now, submissionId })
  const place = await findSubmissionPlace(db, submissionId)
  if (line === undefined || place === undefined) return undefined
  const enrolment = await findEnrolmentAt(db, place.personId, place.courseSlug)
  const lesson = await findLesson(db, place.courseSlug, place.lessonSlug, enrolment?.keptRevision)
  const assignment = lesson?.assignment ?? line.assignment
  const item = { personId: place.personId, itemId: place.lessonId as LessonId, round: place.round }
  const details = await findDetails(db, item, ask.now)
  const steps = stepsOf(assignment, details.facts, ask.now)
  const isOwn = place.personId === ask.reader
  return {
    name: line.name,
    course: { slug: line.courseSlug, title: line.courseTitle },
    lesson: { slug: line.lessonSlug, title: line.lessonTitle },
    task: forReading(assignment.task),
    rubric: assignment.rubric,
    versions: details.versions,
    newestId: place.newestId,
    steps,
    feedback: details.reviews.flatMap((review) => feedbackOf(review, true)),
    undecidable: undecidable(assignment, details.facts, isOwn),
    releasable: isOwn
      ? []
      : stagesOf(assignment).flatMap((stage) =>
          stage !== 'leader' && steps.some((step) => step.name === stage && canBeReleased(step)) ? [stage] : [],
        ),
  }
}
