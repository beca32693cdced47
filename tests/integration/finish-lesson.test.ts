import { describe, expect, it } from 'vitest'
import type { Actor } from '~/domains/identity'
import { enrol, findLearnerCourse, saveReflection, submitQuiz } from '~/domains/learning/index.server'
import { finishLesson } from '~/journeys/finish-lesson.server'
import type { Db } from '~db/schema'
import { openedDatabase, testDatabase } from '../support/database'
import {
  type MadeCourse,
  type MadeLesson,
  makeCourse,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  makeQuestions,
  westumFramework,
} from '../support/factories'

const questions = makeQuestions()
const right = { q1: ['a'], q2: ['a', 'b'], q3: ['a'] }
const monday = new Date('2025-03-24T13:03:00Z')
const lateTuesday = new Date('2025-03-25T23:30:00Z')

type Kind = MadeLesson['kind']

async function enrolled(lessons: readonly Kind[]): Promise<{ db: Db; actor: Actor; course: MadeCourse }> {
  const { kysely: db } = await openedDatabase()
  await westumFramework(db)
  const { organisationId } = await makeOrganisation(db)
  const { actor, personId } = await makePerson(db, { organisationId })
  const { projectId } = await makeProject(db, { partnerIds: [organisationId] })
  await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  const competences = [
    { code: 'K1.1', level: 2, weight: 1 },
    { code: 'K2.1', level: 1, weight: 0.4 },
  ]
  const course = await makeCourse(db, { lessons, competences })
  await enrol(db, { personId, courseId: course.courseId, now: monday })
  return { db, actor, course }
}

function step(course: MadeCourse, index: number, now = monday) {
  return { courseSlug: course.slug, lessonSlug: `lektion-${index + 1}`, now }
}

function itemOf(actor: Actor, course: MadeCourse, index: number) {
  const lesson = course.lessons[index]
  if (lesson === undefined) throw new Error('The made course is shorter')
  return { personId: actor.personId, itemId: lesson.lessonId, round: 1 }
}

/** What the finishing of courses has left behind for one person. */
async function traces(db: Db, { personId }: Actor) {
  const of = async (table: 'completion' | 'evidence' | 'time_entry' | 'certificate' | 'outbox') =>
    (await db.selectFrom(table).select('person_id').where('person_id', '=', personId).execute()).length
  return {
    completions: await of('completion'),
    evidence: await of('evidence'),
    timeEntries: await of('time_entry'),
    certificates: await of('certificate'),
    notices: await of('outbox'),
  }
}

