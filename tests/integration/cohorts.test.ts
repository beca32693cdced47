import { describe, expect, it } from 'vitest'
import type { CourseTerms } from '~/domains/catalogue'
import { addCohort, closeCohort, findCohort, saveCohort } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import {
  countMembers,
  findLearnerCourse,
  listMembers,
  listOfferedCohorts,
  openLesson,
} from '~/domains/learning/index.server'
import { enrolInCourse } from '~/journeys/enrol-in-course.server'
import { finishLesson } from '~/journeys/finish-lesson.server'
import { remindCourses } from '~/journeys/remind-courses.server'
import { saveDraft } from '~/journeys/work-on-lesson.server'
import { openedDatabase } from '../support/database'
import { makeActor, makeCohort, makeCourse, makeOrganisation, makePerson, westumFramework } from '../support/factories'

const { kysely: db } = await openedDatabase()
const on = (day: string) => new Date(`${day}T09:00:00Z`)
const monday = on('2025-03-24')

async function teacher(): Promise<Actor> {
  const { organisationId } = await makeOrganisation(db)
  return (await makePerson(db, { organisationId })).actor
}
const course = (schedule: Partial<CourseTerms['schedule']> = {}) =>
  makeCourse(db, { lessons: ['article', 'reflection'], terms: { schedule } })
const told = ({ personId }: Actor) =>
  db
    .selectFrom('outbox')
    .where('person_id', '=', personId)
    .where('kind', '=', 'course-deadline')
    .select('payload')
    .execute()

describe('a cohort', () => {
  it('gives its last seat to one of two who want it at once', async () => {
    const { slug, courseId } = await course()
    const { cohortId } = await makeCohort(db, { courseId, seats: 2 })
    const begin = (actor: Actor) => enrolInCourse(db, actor, { courseSlug: slug, cohortId, now: monday })
    expect(await begin(await teacher())).toMatchObject({ ok: true })
    const both = await Promise.all([begin(await teacher()), begin(await teacher())])
    expect(both.map((one) => (one.ok ? 'in' : one.refusal)).sort()).toEqual(['full', 'in'])
    expect(await countMembers(db, cohortId)).toBe(2)
    expect(await listOfferedCohorts(db, courseId)).toMatchObject([{ cohortId, seats: 2, taken: 2 }])
  })

  it('is needed where the course is taken in cohorts alone, and is one of the course that is open', async () => {
    const { slug, courseId } = await course({ cohortsOnly: true })
    const { cohortId: ofOther } = await makeCohort(db, { courseId: (await course()).courseId })
    const { cohortId } = await makeCohort(db, { courseId })
    const actor = await teacher()
    const begin = (chosen?: string) =>
      enrolInCourse(db, actor, { courseSlug: slug, now: monday, ...(chosen === undefined ? {} : { cohortId: chosen }) })
    expect(await begin()).toEqual({ ok: false, refusal: 'cohort-needed' })
    for (const wrong of [ofOther, 'x', crypto.randomUUID()])
      expect(await begin(wrong)).toEqual({ ok: false, refusal: 'no-such-cohort' })
    const editor = await makeActor(db, 'redaktor')
    await closeCohort(db, editor, { cohortId, isClosed: true, now: monday })
    expect(await begin(cohortId)).toEqual({ ok: false, refusal: 'no-such-cohort' })
    await closeCohort(db, editor, { cohortId, isClosed: false, now: monday })
    expect(await begin(cohortId)).toMatchObject({ ok: true })
  })

  it('is made and changed by those who make the course, and never gets fewer seats than are taken', async () => {
    const { slug, courseId } = await course()
    const [editor, stranger] = [await makeActor(db, 'redaktor'), await makeActor(db, 'kursansvarig')]
    const plan = { name: 'Våren', startsOn: null, deadlineOn: null, seats: 2, leaderId: null }
    expect(await addCohort(db, stranger, { courseId, plan, now: monday })).toEqual({ ok: false, refusal: 'not-found' })
    const made = await addCohort(db, editor, { courseId, plan, now: monday })
    if (!made.ok) throw new Error(made.refusal)
    expect(await addCohort(db, editor, { courseId, plan, now: monday })).toEqual({ ok: false, refusal: 'taken' })
    const cohortId = made.value
    for (const actor of [await teacher(), await teacher()])
      await enrolInCourse(db, actor, { courseSlug: slug, cohortId, now: monday })
    const save = (actor: Actor, seats: number) =>
      saveCohort(db, actor, { cohortId, plan: { ...plan, name: 'Våren 2025', seats }, now: monday }, countMembers)
    expect(await save(stranger, 3)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await save(editor, 1)).toEqual({ ok: false, refusal: 'seats-taken' })
    expect(await save(editor, 3)).toMatchObject({ ok: true })
    expect(await findCohort(db, cohortId)).toMatchObject({ name: 'Våren 2025', seats: 3, isClosed: false })
  })

  it('shows its members within the reader’s reach, the protected by alias, and lessons alone', async () => {
    await westumFramework(db)
    const { slug, courseId } = await course()
    const [own, other] = [await makeOrganisation(db), await makeOrganisation(db)]
    const { cohortId } = await makeCohort(db, { courseId })
    const one = await makePerson(db, { organisationId: own.organisationId, givenName: 'Aino', familyName: 'Ekvall' })
    const hidden = await makePerson(db, {
      organisationId: own.organisationId,
      protection: 'protected',
      familyName: 'Gömsten',
    })
    const away = await makePerson(db, { organisationId: other.organisationId })
    for (const { actor } of [one, hidden, away])
      await enrolInCourse(db, actor, { courseSlug: slug, cohortId, now: monday })
    await finishLesson(db, one.actor, { courseSlug: slug, lessonSlug: 'lektion-1', now: monday })
    const scope = { everywhere: false, organisationIds: [own.organisationId] }
    const members = await listMembers(db, cohortId, scope)
    expect(members.map(({ personId }) => personId).sort()).toEqual([one.personId, hidden.personId].sort())
    expect(members.find(({ personId }) => personId === one.personId)).toMatchObject({
      name: 'Aino Ekvall',
      done: 1,
      total: 2,
      finishedAt: null,
    })
    expect(members.find(({ personId }) => personId === hidden.personId)?.name).toMatch(/^Deltagare /)
    expect(JSON.stringify(members)).not.toContain(hidden.familyName)
    expect(await listMembers(db, cohortId, { everywhere: true, organisationIds: [] })).toHaveLength(3)
    expect(await listMembers(db, cohortId, { everywhere: false, organisationIds: [] })).toEqual([])
  })
})

