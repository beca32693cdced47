import { expect, it } from 'vitest'
import { hasRunOut } from '~/domains/credential'
import { findValidity, listCertificates } from '~/domains/credential/index.server'
import type { Actor } from '~/domains/identity'
import { enrol, findLearnerCourse, listWatches, recordHeartbeat, submitQuiz } from '~/domains/learning/index.server'
import { finishLesson } from '~/journeys/finish-lesson.server'
import { remindCourses } from '~/journeys/remind-courses.server'
import { renewCourse } from '~/journeys/renew-course.server'
import { openedDatabase } from '../support/database'
import {
  type MadeCourse,
  makeCourse,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  makeQuestions,
  westumFramework,
} from '../support/factories'

const { kysely: db } = await openedDatabase()
const right = { q1: ['a'], q2: ['a', 'b'], q3: ['a'] }
const on = (day: string) => new Date(`${day}T09:00:00Z`)

async function participant() {
  await westumFramework(db)
  const { organisationId } = await makeOrganisation(db)
  const { actor, personId } = await makePerson(db, { organisationId })
  const { projectId } = await makeProject(db, { partnerIds: [organisationId] })
  await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  return { actor, personId, projectId }
}

async function finishAll(actor: Actor, course: MadeCourse, round: number, day: string) {
  const quiz = course.lessons[1]
  if (quiz === undefined) throw new Error('The made course is shorter')
  const item = { personId: actor.personId, itemId: quiz.lessonId, round }
  await submitQuiz(db, item, { questions: makeQuestions(), pass: 70, responses: right, after: 0, now: on(day) })
  for (const lessonSlug of ['lektion-1', 'lektion-2'])
    expect(await finishLesson(db, actor, { courseSlug: course.slug, lessonSlug, now: on(day) })).toMatchObject({
      ok: true,
    })
}

const yearly = () =>
  makeCourse(db, { lessons: ['article', 'quiz'], terms: { validity: { months: 12, remindDays: 30 } } })
const told = ({ personId }: Actor) =>
  db
    .selectFrom('outbox')
    .where('person_id', '=', personId)
    .where('kind', '=', 'course-running-out')
    .select('payload')
    .execute()
const rowsOf = (actor: Actor, round: number) =>
  db
    .selectFrom('completion')
    .where('person_id', '=', actor.personId)
    .where('round', '=', round)
    .select(['completion_id', 'item_kind', 'finished_at'])
    .orderBy('completion_id')
    .execute()

it('a course that is renewed is a new round with everything of its own; the old stays to the letter', async () => {
  const { actor, personId, projectId } = await participant()
  const course = await yearly()
  const renew = (day: string) => renewCourse(db, actor, { courseSlug: course.slug, now: on(day) })
  expect(await renew('2024-02-29')).toEqual({ ok: false, refusal: 'not-finished' })
  await enrol(db, { personId, courseId: course.courseId, now: on('2024-02-01') })
  expect(await renew('2024-02-29')).toEqual({ ok: false, refusal: 'not-finished' })
  await finishAll(actor, course, 1, '2024-02-29')
  expect(await findValidity(db, personId, course.courseId)).toEqual({ round: 1, until: '2025-02-28' })
  const first = await rowsOf(actor, 1)
  const [certificate] = await listCertificates(db, personId)
  const document = certificate?.document
  expect(document && [hasRunOut(document, '2025-02-28'), hasRunOut(document, '2025-03-01')]).toEqual([false, true])

  expect(await renew('2025-01-28')).toEqual({ ok: false, refusal: 'not-due' })
  const both = await Promise.all([renew('2025-01-29'), renew('2025-01-29')])
  expect(
    both.map((one) => one.ok && one.value).sort((a, b) => Number(b && b.created) - Number(a && a.created)),
  ).toEqual([
    { round: 2, created: true },
    { round: 2, created: false },
  ])
  expect(await findLearnerCourse(db, personId, course.courseId)).toMatchObject({ round: 2, done: 0, finishedAt: null })
  await finishAll(actor, course, 2, '2025-02-03')
  expect(await findValidity(db, personId, course.courseId)).toEqual({ round: 2, until: '2026-02-03' })

  expect(await rowsOf(actor, 1)).toEqual(first)
  expect(await rowsOf(actor, 2)).toHaveLength(3)
  const certificates = await listCertificates(db, personId)
  expect(certificates.map(({ document: { validUntil } }) => validUntil)).toEqual(['2026-02-03', '2025-02-28'])
  expect(certificates[1]).toEqual(certificate)
  const evidence = await db.selectFrom('evidence').where('person_id', '=', personId).select('completion_id').execute()
  expect(new Set(evidence.map(({ completion_id }) => completion_id)).size).toBe(2)
  const hours = await db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .select(['project_id', 'minutes', 'outside_reason', 'worked_on'])
    .orderBy('worked_on')
    .execute()
  const mine = { project_id: projectId, minutes: 10, outside_reason: null, worked_on: '2024-02-29' }
  const outside = { project_id: null, minutes: 10, outside_reason: 'renewal', worked_on: '2025-02-03' }
  expect(hours).toEqual([mine, mine, outside, outside])
})