describe('finishing a lesson', () => {
  it('records it, says what comes next, and gives no hours before the course is done', async () => {
    const { db, actor, course } = await enrolled(['article', 'article'])
    expect(await finishLesson(db, actor, step(course, 0))).toEqual({
      ok: true,
      value: { created: true, courseFinished: false, nextLessonSlug: 'lektion-2' },
    })
    expect(await traces(db, actor)).toEqual({
      completions: 1,
      evidence: 0,
      timeEntries: 0,
      certificates: 0,
      notices: 0,
    })
  })

  it('leads from the last lesson to completion, evidence, hours, certificate and notice', async () => {
    const { db, actor, course } = await enrolled(['article', 'quiz'])
    await submitQuiz(db, itemOf(actor, course, 1), { questions, pass: 70, responses: right, after: 0, now: monday })
    await finishLesson(db, actor, step(course, 0, monday))
    expect(await finishLesson(db, actor, step(course, 1, lateTuesday))).toMatchObject({
      value: { created: true, courseFinished: true, nextLessonSlug: undefined },
    })
    expect(await traces(db, actor)).toEqual({
      completions: 3,
      evidence: 2,
      timeEntries: 2,
      certificates: 1,
      notices: 1,
    })
    const hours = await db
      .selectFrom('time_entry')
      .select(['worked_on', 'minutes', 'outside_reason'])
      .where('person_id', '=', actor.personId)
      .orderBy('worked_on')
      .execute()
    expect(hours).toEqual([
      { worked_on: '2025-03-24', minutes: 10, outside_reason: null },
      { worked_on: '2025-03-26', minutes: 10, outside_reason: null },
    ])
    const certificate = await db
      .selectFrom('certificate')
      .select('document')
      .where('person_id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    expect(certificate.document).toMatchObject({
      kind: 'godkänt resultat',
      holderName: `${actor.givenName} ${actor.familyName}`,
      minutes: 20,
      finishedOn: '2025-03-26',
    })
    const mine = await findLearnerCourse(db, actor.personId, course.courseId)
    expect(mine).toMatchObject({ done: 2, percent: 100, minutesLeft: 0, finishedAt: lateTuesday })
  })

  it('again changes nothing and begins no other round', async () => {
    const { db, actor, course } = await enrolled(['article'])
    await finishLesson(db, actor, step(course, 0))
    const before = await traces(db, actor)
    await enrol(db, { personId: actor.personId, courseId: course.courseId, now: lateTuesday })
    expect(await finishLesson(db, actor, step(course, 0, lateTuesday))).toEqual({
      ok: true,
      value: { created: false, courseFinished: false, nextLessonSlug: undefined },
    })
    expect(await traces(db, actor)).toEqual(before)
    const { finishedAt, round } = (await findLearnerCourse(db, actor.personId, course.courseId)) ?? {}
    expect({ finishedAt, round }).toEqual({ finishedAt: monday, round: 1 })
  })

  it('twenty times at once happens exactly once', async () => {
    const { db, actor, course } = await enrolled(['article', 'article'])
    const calls = Array.from({ length: 20 }, (_, call) => finishLesson(db, actor, step(course, call % 2)))
    const outcomes = await Promise.all(calls)
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.created)).toHaveLength(2)
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.courseFinished)).toHaveLength(1)
    expect(await traces(db, actor)).toEqual({
      completions: 3,
      evidence: 2,
      timeEntries: 2,
      certificates: 1,
      notices: 1,
    })
  })

  it('leaves nothing behind when a later step fails', async () => {
    const { db, actor, course } = await enrolled(['article'])
    await db
      .updateTable('course')
      .set({ outcomes: [''] })
      .where('course_id', '=', course.courseId)
      .execute()
    await expect(finishLesson(db, actor, step(course, 0))).rejects.toThrow()
    expect(await traces(db, actor)).toEqual({
      completions: 0,
      evidence: 0,
      timeEntries: 0,
      certificates: 0,
      notices: 0,
    })
  })
})

describe('finishing is refused', () => {
  it('with what is left, while the rule of the lesson is not met', async () => {
    const { db, actor, course } = await enrolled(['quiz', 'reflection', 'lecture'])
    const wrong = { q1: ['b'], q2: ['c'], q3: ['b'] }
    await submitQuiz(db, itemOf(actor, course, 0), { questions, pass: 70, responses: wrong, after: 0, now: monday })
    await saveReflection(db, itemOf(actor, course, 1), { text: 'Bara tre ord', now: monday })
    const refusals = []
    for (const index of [0, 1, 2]) refusals.push(await finishLesson(db, actor, step(course, index)))
    expect(refusals).toEqual([
      { ok: false, refusal: 'not-done', left: [{ need: 'pass', percent: 70 }] },
      { ok: false, refusal: 'not-done', left: [{ need: 'words', count: 2 }] },
      {
        ok: false,
        refusal: 'not-done',
        left: [
          { need: 'watch', seconds: 90 },
          { need: 'check', percent: 66 },
        ],
      },
    ])
    expect((await traces(db, actor)).completions).toBe(0)
  })

  it('to somebody who is not enrolled, and for a lesson that does not exist', async () => {
    const { db, course } = await enrolled(['article'])
    const { actor: stranger } = await makePerson(await testDatabase())
    expect(await finishLesson(db, stranger, step(course, 0))).toEqual({ ok: false, refusal: 'not-enrolled' })
    expect(await finishLesson(db, stranger, step(course, 7))).toEqual({ ok: false, refusal: 'no-such-lesson' })
  })
})
