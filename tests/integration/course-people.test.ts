import { expect, it } from 'vitest'
import {
  eraseCohortLeaders,
  erasePermits,
  findCohort,
  givePermit,
  moveCohorts,
  movePermits,
  revokePermit,
} from '~/domains/catalogue/index.server'
import { copyCompletions, countMembers, deleteWatches, moveWork } from '~/domains/learning/index.server'
import { enrolInCourse } from '~/journeys/enrol-in-course.server'
import { openedDatabase } from '../support/database'
import { makeActor, makeCohort, makeCourse, makeLecture, makeOrganisation, makePerson } from '../support/factories'

const { kysely: db } = await openedDatabase()
const at = new Date('2025-03-24T09:00:00Z')

async function isLetIn(personId: string, courseId: string): Promise<boolean> {
  const rows = await db
    .selectFrom('course_permit')
    .where('person_id', '=', personId)
    .where('course_id', '=', courseId)
    .where('revoked_at', 'is', null)
    .select('kind')
    .execute()
  return rows.length > 0
}

async function two() {
  const { organisationId } = await makeOrganisation(db)
  return [await makePerson(db, { organisationId }), await makePerson(db, { organisationId })] as const
}

it('what one person is let in to, whoever the person is merged into is, and a permit that stands goes before one taken back', async () => {
  const [from, to] = await two()
  const by = (await makeActor(db, 'redaktor')).personId
  const [one, both] = [await makeCourse(db), await makeCourse(db)]
  const give = (personId: typeof from.personId, courseId: typeof one.courseId) =>
    db.transaction().execute((tx) => givePermit(tx, { courseId, personId, kind: 'inbjudan', reason: '', by, at }))
  await give(from.personId, one.courseId)
  await give(from.personId, both.courseId)
  await give(to.personId, both.courseId)
  const { course_permit_id: permitId } = await db
    .selectFrom('course_permit')
    .where('person_id', '=', to.personId)
    .select('course_permit_id')
    .executeTakeFirstOrThrow()
  await db.transaction().execute((tx) => revokePermit(tx, both.courseId, permitId, at))
  await db.transaction().execute((tx) => movePermits(tx, { from: from.personId, to: to.personId }))
  for (const { courseId } of [one, both]) {
    expect(await isLetIn(to.personId, courseId)).toBe(true)
    expect(await isLetIn(from.personId, courseId)).toBe(false)
  }
  await db.transaction().execute((tx) => erasePermits(tx, [to.personId]))
  expect(await isLetIn(to.personId, one.courseId)).toBe(false)
})

it('a cohort follows its leader, is left without one by an erasure, and counts somebody merged once', async () => {
  const [from, to] = await two()
  const { courseId, slug } = await makeCourse(db)
  const { cohortId } = await makeCohort(db, { courseId, leaderId: from.personId, seats: 1 })
  await db.transaction().execute((tx) => moveCohorts(tx, { from: from.personId, to: to.personId }))
  expect((await findCohort(db, cohortId))?.leader?.personId).toBe(to.personId)
  await db.transaction().execute((tx) => eraseCohortLeaders(tx, [to.personId]))
  expect(await findCohort(db, cohortId)).toMatchObject({ leader: null })

  expect(await enrolInCourse(db, from.actor, { courseSlug: slug, cohortId, now: at })).toMatchObject({ ok: true })
  await db.transaction().execute((tx) => copyCompletions(tx, { from: from.personId, to: to.personId }))
  await db.updateTable('person').set({ merged_into: to.personId }).where('person_id', '=', from.personId).execute()
  expect(await countMembers(db, cohortId)).toBe(1)
})

it('what was watched before a renewal is moved with the rest of the work, and goes when it is erased', async () => {
  const [from, to] = await two()
  const { lectureId } = await makeLecture(db)
  await db
    .insertInto('watch_past')
    .values({
      person_id: from.personId,
      lecture_id: lectureId,
      watched: '{[0,10)}',
      first_beat_at: at,
      last_beat_at: at,
      ended_at: at,
    })
    .execute()
  const ofPerson = (personId: string) =>
    db.selectFrom('watch_past').where('person_id', '=', personId).select('watched').execute()
  await db.transaction().execute((tx) => moveWork(tx, { from: from.personId, to: to.personId }))
  expect(await ofPerson(from.personId)).toEqual([])
  expect(await ofPerson(to.personId)).toEqual([{ watched: '{[0,10)}' }])
  expect(await deleteWatches(db, [to.personId])).toBe(1)
  expect(await ofPerson(to.personId)).toEqual([])
})
