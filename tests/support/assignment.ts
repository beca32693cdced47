import type { z } from 'zod'
import type { Assignment, courseTerms } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import type { Assessment } from '~/domains/learning'
import { enrol, openLesson } from '~/domains/learning/index.server'
import { assessWork, handIn, type What } from '~/journeys/do-assignment.server'
import type { Db } from '~db/schema'
import { makeCourse, makePerson, type PersonWish, westumFramework } from './factories'

export const monday = new Date('2025-03-24T08:00:00Z')
export const days = (count: number) => new Date(monday.getTime() + count * 86_400_000)
export const said: Assessment = { levels: { mal: 'tydligt' }, comments: {}, comment: 'Målet är lätt att förstå.' }

/** A course of one assignment, and what people do in it. */
export async function assignmentGround(db: Db, assignment: Partial<Assignment>, terms?: z.input<typeof courseTerms>) {
  await westumFramework(db)
  const course = await makeCourse(db, {
    lessons: ['assignment'],
    assignment,
    ...(terms === undefined ? {} : { terms }),
  })
  const lessonId = course.lessons[0]?.lessonId ?? ('' as never)
  const at = (now = monday) => ({ courseSlug: course.slug, lessonSlug: 'lektion-1', now })
  const learner = async (wish: PersonWish = {}): Promise<Actor> => {
    const { actor } = await makePerson(db, wish)
    await enrol(db, { personId: actor.personId, courseId: course.courseId, now: monday })
    return actor
  }
  const hand = (actor: Actor, text = `En plan av ${actor.personId}`, now = monday) =>
    handIn(db, actor, at(now), { text })
  const assess = (actor: Actor, what: What, now = monday, assessment = said) =>
    assessWork(db, actor, at(now), what, assessment)
  const open = async (actor: Actor, now = monday) => {
    const opened = await openLesson(db, actor.personId, { ...at(now), attempt: undefined, language: 'sv' })
    if (opened?.page.assignment == null) throw new Error('The page has no assignment')
    return { page: opened.page, work: opened.page.assignment }
  }
  /** Every work that the person has been given and not answered. */
  const tasksOf = async (actor: Actor, now = monday) => {
    const { work } = await open(actor, now)
    return work.tasks.filter(({ answered }) => !answered).map(({ allocationId }) => allocationId)
  }
  const answerAll = async (actor: Actor, now = monday) => {
    for (const allocationId of await tasksOf(actor, now)) {
      const answered = await assess(actor, { kind: 'peer', allocationId }, now)
      if (!answered.ok) throw new Error(answered.refusal)
    }
  }
  const isFinished = async (actor: Actor) => (await open(actor)).page.finishedAt !== null
  const newestOf = async (actor: Actor) => {
    const row = await db
      .selectFrom('submission')
      .where('person_id', '=', actor.personId)
      .where('lesson_id', '=', lessonId)
      .orderBy('version', 'desc')
      .select('submission_id')
      .executeTakeFirstOrThrow()
    return row.submission_id
  }
  const noticesOf = async (actor: Actor) => {
    const rows = await db
      .selectFrom('outbox')
      .where('person_id', '=', actor.personId)
      .where('kind', 'like', 'assignment-%')
      .select('kind')
      .orderBy('kind')
      .execute()
    return rows.map(({ kind }) => kind)
  }
  return { db, course, lessonId, at, learner, hand, assess, open, tasksOf, answerAll, isFinished, newestOf, noticesOf }
}
