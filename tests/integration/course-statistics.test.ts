import { expect, it } from 'vitest'
import type { PersonId } from '~/shared/ids'
import { enrol, findCourseStatistics } from '~/domains/learning/index.server'
import { loader as page } from '~/routes/author-statistics'
import { loader as file } from '~/routes/author-statistics-csv'
import { paths } from '~/shared/paths'
import { ask } from '../support/ask'
import { testDatabase } from '../support/database'
import { makeActor, makeCourse, makeOrganisation, makePerson } from '../support/factories'

const db = await testDatabase()
const day = (number: number) => new Date(Date.UTC(2025, 0, number, 9))

/** A course of an article and a lecture, with people who began on the given days. */
async function makeGround(days: readonly number[]) {
  const course = await makeCourse(db, { lessons: ['article', 'lecture'] })
  const people: PersonId[] = []
  for (const each of days) {
    const { personId } = await makePerson(db)
    await enrol(db, { personId, courseId: course.courseId, now: day(each) })
    people.push(personId)
  }
  const [article, lecture] = course.lessons
  const open = (some: readonly PersonId[], lesson = article) =>
    db
      .insertInto('lesson_visit')
      .values(some.map((person_id) => ({ person_id, lesson_id: lesson?.lessonId ?? '', visited_at: day(20) })))
      .execute()
  const finish = (some: readonly PersonId[], kind: 'lesson' | 'course', itemId: string) =>
    db
      .insertInto('completion')
      .values(
        some.map((person_id) => ({
          ...{ person_id, item_kind: kind, item_id: itemId, course_id: course.courseId },
          ...{ revision: 1, minutes: 10, finished_at: day(21) },
        })),
      )
      .execute()
  const watch = (some: readonly PersonId[], watched: string) =>
    db
      .insertInto('watch')
      .values(
        some.map((person_id) => ({
          ...{ person_id, lecture_id: course.lecture?.lectureId ?? '', watched, position_seconds: 0 },
          ...{ first_beat_at: day(20), last_beat_at: day(20) },
        })),
      )
      .execute()
  const publish = (revision: number, at: Date) =>
    db
      .insertInto('course_revision')
      .values({ course_id: course.courseId, revision, document: '{}', published_at: at })
      .execute()
  return { course, people, article, lecture, open, finish, watch, publish }
}

it('counts each person once, and tells rounded numbers alone', async () => {
  const made = await makeGround(Array.from({ length: 23 }, () => 10))
  const { course, people, article } = made
  await made.open(people.slice(0, 18))
  await made.finish(people.slice(3, 16), 'lesson', article?.lessonId ?? '')
  await made.finish(people.slice(3, 7), 'course', course.courseId)
  await made.watch(people.slice(0, 14), '{[0,100)}')
  await made.watch(people.slice(14, 17), '{[0,30)}')
  const { counts, groups } = await findCourseStatistics(db, course.courseId, undefined)
  expect(groups).toEqual([])
  expect(counts).toMatchObject({
    starts: 25,
    finishes: null,
    lessons: [
      { slug: 'lektion-1', opened: 20, finished: 15 },
      { slug: 'lektion-2', opened: null, finished: null },
    ],
    lectures: [{ slug: 'lektion-2', minutes: [15, 15] }],
  })
  // Somebody who was merged into another is not counted, and a second round is no second beginning.
  const [one, two] = people
  await db
    .updateTable('person')
    .set({ merged_into: two ?? null })
    .where('person_id', '=', one ?? '')
    .execute()
  await db
    .insertInto('enrolment')
    .values({ person_id: two ?? '', course_id: course.courseId, round: 2, enrolled_at: day(15) })
    .execute()
  expect((await findCourseStatistics(db, course.courseId, undefined)).counts?.starts).toBe(20)
})

it('tells of versions together until five have begun in each', async () => {
  const made = await makeGround([...Array<number>(6).fill(2), ...Array<number>(2).fill(6), ...Array<number>(9).fill(9)])
  const { course } = made
  for (const [revision, at] of [
    [2, 5],
    [3, 8],
  ] as const)
    await made.publish(revision, day(at))
  const all = await findCourseStatistics(db, course.courseId, undefined)
  expect(all.groups).toEqual([
    { first: 1, last: 1 },
    { first: 2, last: 3 },
  ])
  expect(all.counts?.starts).toBe(15)
  expect((await findCourseStatistics(db, course.courseId, 1)).counts?.starts).toBe(5)
  expect((await findCourseStatistics(db, course.courseId, 2)).counts?.starts).toBe(10)
  // What is no group's first version is everybody.
  const none = await findCourseStatistics(db, course.courseId, 3)
  expect([none.chosen, none.counts?.starts]).toEqual([null, 15])
})

it('says nothing of a course with four people, on the page and in the file', async () => {
  const { course, people, ...made } = await makeGround([1, 1, 1, 1])
  await made.open(people)
  const editor = await makeActor(db, 'redaktor')
  const params = { slug: course.slug }
  const shown = await ask(page, editor.personId, paths.courseStatistics(course.slug), params)
  expect(shown.text).toContain('"counts":null')
  const csv = await ask(file, editor.personId, paths.courseStatisticsFile(course.slug), params)
  expect(csv.text.trim().split('\r\n')).toHaveLength(1)
})

it('is for those who make the course', async () => {
  const { course } = await makeGround(Array<number>(5).fill(1))
  const { organisationId } = await makeOrganisation(db)
  const address = paths.courseStatistics(course.slug)
  const statusFor = async (role: 'redaktor' | 'kursansvarig' | 'medarbetare', organisation?: typeof organisationId) => {
    const actor = await makeActor(db, role, organisation === undefined ? {} : { organisationId: organisation })
    const answers = await Promise.all(
      [page, file].map((loader) => ask(loader, actor.personId, address, { slug: course.slug })),
    )
    return answers.map(({ status }) => status)
  }
  expect(await statusFor('redaktor')).toEqual([200, 200])
  expect(await statusFor('redaktor', organisationId)).toEqual([404, 404])
  expect(await statusFor('kursansvarig')).toEqual([404, 404])
  expect(await statusFor('medarbetare')).toEqual([403, 403])
})
