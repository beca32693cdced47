import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { issueCertificate } from '~/domains/credential/index.server'
import type { Actor } from '~/domains/identity'
import { askErasure, findErasureRequest, listErasureRequests } from '~/domains/identity/index.server'
import { erasableKinds } from '~/domains/insight'
import { countErasable } from '~/domains/insight/index.server'
import { deleteProjectEvidence } from '~/domains/participation/index.server'
import { decideErasure, eraseTraces } from '~/journeys/erase.server'
import type { PersonId } from '~/shared/ids'
import { testDatabase } from '../support/database'
import {
  makeActivity,
  makeActor,
  makeBooking,
  makeCourse,
  makeCourseCompletion,
  makeOccasion,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  makeSignedMonth,
  makeTimeEntry,
  westumFramework,
} from '../support/factories'

const db = await testDatabase()
const at = new Date('2025-03-24T08:00:00Z')
await westumFramework(db)

const count = async (table: string, personId: PersonId) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
    where person_id = ${personId}`.execute(db)
  return rows[0]?.n
}

/** Somebody with traces of every kind, a certificate, and an hour that belongs to no project. */
async function makeLearner(
  wish: { organisationId?: Awaited<ReturnType<typeof makeOrganisation>>['organisationId'] } = {},
) {
  const organisationId = wish.organisationId ?? (await makeOrganisation(db)).organisationId
  const actor = await makeActor(db, 'medarbetare', { organisationId, password: 'ett långt lösenord' })
  const { personId } = actor
  const course = await makeCourse(db)
  const { completionId } = await makeCourseCompletion(db, { personId, courseId: course.courseId })
  const lesson = await db
    .selectFrom('lesson')
    .where('course_id', '=', course.courseId)
    .select('lesson_id')
    .executeTakeFirstOrThrow()
  const { competence_id } = await db.selectFrom('competence').select('competence_id').executeTakeFirstOrThrow()
  await db
    .insertInto('lesson_visit')
    .values({ person_id: personId, lesson_id: lesson.lesson_id, visited_at: at })
    .execute()
  await db
    .insertInto('answer')
    .values({
      person_id: personId,
      item_id: lesson.lesson_id,
      question_key: 'a',
      response: '"min tanke"',
      saved_at: at,
    })
    .execute()
  await db
    .insertInto('self_assessment')
    .values({ person_id: personId, competence_id, level: 2, assessed_at: at })
    .execute()
  await db
    .insertInto('outbox')
    .values({ person_id: personId, kind: 'prov', source_id: randomUUID(), payload: '{}', created_at: at })
    .execute()
  await db
    .insertInto('time_entry')
    .values({
      person_id: personId,
      project_id: null,
      worked_on: '2022-03-12',
      minutes: 60,
      time_type: 'sjalvstudier',
      source_kind: 'statement',
      source_id: randomUUID(),
      title: 'Utanför projekt',
      outside_reason: 'no-record',
      corrects_id: null,
      reason: null,
      recorded_at: at,
    })
    .execute()
  await issueCertificate(db as never, {
    personId,
    completionId,
    issuedAt: at,
    document: {
      kind: 'deltagande',
      title: course.title,
      holderName: actor.familyName,
      minutes: 60,
      level: 1,
      outcomes: [],
      finishedOn: '2025-03-20',
      issuer: 'Nätverk Westum',
      language: 'sv',
      revision: 1,
      sources: [],
    },
  })
  return { ...actor, organisationId, completionId }
}

async function grant(office: Actor, personId: PersonId, decision: 'grant' | 'deny' = 'grant') {
  await askErasure(db, personId, at)
  const asked = await findErasureRequest(db, personId)
  const requestId = asked?.requestId ?? ''
  return decideErasure(db, office, { requestId, decision, reason: 'Prövat mot bevarandetiderna', at })
}

const personOf = (personId: PersonId) =>
  db.selectFrom('person').where('person_id', '=', personId).selectAll().executeTakeFirstOrThrow()

/** The links of a person's chain: each hash follows from the one before, and each row stands unless it was removed. */
async function brokenLinks(personId: PersonId): Promise<number> {
  const { rows } = await sql<{ n: number }>`with links as (
      select link.*, lag(hash) over (order by position) as before, removal.row_id is not null as removed,
        case when entry.time_entry_id is not null then time_entry_hash(entry)
          when event.month_event_id is not null then month_event_hash(event) end as standing
      from ledger_link link left join ledger_removal removal using (row_id)
      left join time_entry entry on entry.time_entry_id = link.row_id
      left join month_event event on event.month_event_id = link.row_id where link.person_id = ${personId}
    ) select count(*)::int as n from links
      where hash <> sha256(coalesce(before, convert_to(person_id::text, 'utf8')) || row_hash)
        or (not removed and standing is distinct from row_hash) or (removed and standing is not null)`.execute(db)
  return rows[0]?.n ?? -1
}

it('erases at once what a person chooses of the own traces, and nothing of others', async () => {
  const [learner, other] = [await makeLearner(), await makeLearner()]
  const { personId } = learner
  const chosen = await eraseTraces(db, { personId, kinds: ['svar'], here: undefined, at })
  expect(chosen).toEqual({ ok: true, value: { svar: 1 } })
  expect(await count('self_assessment', personId)).toBe(1)
  const all = await eraseTraces(db, { personId, kinds: erasableKinds, here: undefined, at })
  expect(all.ok && all.value).toMatchObject({ svar: 0, tittarloggar: 1, sjalvskattningar: 1, meddelanden: 1 })
  expect(Object.values(await countErasable(db, [personId], undefined))).toEqual([0, 0, 0, 0, 0, 0])
  expect((await eraseTraces(db, { personId, kinds: erasableKinds, here: undefined, at })).ok).toBe(true)
  expect(await eraseTraces(db, { personId, kinds: [], here: undefined, at })).toMatchObject({
    refusal: 'nothing-chosen',
  })
  expect(await countErasable(db, [other.personId], undefined)).toMatchObject({ svar: 1, sjalvskattningar: 1 })
  expect(await count('completion', personId)).toBe(1)
})

it('lets a legal hold win over the person’s own wish', async () => {
  const { personId, organisationId } = await makeLearner()
  const { projectId } = await makeProject(db)
  await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  await db
    .updateTable('project')
    .set({ legal_hold: true, legal_hold_reason: 'Tvist om en utbetalning' })
    .where('project_id', '=', projectId)
    .execute()
  expect(await eraseTraces(db, { personId, kinds: ['svar'], here: undefined, at })).toMatchObject({ refusal: 'held' })
  const office = await makeActor(db, 'projektadministrator')
  expect(await grant(office, personId)).toMatchObject({ refusal: 'held' })
  expect(await count('account', personId)).toBe(1)
})

it('is decided by the office alone, with a reason, never by the one who asks; a denial is told', async () => {
  const { personId } = await makeLearner()
  await askErasure(db, personId, at)
  await askErasure(db, personId, at)
  const mine = (await listErasureRequests(db, 10_000)).filter((row) => row.personId === personId)
  expect(mine).toHaveLength(1)
  const requestId = mine[0]?.requestId ?? ''
  const reason = 'Prövat mot bevarandetiderna'
  for (const role of ['chef', 'projektkoordinator', 'revisor', 'systemadministrator'] as const)
    expect(
      await decideErasure(db, await makeActor(db, role), { requestId, decision: 'grant', reason, at }),
    ).toMatchObject({ refusal: 'not-allowed' })
  const office = await makeActor(db, 'projektadministrator')
  expect(await decideErasure(db, office, { requestId, decision: 'deny', reason: 'nej', at })).toMatchObject({
    refusal: 'reason',
  })
  expect(await grant(office, office.personId)).toMatchObject({ refusal: 'own' })
  expect(await decideErasure(db, office, { requestId, decision: 'deny', reason, at })).toMatchObject({ ok: true })
  expect(await findErasureRequest(db, personId)).toMatchObject({ state: 'nekad', reason })
  expect(await db.selectFrom('outbox').where('source_id', '=', requestId).select('kind').execute()).toEqual([
    { kind: 'erasure-denied' },
  ])
  expect(await decideErasure(db, office, { requestId, decision: 'grant', reason, at })).toMatchObject({
    refusal: 'not-found',
  })
})

it('erases the whole of somebody without evidence, the name too, and gives the seat to the next', async () => {
  const learner = await makeLearner()
  const { personId } = learner
  const activity = await makeActivity(db, {})
  const { occasionId } = await makeOccasion(db, { activityId: activity.activityId, capacity: 1 })
  await makeBooking(db, { occasionId, personId, organisationId: learner.organisationId })
  const waiting = await makePerson(db, { organisationId: learner.organisationId })
  await makeBooking(db, {
    occasionId,
    personId: waiting.personId,
    organisationId: learner.organisationId,
    state: 'vantelista',
  })
  expect((await grant(await makeActor(db, 'projektadministrator'), personId)).ok).toBe(true)
  const person = await personOf(personId)
  expect(person).toMatchObject({ given_name: 'Raderad', family_name: 'person', erased_at: at })
  expect(person.email).not.toBe(learner.email)
  for (const table of ['account', 'session', 'role_grant', 'employment', 'booking', 'completion', 'evidence'])
    expect(await count(table, personId), table).toBe(0)
  for (const table of ['certificate', 'answer', 'self_assessment', 'outbox', 'time_entry', 'ledger_link', 'enrolment'])
    expect(await count(table, personId), table).toBe(0)
  const next = await db.selectFrom('booking').where('person_id', '=', waiting.personId).select('state').execute()
  expect(next).toEqual([{ state: 'bokad' }])
})

it('leaves the evidence of a project, its sums and the chain, and the name until the project is deleted', async () => {
  const { personId, organisationId, familyName, completionId } = await makeLearner()
  const { projectId } = await makeProject(db, { startsOn: '2008-01-01', endsOn: '2010-12-31' })
  await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  await makeTimeEntry(db, { personId, projectId, workedOn: '2009-03-12', minutes: 95 })
  await db
    .insertInto('time_entry')
    .values({
      person_id: personId,
      project_id: projectId,
      worked_on: '2009-03-13',
      minutes: 60,
      time_type: 'sjalvstudier',
      source_kind: 'completion',
      source_id: completionId,
      title: 'En kurs',
      outside_reason: null,
      corrects_id: null,
      reason: null,
      recorded_at: at,
    })
    .execute()
  await makeSignedMonth(db, { personId, projectId, month: '2009-03' })
  const sums = async () =>
    (
      await sql`select sum(minutes)::int as minutes, count(*)::int as rows from time_entry where project_id = ${projectId}`.execute(
        db,
      )
    ).rows
  const before = await sums()
  expect(await brokenLinks(personId)).toBe(0)
  expect((await grant(await makeActor(db, 'projektadministrator'), personId)).ok).toBe(true)
  expect(await sums()).toEqual(before)
  expect(await brokenLinks(personId)).toBe(0)
  expect([await count('time_entry', personId), await count('completion', personId)]).toEqual([2, 1])
  expect([await count('certificate', personId), await count('account', personId)]).toEqual([0, 0])
  expect(await personOf(personId)).toMatchObject({ family_name: familyName, erased_at: at })
  await expect(sql`delete from time_entry where person_id = ${personId}`.execute(db)).rejects.toThrow(/append-only/)
  await db.updateTable('project').set({ final_payment_on: '2011-01-01' }).where('project_id', '=', projectId).execute()
  await deleteProjectEvidence(db, { projectId, actorId: null, at })
  expect(await personOf(personId)).toMatchObject({ given_name: 'Raderad', family_name: 'person' })
  expect([await count('time_entry', personId), await count('ledger_link', personId)]).toEqual([0, 0])
})

it('refuses to delete the certificates and evidence of those who are not erased', async () => {
  const { personId } = await makeLearner()
  await expect(
    db.transaction().execute(async (tx) => {
      await sql`select delete_certificates_of(${[personId]}::uuid[])`.execute(tx)
    }),
  ).rejects.toThrow(/append-only/)
  await expect(sql`delete from certificate where person_id = ${personId}`.execute(db)).rejects.toThrow(/append-only/)
  await expect(sql`delete from completion where person_id = ${personId}`.execute(db)).rejects.toThrow()
  await sql`select delete_erased_time(${[personId]}::uuid[])`.execute(db)
  expect(await count('time_entry', personId)).toBe(1)
})
