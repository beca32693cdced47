import { describe, expect, test } from 'vitest'
import { participantScope } from '~/domains/participation'
import {
  findBookingBlock,
  findProjectByDiarienr,
  listGoals,
  listMonthStandings,
  listPartners,
  listProjectCards,
} from '~/domains/participation/index.server'
import { testDatabase } from '../support/database'
import { makeMunicipality, makeOrganisation, makeParticipation, makePerson, makeProject } from '../support/factories'
import { at, join, makePartner, world } from '../support/participants'

describe('projects', () => {
  test('the office and auditors reach all, a coordinator those with the own organisation as partner', async () => {
    const { db, one, two, office, auditor } = await world(await testDatabase())
    const shared = await makeProject(db, { partnerIds: [one.organisationId, two.organisationId] })
    const own = await makeProject(db, { partnerIds: [one.organisationId] })
    const both = [shared.diarienr, own.diarienr]
    const seenBy = async (actor: typeof office) =>
      (await listProjectCards(db, participantScope(actor)))
        .map(({ diarienr }) => diarienr)
        .filter((diarienr) => both.includes(diarienr))
        .toSorted()
    expect(await seenBy(office)).toEqual(both.toSorted())
    expect(await seenBy(auditor)).toEqual(both.toSorted())
    expect(await seenBy(one.coordinator)).toEqual(both.toSorted())
    expect(await seenBy(two.coordinator)).toEqual([shared.diarienr])
    expect(await seenBy((await makePartner(db)).coordinator)).toEqual([])
    expect(await listProjectCards(db, participantScope(two.coordinator), own.diarienr)).toEqual([])
  })

  test('a card counts the records of the scope, without those merged into another', async () => {
    const { db, one, two, office } = await world(await testDatabase())
    const { projectId, diarienr } = await makeProject(db, { partnerIds: [one.organisationId, two.organisationId] })
    const [kept, gone] = [await join(db, projectId, one.organisationId), await join(db, projectId, one.organisationId)]
    await join(db, projectId, two.organisationId)
    await db
      .updateTable('participation')
      .set({ merged_into: kept.participationId })
      .where('participation_id', '=', gone.participationId)
      .execute()
    const count = async (actor: typeof office) =>
      (await listProjectCards(db, participantScope(actor), diarienr))[0]?.participants
    expect(await count(office)).toBe(2)
    expect(await count(one.coordinator)).toBe(1)
  })

  test('has its rules with safe defaults, its partners with municipalities, and its months', async () => {
    const { db, one } = await world(await testDatabase())
    const { projectId, diarienr, ownerId } = await makeProject(db, { partnerIds: [one.organisationId] })
    expect(await findProjectByDiarienr(db, diarienr)).toMatchObject({
      projectId,
      ownerId,
      selfStudyEligible: false,
      rounding: 'floor_hours',
      minHoursForReporting: null,
      attestation: true,
      attendedPercent: 80,
      reportDueDays: 28,
      finalPaymentOn: null,
      legalHold: false,
    })
    expect(await findProjectByDiarienr(db, 'finns-inte')).toBeUndefined()
    const code = await makeMunicipality(db, '1484')
    await db
      .insertInto('partner_municipality')
      .values({ project_id: projectId, organisation_id: one.organisationId, municipality_code: code })
      .execute()
    expect(await listPartners(db, projectId)).toMatchObject([
      { organisationId: ownerId, role: 'projektagare', municipalities: [] },
      { slug: one.slug, role: 'samverkanspart', attestation: null, municipalities: [{ code: '1484' }] },
    ])
    await join(db, projectId, one.organisationId, { minutes: 30 })
    expect(await listMonthStandings(db, projectId)).toEqual([{ month: '2025-03', locked: false, mustResend: false }])
  })
})

describe('the state-aid form', () => {
  test('blocks people of an external employer until it is signed, and when it has run out', async () => {
    const { db, one } = await world(await testDatabase())
    const company = await makeOrganisation(db, { kind: 'foretag' })
    const { projectId } = await makeProject(db, { partnerIds: [one.organisationId] })
    const tutor = await makePerson(db, { organisationId: company.organisationId })
    const ask = (on = '2025-03-24') => findBookingBlock(db, { personId: tutor.personId, projectId, on })
    expect(await ask()).toBe('aid-form-missing')
    await makeParticipation(db, {
      projectId,
      personId: tutor.personId,
      partnerId: one.organisationId,
      employerId: company.organisationId,
    })
    expect(await ask()).toBe('aid-form-missing')
    const form = { project_id: projectId, organisation_id: company.organisationId, is_sme: true, changed_at: at }
    await db
      .insertInto('aid_form')
      .values({ ...form, basis: 'de-minimis', signatory: 'Idun Rönnås', status: 'skickad' })
      .execute()
    expect(await ask()).toBe('aid-form-missing')
    await db
      .updateTable('aid_form')
      .set({ status: 'undertecknad', signed_on: '2025-03-01', valid_until: '2025-12-31' })
      .where('project_id', '=', projectId)
      .execute()
    expect(await ask()).toBeUndefined()
    expect(await ask('2026-01-01')).toBe('aid-form-missing')
    const teacher = await join(db, projectId, one.organisationId)
    expect(await findBookingBlock(db, { personId: teacher.personId, projectId })).toBeUndefined()
  })
})

describe('local goals', () => {
  test('progress comes from records and ledger of the own partner, and small groups stay hidden', async () => {
    const { db, one, two, projectId, office } = await world(await testDatabase())
    await join(db, projectId, one.organisationId, { minutes: 90 })
    await join(db, projectId, one.organisationId, { minutes: 45 })
    await join(db, projectId, two.organisationId, { minutes: 600 })
    const goal = { project_id: projectId, organisation_id: one.organisationId, created_at: at, due_on: '2025-06-30' }
    await db
      .insertInto('local_goal')
      .values([
        { ...goal, wording: 'Timmar', measure: 'timmar', target: 10 },
        { ...goal, wording: 'Deltagare', measure: 'deltagare', target: 5 },
        { ...goal, wording: 'Avslut', measure: 'avslut', target: 5 },
        { ...goal, wording: 'För tidigt', measure: 'timmar', target: 5, due_on: '2025-03-23' },
        { ...goal, wording: 'K2', measure: 'deltagare', target: 5, competence_codes: ['K2'], level: 2 },
      ])
      .execute()
    const reached = Object.fromEntries(
      (await listGoals(db, participantScope(office), projectId)).map((row) => [row.wording, row.reached]),
    )
    expect(reached).toEqual({ Timmar: 2, Deltagare: 2, Avslut: 2, 'För tidigt': 0, K2: 0 })
    expect((await listGoals(db, participantScope(office), projectId)).every((row) => row.byGender === null)).toBe(true)
    expect(await listGoals(db, participantScope(two.coordinator), projectId)).toEqual([])
    expect(await listGoals(db, participantScope(one.coordinator), projectId)).toHaveLength(5)
  })
})