describe('the days of a course', () => {
  const lesson = (slug: string, day: string) => ({ courseSlug: slug, lessonSlug: 'lektion-1', now: on(day) })
  const opened = async (actor: Actor, slug: string, day: string) =>
    (await openLesson(db, actor.personId, { ...lesson(slug, day), attempt: undefined, language: 'sv' }))?.page.study

  it('shut the lessons before the start, to those in the course and to those who look', async () => {
    const { slug, courseId } = await course({ startsOn: '2025-04-01' })
    const { cohortId } = await makeCohort(db, { courseId, startsOn: '2025-03-01' })
    const [alone, grouped] = [await teacher(), await teacher()]
    await enrolInCourse(db, alone, { courseSlug: slug, now: monday })
    await enrolInCourse(db, grouped, { courseSlug: slug, cohortId, now: monday })
    expect(await opened(alone, slug, '2025-03-31')).toMatchObject({
      state: 'before',
      startsOn: '2025-04-01',
      isShut: true,
    })
    expect(await opened(await teacher(), slug, '2025-03-31')).toMatchObject({ isShut: true })
    expect(await opened(alone, slug, '2025-04-01')).toMatchObject({ state: 'open', isShut: false })
    expect(await opened(grouped, slug, '2025-03-24')).toMatchObject({ state: 'open', isShut: false })
    expect(await finishLesson(db, alone, lesson(slug, '2025-03-31'))).toEqual({ ok: false, refusal: 'not-open' })
    const at = { courseSlug: slug, lessonSlug: 'lektion-2', now: on('2025-03-31') }
    expect(await saveDraft(db, alone, at, { kind: 'text', text: 'x' })).toEqual({ ok: false, refusal: 'not-open' })
    expect(await finishLesson(db, grouped, lesson(slug, '2025-03-31'))).toMatchObject({ ok: true })
    expect(await finishLesson(db, alone, lesson(slug, '2025-04-01'))).toMatchObject({ ok: true })
  })

  it.each([
    ['oppen', 'late', true],
    ['stangd', 'shut', false],
  ] as const)('after a deadline that leaves it %s, the course is %s', async (afterDeadline, state, works) => {
    const { slug } = await course({ deadlineOn: '2025-04-30', afterDeadline })
    const actor = await teacher()
    await enrolInCourse(db, actor, { courseSlug: slug, now: monday })
    expect(await opened(actor, slug, '2025-04-30')).toMatchObject({ state: 'open' })
    expect(await opened(actor, slug, '2025-05-01')).toMatchObject({ state, isShut: !works })
    expect((await finishLesson(db, actor, lesson(slug, '2025-05-01'))).ok).toBe(works)
    expect((await enrolInCourse(db, await teacher(), { courseSlug: slug, now: on('2025-05-01') })).ok).toBe(works)
  })

  it('are reminded of in time and the day before, until the course is done', async () => {
    const { slug, title, courseId } = await course({ remindDays: 7 })
    const { cohortId } = await makeCohort(db, { courseId, deadlineOn: '2025-04-30' })
    const [slow, quick] = [await teacher(), await teacher()]
    for (const actor of [slow, quick]) await enrolInCourse(db, actor, { courseSlug: slug, cohortId, now: monday })
    expect(await findLearnerCourse(db, slow.personId, courseId)).toMatchObject({
      window: { startsOn: null, deadlineOn: '2025-04-30' },
    })
    await remindCourses(db, on('2025-04-22'))
    expect(await told(slow)).toEqual([])
    for (const day of ['2025-04-23', '2025-04-23', '2025-04-25']) await remindCourses(db, on(day))
    const payload = { courseSlug: slug, courseTitle: title, deadlineOn: '2025-04-30', round: 1 }
    expect([await told(slow), await told(quick)]).toEqual([[{ payload }], [{ payload }]])
    await db
      .insertInto('completion')
      .values({
        person_id: quick.personId,
        item_kind: 'course',
        item_id: courseId,
        course_id: courseId,
        revision: 1,
        minutes: 20,
        finished_at: on('2025-04-26'),
      })
      .execute()
    for (const day of ['2025-04-29', '2025-04-30', '2025-05-01']) await remindCourses(db, on(day))
    expect([(await told(slow)).length, (await told(quick)).length]).toEqual([2, 1])
  })
})
