import { sql } from 'kysely'
import { expect, it } from 'vitest'
import {
  deleteProjectEvidence,
  findProjectStanding,
  listRetentionEvents,
  listRetentionRules,
} from '~/domains/participation/index.server'
import { countCommon, deleteCommon } from '~/journeys/retain.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import { testDatabase } from '../support/database'
import {
  makeActivity,
  makeActor,
  makeBooking,
  makeFrozenMonth,
  makeOccasion,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  makeTimeEntry,
  westumFramework,
} from '../support/factories'

const at = new Date('2025-03-24T08:00:00Z')
const db = await testDatabase()

/** An old project with hours, months, attendance and bookings of several people, one of them in another project too. */
async function makeOldProject(wish: { finalPaymentOn?: string | null; people?: number } = {}) {
  const { organisationId } = await makeOrganisation(db)
  const { projectId } = await makeProject(db, {
    startsOn: '2008-01-01',
    endsOn: '2010-12-31',
    partnerIds: [organisationId],
  })
  const finalPaymentOn = wish.finalPaymentOn === undefined ? '2011-05-02' : wish.finalPaymentOn
  await db
    .updateTable('project')
    .set({ final_payment_on: finalPaymentOn })
    .where('project_id', '=', projectId)
    .execute()
  const activity = await makeActivity(db, { organisationId, projectId })
  const { occasionId, meetings } = await makeOccasion(db, { activityId: activity.activityId })
  const people: PersonId[] = []
  for (let n = 0; n < (wish.people ?? 3); n += 1) {
    const { personId } = await makePerson(db, { organisationId })
    const { participationId } = await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    await db
      .insertInto('notice_acknowledgement')
      .values({ participation_id: participationId, version: '1', acknowledged_at: at })
      .execute()
    await makeTimeEntry(db, { personId, projectId, workedOn: '2009-03-12' })
    await makeFrozenMonth(db, {
      projectId,
      month: '2009-03',
      figures: [{ personId, participationId, partnerId: organisationId, minutes: 60 }],
    })
    await makeBooking(db, { occasionId, personId, organisationId })
    await db
      .insertInto('attendance_mark')
      .values({
        meeting_id: meetings[0]?.meetingId ?? '',
        person_id: personId,
        present: true,
        method: 'qr',
        recorded_by: personId,
        recorded_at: at,
      })
      .execute()
    await db
      .insertInto('identity_number')
      .values({
        person_id: personId,
        kind: 'personnummer',
        ciphertext: Buffer.from('sealed'),
        lookup_hash: Buffer.from(personId),
        masked: '••••',
        birth_year: 1980,
        gender: 'kvinna',
      })
      .execute()
    people.push(personId)
  }
  return { projectId, organisationId, people, activity, occasionId }
}

const hold = (projectId: ProjectId, legal_hold: boolean) =>
  db
    .updateTable('project')
    .set({ legal_hold, legal_hold_reason: legal_hold ? 'Tvist om en utbetalning' : null })
    .where('project_id', '=', projectId)
    .execute()

it('keeps every row of the fund while the final payment is unknown', async () => {
  const { projectId } = await makeOldProject({ finalPaymentOn: null, people: 1 })
  const before = await findProjectStanding(db, projectId)
  expect(before.keptUntil).toBeNull()
  await expect(deleteProjectEvidence(db, { projectId, actorId: null, at })).rejects.toThrow(/nothing of it is deleted/)
  expect((await findProjectStanding(db, projectId)).counts).toEqual(before.counts)
})