it('the time of a renewal is the project’s where the office has decided so', async () => {
  const { actor, personId, projectId } = await participant()
  await db.updateTable('project').set({ renewal_eligible: true }).where('project_id', '=', projectId).execute()
  const course = await yearly()
  await enrol(db, { personId, courseId: course.courseId, now: on('2024-03-01') })
  await finishAll(actor, course, 1, '2024-03-01')
  await renewCourse(db, actor, { courseSlug: course.slug, now: on('2025-03-02') })
  await finishAll(actor, course, 2, '2025-03-03')
  const hours = await db.selectFrom('time_entry').where('person_id', '=', personId).select('project_id').execute()
  expect(hours).toEqual(Array.from({ length: 4 }, () => ({ project_id: projectId })))
})

it('is reminded of once, in its time, and not when the course has been finished anew', async () => {
  const { actor, personId } = await participant()
  const course = await yearly()
  await enrol(db, { personId, courseId: course.courseId, now: on('2024-03-01') })
  await finishAll(actor, course, 1, '2024-03-31')
  await remindCourses(db, on('2025-02-28'))
  expect(await told(actor)).toEqual([])
  for (const day of ['2025-03-01', '2025-03-01', '2025-03-02', '2025-03-31']) await remindCourses(db, on(day))
  const payload = { courseSlug: course.slug, courseTitle: course.title, round: 1, validUntil: '2025-03-31' }
  expect(await told(actor)).toEqual([{ payload }])
  await renewCourse(db, actor, { courseSlug: course.slug, now: on('2025-03-31') })
  await finishAll(actor, course, 2, '2025-03-31')
  await remindCourses(db, on('2026-03-01'))
  expect(await told(actor)).toHaveLength(2)
})

it('begins with nothing watched, and keeps beside what was', async () => {
  const { actor, personId } = await participant()
  const course = await makeCourse(db, { lessons: ['lecture'], terms: { validity: { months: 1 } } })
  const lecture = course.lecture
  if (lecture === undefined) throw new Error('The made course has no lecture')
  await enrol(db, { personId, courseId: course.courseId, now: on('2025-01-01') })
  const beat = { ranges: [[0, 10]] as [number, number][], positionSeconds: 10, rate: 1, now: on('2025-01-02') }
  await recordHeartbeat(db, { ...beat, personId, lectureId: lecture.lectureId })
  expect(await listWatches(db, personId)).toHaveLength(1)
  const item = { personId, itemId: course.lessons[0]?.lessonId ?? ('' as never), round: 1 }
  await submitQuiz(db, item, {
    questions: makeQuestions(),
    pass: 60,
    responses: right,
    after: 0,
    now: on('2025-01-02'),
  })
  await db.updateTable('watch').set({ watched: '{[0,100)}' }).where('person_id', '=', personId).execute()
  expect(
    await finishLesson(db, actor, { courseSlug: course.slug, lessonSlug: 'lektion-1', now: on('2025-01-02') }),
  ).toMatchObject({ ok: true, value: { courseFinished: true } })
  await renewCourse(db, actor, { courseSlug: course.slug, now: on('2025-02-03') })
  expect(await listWatches(db, personId)).toEqual([])
  const past = await db.selectFrom('watch_past').where('person_id', '=', personId).select('watched').execute()
  expect(past).toHaveLength(1)
  expect(
    await finishLesson(db, actor, { courseSlug: course.slug, lessonSlug: 'lektion-1', now: on('2025-02-03') }),
  ).toMatchObject({ ok: false, refusal: 'not-done' })
})
