import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { grantEvidence } from '~/domains/competence/index.server'
import type { CompletionId, CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeCourse, makePerson, westumFramework } from '../support/factories'

const finishedAt = new Date('2024-05-02T14:10:00Z')
const competences = [
  { code: 'K5.2', level: 2, weight: 1 },
  { code: 'K5.3', level: 1, weight: 0.35 },
]

async function finishCourse(db: Db, personId: PersonId, courseId: CourseId): Promise<CompletionId> {
  const completion_id = randomUUID()
  await db
    .insertInto('completion')
    .values({
      completion_id,
      person_id: personId,
      item_kind: 'course',
      item_id: courseId,
      course_id: courseId,
      revision: 1,
      minutes: 60,
      finished_at: finishedAt,
    })
    .execute()
  return completion_id as CompletionId
}

async function evidenceOf(db: Db, personId: PersonId) {
  return db
    .selectFrom('evidence')
    .innerJoin('competence', 'competence.competence_id', 'evidence.competence_id')
    .select(['code', 'evidence.level', 'weight', 'framework_version', 'granted_at', 'kind'])
    .where('person_id', '=', personId)
    .orderBy('code')
    .execute()
}

test('a finished course gives its evidence once, as level, weight and framework version are', async () => {
  const db = await testDatabase()
  const framework = await westumFramework(db)
  const { personId } = await makePerson(db)
  const completionId = await finishCourse(db, personId, (await makeCourse(db, { competences })).courseId)
  const grant = { personId, completionId, finishedAt, competences }

  expect(await db.transaction().execute((tx) => grantEvidence(tx, grant))).toBe(2)
  expect(await db.transaction().execute((tx) => grantEvidence(tx, grant))).toBe(0)

  const fixed = {
    framework_version: framework.version,
    granted_at: finishedAt,
    kind: 'kursintyg',
  }
  expect(await evidenceOf(db, personId)).toEqual([
    { code: 'K5.2', level: 2, weight: 1, ...fixed },
    { code: 'K5.3', level: 1, weight: 0.35, ...fixed },
  ])
})

test('no competences, or codes that the framework does not hold, give nothing', async () => {
  const db = await testDatabase()
  await westumFramework(db)
  const { personId } = await makePerson(db)
  const completionId = await finishCourse(db, personId, (await makeCourse(db)).courseId)
  const unknown = [{ code: 'X9.9', level: 2, weight: 1 }]
  await db.transaction().execute(async (tx) => {
    expect(
      await grantEvidence(tx, {
        personId,
        completionId,
        finishedAt,
        competences: [],
      }),
    ).toBe(0)
    expect(
      await grantEvidence(tx, {
        personId,
        completionId,
        finishedAt,
        competences: unknown,
      }),
    ).toBe(0)
  })
  expect(await evidenceOf(db, personId)).toEqual([])
})