it('keeps until the last of December five years after the payment, longer when decided or for state aid', async () => {
  const { projectId, organisationId } = await makeOldProject({ finalPaymentOn: '2020-01-02', people: 1 })
  const until = async () => (await findProjectStanding(db, projectId)).keptUntil
  expect(await until()).toBe('2025-12-31')
  await expect(deleteProjectEvidence(db, { projectId, actorId: null, at })).rejects.toThrow(/kept/)
  await db.updateTable('project').set({ retention_years: 3 }).where('project_id', '=', projectId).execute()
  expect(await until()).toBe('2025-12-31')
  await db.updateTable('project').set({ retention_years: 7 }).where('project_id', '=', projectId).execute()
  expect(await until()).toBe('2027-12-31')
  await db
    .insertInto('aid_form')
    .values({
      project_id: projectId,
      organisation_id: organisationId,
      basis: 'de-minimis',
      is_sme: true,
      signatory: 'Ekonomichefen',
      status: 'undertecknad',
      signed_on: '2019-06-01',
      changed_at: at,
    })
    .execute()
  expect(await until()).toBe('2029-06-01')
  await hold(projectId, true)
  expect(await until()).toBeNull()
})

it('lets a legal hold win over a day that has passed, and goes on when it is lifted', async () => {
  const { projectId } = await makeOldProject({ people: 1 })
  await hold(projectId, true)
  await expect(deleteProjectEvidence(db, { projectId, actorId: null, at })).rejects.toThrow(/nothing of it is deleted/)
  await hold(projectId, false)
  expect((await deleteProjectEvidence(db, { projectId, actorId: null, at })).timmar).toBe(1)
})

it('deletes exactly what the dry run counts, in batches that go on after a stop, and says so in the log', async () => {
  const { projectId, people } = await makeOldProject({ people: 5 })
  const kept = people[0] ?? ('' as PersonId)
  const other = await makeProject(db)
  const { organisationId } = await makeOrganisation(db)
  await makeParticipation(db, { projectId: other.projectId, personId: kept, partnerId: organisationId })
  await makeTimeEntry(db, { personId: kept, projectId: other.projectId, workedOn: '2024-03-12' })
  const actor = await makeActor(db, 'projektadministrator')
  const dry = await findProjectStanding(db, projectId)
  expect(dry.counts).toMatchObject({ timmar: 5, deltagare: 10, nummer: 4, narvaro: 5, bokningar: 5 })
  const halfway = await sql<{ deleted: Record<string, number> }>`
    select deleted from delete_past_retention(${projectId}, '2025-03-24', 2)`.execute(db)
  expect(halfway.rows[0]?.deleted).toMatchObject({ timmar: 2, deltagare: 4 })
  const rest = await deleteProjectEvidence(db, { projectId, actorId: actor.personId, at, most: 2 })
  const whole: Record<string, number> = {}
  for (const counts of [halfway.rows[0]?.deleted ?? {}, rest])
    for (const [kind, count] of Object.entries(counts)) whole[kind] = (whole[kind] ?? 0) + count
  expect(whole).toEqual(Object.fromEntries(Object.keys(whole).map((kind) => [kind, dry.counts[kind as never]])))
  expect(Object.values((await findProjectStanding(db, projectId)).counts)).toEqual(Array(9).fill(0))
  const log = await listRetentionEvents(db, projectId, 50)
  expect(log.length).toBeGreaterThan(1)
  expect(JSON.stringify(log)).not.toContain(kept)
  expect(await deleteProjectEvidence(db, { projectId, actorId: actor.personId, at })).toEqual({})
  const chain = await db
    .selectFrom('ledger_link')
    .where('person_id', '=', kept)
    .selectAll()
    .orderBy('position')
    .execute()
  const removed = await db.selectFrom('ledger_removal').where('person_id', '=', kept).selectAll().execute()
  expect([chain.length, removed.length]).toEqual([2, 1])
  const gone = await db.selectFrom('ledger_link').where('person_id', 'in', people.slice(1)).selectAll().execute()
  expect(gone).toEqual([])
})

