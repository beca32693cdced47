import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import {
  countOldTraces,
  deleteAnswers,
  deleteOldAnswers,
  findReadableFile,
  listLooseFiles,
  ownLearning,
} from '~/domains/learning/index.server'
import type { Actor } from '~/domains/identity'
import { openVault } from '~/domains/participation/index.server'
import { mergePeople } from '~/journeys/merge-people.server'
import type { OrganisationId } from '~/shared/ids'
import { assignmentGround, days, monday, said } from '../support/assignment'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, makeSubmission } from '../support/factories'

const db = await testDatabase()
const peer = { count: 1, days: 14, anonymous: true, acrossOrganisations: true }
const none: { everywhere: boolean; organisationIds: OrganisationId[] } = { everywhere: false, organisationIds: [] }

async function pairOfWorks() {
  const ground = await assignmentGround(db, { peer })
  const [one, two] = [await ground.learner(), await ground.learner()]
  const { fileId } = await makeSubmission(db, { lessonId: ground.lessonId, personId: one.personId, at: monday })
  await ground.hand(two)
  await ground.answerAll(one)
  await ground.answerAll(two)
  return { ...ground, one, two, fileId }
}

async function copyOf({ personId }: Actor): Promise<Record<string, unknown[]>> {
  const copy: Record<string, unknown[]> = {}
  for (const section of ownLearning) copy[section.name] = await section.read(db, [personId])
  return copy
}

it('words of versions and reviews are emptied and never otherwise changed or deleted', async () => {
  const { one } = await pairOfWorks()
  const own = sql`where person_id = ${one.personId}`
  await expect(sql`update submission set text = 'annat' ${own}`.execute(db)).rejects.toThrow(/append-only/)
  await expect(sql`update submission set submitted_at = now() ${own}`.execute(db)).rejects.toThrow(/append-only/)
  await expect(sql`update submission set text = '', version = 9 ${own}`.execute(db)).rejects.toThrow(/append-only/)
  await expect(sql`delete from submission ${own}`.execute(db)).rejects.toThrow(/append-only/)
  const said = sql`where author_id = ${one.personId}`
  await expect(sql`update review set levels = '{}' ${said}`.execute(db)).rejects.toThrow(/append-only/)
  await expect(sql`delete from review ${said}`.execute(db)).rejects.toThrow(/append-only/)
})

it('a person’s copy has works, files and feedback, and nobody else’s name', async () => {
  const { one, two } = await pairOfWorks()
  const copy = await copyOf(one)
  expect(copy['submissions']).toMatchObject([{ version: 1, text: 'En plan för gruppen.' }])
  expect(copy['submissionFiles']).toMatchObject([{ fileName: 'plan av mig.pdf' }])
  expect(copy['givenReviews']).toMatchObject([{ kind: 'peer', comment: said.comment }])
  expect(copy['receivedReviews']).toMatchObject([{ kind: 'peer', comment: said.comment }])
  expect(copy['sharedWork']).toHaveLength(2)
  expect(JSON.stringify(copy)).not.toContain(two.personId)
})

it('erased, the words and files are gone and the places stay; done again, nothing is left to do', async () => {
  const { one, two, lessonId, open } = await pairOfWorks()
  expect(await deleteAnswers(db, [one.personId])).toBeGreaterThanOrEqual(4)
  const works = await db
    .selectFrom('submission')
    .where('lesson_id', '=', lessonId)
    .where('person_id', '=', one.personId)
    .select(['version', 'text', 'file_ids'])
    .execute()
  expect(works).toEqual([{ version: 1, text: '', file_ids: [] }])
  const { work } = await open(two)
  expect(work.feedback).toMatchObject([{ kind: 'peer', comment: '', levels: said.levels }])
  expect(await deleteAnswers(db, [one.personId])).toBe(0)
  const loose = await listLooseFiles(db, new Date(Date.now() + 60_000), 1000)
  const files = await db.selectFrom('submission_file').where('person_id', '=', one.personId).selectAll().execute()
  expect(loose.map(({ fileId }) => fileId)).toEqual(
    expect.arrayContaining(files.map((file) => file.submission_file_id)),
  )
})

it('former staff’s words go with the answers when their time has come', async () => {
  const { organisationId } = await makeOrganisation(db)
  const ground = await assignmentGround(db, { self: true })
  const one = await ground.learner({ organisationId, employedFrom: '2000-01-01', employedTo: '2001-01-31' })
  await ground.hand(one)
  await ground.assess(one, { kind: 'self' })
  const due = { before: '2001-06-01', except: [] }
  const before = await countOldTraces(db, { answers: due, watches: due, today: '2001-06-01' })
  expect(before.answers).toBeGreaterThanOrEqual(3)
  while ((await deleteOldAnswers(db, due, 50)) > 0);
  expect((await countOldTraces(db, { answers: due, watches: due, today: '2001-06-01' })).answers).toBe(0)
  expect((await ground.open(one)).work.versions).toMatchObject([{ version: 1, text: '' }])
})

it('a file is read by its owner, by those who were given the work, and by a course leader within reach', async () => {
  const { organisationId } = await makeOrganisation(db)
  const ground = await assignmentGround(db, { peer })
  const [one, two, three] = [await ground.learner({ organisationId }), await ground.learner(), await ground.learner()]
  const { fileId } = await makeSubmission(db, { lessonId: ground.lessonId, personId: one.personId, at: monday })
  await ground.hand(two)
  await ground.hand(three)
  const read = (who: Actor, leads = none) => findReadableFile(db, fileId, { personId: who.personId, leads })
  expect((await read(one))?.name).toBe('plan av mig.pdf')
  expect((await read(two))?.name).toBe('bilaga.pdf')
  expect(await read(three)).toBeUndefined()
  expect((await read(three, { everywhere: false, organisationIds: [organisationId] }))?.name).toBe('plan av mig.pdf')
  const other = await makeOrganisation(db)
  expect(await read(three, { everywhere: false, organisationIds: [other.organisationId] })).toBeUndefined()
})

it('merged, the kept person has the works and the feedback, and reads nobody’s own', async () => {
  const ground = await assignmentGround(db, { peer: { ...peer, count: 2 } })
  const [gone, third] = [await ground.learner(), await ground.learner()]
  await ground.hand(gone)
  await ground.hand(third)
  await ground.answerAll(third)
  const kept = await ground.learner()
  const office = await makeActor(db, 'projektadministrator')
  const vault = openVault(randomBytes(32).toString('hex'))
  const merged = await mergePeople(db, office, vault, {
    from: gone.personId,
    to: kept.personId,
    reason: 'Samma person, anmäld två gånger',
    numbersAcknowledged: false,
    at: days(1),
  })
  expect(merged).toEqual({ ok: true, value: { created: true } })
  const { work } = await ground.open(kept, days(1))
  expect(work.versions).toHaveLength(1)
  expect(work.feedback).toMatchObject([{ kind: 'peer', comment: said.comment }])
  expect(work.tasks).toHaveLength(1)
  const own = await db.selectFrom('allocation').where('lesson_id', '=', ground.lessonId).selectAll().execute()
  expect(own.filter((pair) => pair.author_id === pair.reviewer_id)).toEqual([])
})
