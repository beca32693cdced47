import type { Lesson } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import type { Assessment } from '~/domains/learning'
import { stepsOf } from '~/domains/learning'
import {
  dealOut,
  detachFile,
  findFacts,
  findGivenWork,
  findLatestVersion,
  type HandInRefusal,
  handInVersion,
  insertFile,
  insertReview,
  type ItemOf,
  listAttached,
  lockAssignment,
  lockEnrolmentsOf,
} from '~/domains/learning/index.server'
import { enqueueNotices } from '~/domains/notice/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { assignmentNotice } from './assignment-notices.server'
import type { Holder } from './complete-course.server'
import { type FinishLesson, finishLessonIn } from './finish-lesson.server'
import { findItem, type LessonAddress } from './work-on-lesson.server'

type Absent = 'no-such-lesson' | 'not-enrolled' | 'not-open'
export interface Step {
  /** False when it was done before. */
  created: boolean
  /** What became of the person's lesson by it. */
  finish: FinishLesson
}

function inAssignment<T, R extends string>(
  db: Db,
  actor: Actor,
  at: LessonAddress,
  act: (
    tx: Tx,
    found: { item: ItemOf; lesson: Lesson & { assignment: NonNullable<Lesson['assignment']> } },
  ) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | Absent>> {
  return db.transaction().execute(async (tx): Promise<Outcome<T, R | Absent>> => {
    const found = await findItem(tx, actor, at)
    if (!found.ok) return found
    const { item, lesson } = found.value
    const { assignment } = lesson
    if (assignment === null) return refused('no-such-lesson')
    await lockAssignment(tx, lesson.lessonId)
    return act(tx, { item, lesson: { ...lesson, assignment } })
  })
}

/** Deals out what can be read now and tells those who were given something, but not the one who acts. */
export async function dealAndTell(tx: Tx, actor: Actor, lesson: Lesson, now: Date): Promise<void> {
  const given = await dealOut(tx, lesson, now)
  const notices = given
    .filter(({ reviewerId }) => reviewerId !== actor.personId)
    .map(({ allocationId, reviewerId }) =>
      assignmentNotice('assignment-to-read', reviewerId, named(lesson), { source: allocationId, at: now }),
    )
  await enqueueNotices(tx, notices)
}

const named = ({ courseSlug, slug, title }: Lesson) => ({ courseSlug, lessonSlug: slug, lessonTitle: title })

/**
 * Hands in a version. Others may be given it to read in the same transaction, and the lesson is finished by it when no
 * step is left.
 */
export function handIn(
  db: Db,
  actor: Actor,
  at: LessonAddress,
  { text }: { text: string },
): Promise<Outcome<Step, Absent | HandInRefusal>> {
  return inAssignment<Step, HandInRefusal>(db, actor, at, async (tx, { item, lesson }) => {
    const handed = await handInVersion(tx, item, lesson, { text, now: at.now })
    if (!handed.ok) return handed
    await dealAndTell(tx, actor, lesson, at.now)
    return done({ created: handed.value.created, finish: await finishLessonIn(tx, actor, at) })
  })
}

export type What = { kind: 'train'; exampleKey: string } | { kind: 'self' } | { kind: 'peer'; allocationId: string }

/**
 * Somebody assesses an example, the own work, or a work that was given to be read; once each, a repeat changes nothing.
 * Feedback to another tells that person and may finish the lesson for both.
 */
export function assessWork(
  db: Db,
  actor: Actor,
  at: LessonAddress,
  what: What,
  assessment: Assessment,
): Promise<Outcome<Step, Absent | 'nothing-to-assess' | 'too-late' | 'not-yet'>> {
  return inAssignment<Step, 'nothing-to-assess' | 'too-late' | 'not-yet'>(db, actor, at, async (tx, found) => {
    const { item, lesson } = found
    const { assignment } = lesson
    const base = { ...assessment, reviewerId: actor.personId, decision: null, at: at.now }
    const none = { submissionId: null, allocationId: null, exampleKey: null }
    const steps = stepsOf(assignment, await findFacts(tx, item, at.now), at.now)
    const stateOf = (name: string) => steps.find((step) => step.name === name)?.state
    switch (what.kind) {
      case 'train': {
        const example = assignment.train ? assignment.examples.find(({ key }) => key === what.exampleKey) : undefined
        if (example === undefined) return refused('nothing-to-assess')
        const review = { ...base, ...none, kind: 'train' as const, author: item, exampleKey: example.key }
        const created = (await insertReview(tx, review)) !== undefined
        await dealAndTell(tx, actor, lesson, at.now)
        return done({ created, finish: await finishLessonIn(tx, actor, at) })
      }
      case 'self': {
        const own = await findLatestVersion(tx, item)
        if (!assignment.self || own === undefined) return refused('nothing-to-assess')
        if (stateOf('self') === 'later') return refused('not-yet')
        const review = { ...base, ...none, kind: 'self' as const, author: item, submissionId: own.submissionId }
        const created = (await insertReview(tx, review)) !== undefined
        return done({ created, finish: await finishLessonIn(tx, actor, at) })
      }
      case 'peer': {
        const given = await findGivenWork(tx, what.allocationId, item)
        if (given === undefined) return refused('nothing-to-assess')
        const state = stateOf('peer')
        const author = { personId: given.authorId, itemId: lesson.lessonId, round: given.authorRound }
        const { allocationId, submissionId } = given
        const people = [actor, { ...given, personId: given.authorId }]
        await lockEnrolmentsOf(
          tx,
          lesson.courseId,
          people.map(({ personId }) => personId),
        )
        if (state === 'closed' || state === 'released') return refused('too-late')
        const review = { ...base, ...none, kind: 'peer' as const, author, submissionId, allocationId }
        const reviewId = await insertReview(tx, review)
        if (reviewId !== undefined) {
          const event = { source: reviewId, at: at.now }
          await enqueueNotices(tx, [assignmentNotice('assignment-feedback', given.authorId, named(lesson), event)])
        }
        const finish = await finishAll(tx, people, at)
        return done({ created: reviewId !== undefined, finish: finish.get(actor.personId) ?? refused('not-enrolled') })
      }
    }
  })
}

/** Finishes the lesson for those who have nothing left, one after the other in one order. */
async function finishAll(tx: Tx, people: readonly Holder[], at: LessonAddress): Promise<Map<string, FinishLesson>> {
  const finishes = new Map<string, FinishLesson>()
  for (const person of [...people].sort((a, b) => (a.personId < b.personId ? -1 : 1))) {
    finishes.set(person.personId, await finishLessonIn(tx, person, { ...at, isLate: true }))
  }
  return finishes
}

/** Adds a file that is kept in the storage already; refuses more than the assignment takes. */
export function attachFile(
  db: Db,
  actor: Actor,
  at: LessonAddress,
  file: { fileId: string; name: string; key: string; contentType: string; bytes: number },
): Promise<Outcome<null, Absent | 'too-many' | 'approved'>> {
  return inAssignment<null, 'too-many' | 'approved'>(db, actor, at, async (tx, { item, lesson }) => {
    const facts = await findFacts(tx, item, at.now)
    if (facts.decision?.word === 'godkand') return refused('approved')
    if ((await listAttached(tx, item)).length >= lesson.assignment.mostFiles) return refused('too-many')
    await insertFile(tx, item, { ...file, at: at.now })
    return done(null)
  })
}

/** Takes a file away from what is handed in next; done again, it is gone all the same. */
export function removeFile(db: Db, actor: Actor, at: LessonAddress, fileId: string): Promise<Outcome<null, Absent>> {
  return inAssignment<null, never>(db, actor, at, async (tx, { item }) => {
    await detachFile(tx, item, fileId, at.now)
    return done(null)
  })
}