it.each(['time_entry', 'person_month', 'month_figure', 'project_month'])(
  'refuses to delete from %s by hand, also past the last day and with the setting turned on',
  async (table) => {
    const past = await makeOldProject({ people: 1 })
    const kept = await makeOldProject({ people: 1, finalPaymentOn: null })
    const strike = (projectId: string) => sql`delete from ${sql.table(table)} where project_id = ${projectId}`
    await expect(strike(past.projectId).execute(db)).rejects.toThrow(/append-only/)
    await expect(
      db.transaction().execute(async (tx) => {
        await sql`select set_config('portal.retention', ${kept.projectId}, true)`.execute(tx)
        await strike(kept.projectId).execute(tx)
      }),
    ).rejects.toThrow(/append-only/)
  },
)

it('refuses to strike attendance and links of the chain by hand, also with the setting turned on', async () => {
  const past = await makeOldProject({ people: 1 })
  const kept = await makeOldProject({ people: 1, finalPaymentOn: null })
  const whose = (people: readonly PersonId[]) => people[0] ?? ''
  for (const table of ['attendance_mark', 'ledger_link', 'ledger_head']) {
    for (const { projectId, people } of [past, kept]) {
      const strike = sql`delete from ${sql.table(table)} where person_id = ${whose(people)}`
      await expect(strike.execute(db), table).rejects.toThrow(/append-only/)
      await expect(
        db.transaction().execute(async (tx) => {
          await sql`select set_config('portal.retention', ${kept.projectId}, true),
            set_config('portal.erasure', 'on', true)`.execute(tx)
          await strike.execute(tx)
        }),
        `${table} of ${projectId}`,
      ).rejects.toThrow(/append-only/)
    }
  }
  await expect(sql`truncate time_entry cascade`.execute(db)).rejects.toThrow(/append-only/)
})

it('may be asked for by two at once: each row goes once', async () => {
  const { projectId } = await makeOldProject({ people: 6 })
  const { counts } = await findProjectStanding(db, projectId)
  const runs = await Promise.all(
    [1, 2].map((most) => deleteProjectEvidence(db, { projectId, actorId: null, at, most })),
  )
  for (const [kind, count] of Object.entries(counts))
    expect((runs[0]?.[kind as never] ?? 0) + (runs[1]?.[kind as never] ?? 0), kind).toBe(count)
})

it('takes the traces of former staff after a year, those of a held project never', async () => {
  const framework = await westumFramework(db)
  const { organisationId } = await makeOrganisation(db)
  const { competence_id } = await db
    .selectFrom('competence')
    .where('framework_id', '=', framework.frameworkId)
    .select('competence_id')
    .executeTakeFirstOrThrow()
  const leave = async (endsOn: string | null) => {
    const { personId } = await makePerson(db, { organisationId })
    await db.updateTable('employment').set({ ends_on: endsOn }).where('person_id', '=', personId).execute()
    await db
      .insertInto('self_assessment')
      .values({ person_id: personId, competence_id, level: 2, assessed_at: at })
      .execute()
    await db
      .insertInto('answer')
      .values({ person_id: personId, item_id: competence_id, question_key: 'a', response: '"x"', saved_at: at })
      .execute()
    return personId
  }
  const [former, recent, present, held] = [
    await leave('2024-01-31'),
    await leave('2024-06-30'),
    await leave(null),
    await leave('2024-01-31'),
  ]
  const { projectId } = await makeProject(db)
  await makeParticipation(db, { projectId, personId: held, partnerId: organisationId })
  await hold(projectId, true)
  const rules = await listRetentionRules(db)
  const standing = await findProjectStanding(db, projectId)
  const dry = await countCommon(db, rules, standing.heldPeople, '2025-03-24')
  expect(dry.sjalvskattningar).toBeGreaterThan(0)
  expect(await deleteCommon(db, { actorId: null, at, most: 1 })).toEqual(dry)
  const left = async (personId: PersonId) =>
    (await db.selectFrom('self_assessment').where('person_id', '=', personId).selectAll().execute()).length +
    (await db.selectFrom('answer').where('person_id', '=', personId).selectAll().execute()).length
  expect(await Promise.all([former, recent, present, held].map(left))).toEqual([0, 2, 2, 2])
})
