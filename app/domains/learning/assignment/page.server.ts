import type { Assignment } from '~/domains/catalogue'
import { forReading } from '~/shared/editor/for-reading.server'
import type { ItemWork } from '../model'
import type { KeptReview, WorkDetails } from '../store/assignment/details.server'
import type { AssignmentPage, Feedback } from './page'
import { leftOf, stepsOf } from './standing'

/** What the page of an assignment shows to the person whose work it is. Names of an anonymous round stay here. */
export function assignmentPage(
  assignment: Assignment,
  details: WorkDetails,
  work: Pick<ItemWork, 'reflection' | 'savedAt'>,
  { isFinished, now }: { isFinished: boolean; now: Date },
): AssignmentPage {
  const { facts, versions, attached, reviews, tasks, readers, releases } = details
  const steps = stepsOf(assignment, facts, now)
  const isNamed = assignment.peer?.anonymous === false
  const [latest] = versions
  const ids = (files: readonly { fileId: string }[]) => files.map(({ fileId }) => fileId).join()
  return {
    task: forReading(assignment.task),
    minWords: assignment.minWords,
    mostFiles: assignment.mostFiles,
    isAnonymous: !isNamed,
    rubric: assignment.rubric,
    draft: { text: work.reflection, savedAt: work.savedAt?.toISOString() ?? null },
    attached,
    mayHandIn: !isFinished && facts.decision?.word !== 'godkand' && leftOf(steps).length > 0,
    isChanged: latest === undefined || latest.text !== work.reflection.trim() || ids(latest.files) !== ids(attached),
    versions: versions.map(({ submissionId: _id, ...version }) => version),
    steps,
    examples: assignment.train
      ? assignment.examples.map(({ key, title }) => ({ key, title, isAssessed: facts.trained.includes(key) }))
      : [],
    tasks: tasks.map(({ allocationId, name, answered }) => ({ allocationId, name: isNamed ? name : null, answered })),
    readers: isNamed ? readers : [],
    feedback: reviews.flatMap((review) => feedbackOf(review, isNamed)),
    releases: releases.map(({ stage, reason, by }) => ({ stage, reason, by })),
  }
}

/** A review of the work itself; those of examples are shown on the pages of the examples. */
export function feedbackOf(review: KeptReview, isNamed: boolean): Feedback[] {
  const { kind, exampleKey: _example, reviewer, ...said } = review
  if (kind === 'train') return []
  return [{ ...said, kind, reviewer: kind === 'peer' && !isNamed ? null : reviewer }]
}
