import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { participantScope } from '~/domains/participation'
import {
  findBookingBlock,
  keepAidForm,
  keepGoal,
  keepPartner,
  listExternalEmployers,
  listGoals,
  listProjectChanges,
  setGoalClosed,
} from '~/domains/participation/index.server'
import { testDatabase } from '../support/database'
import { makeOrganisation, makePerson, makeProject, westumFramework } from '../support/factories'
import { at, world } from '../support/participants'

const written = {
  wording: 'Alla har gått minst en kurs',
  measure: 'deltagare',
  target: '12',
  competenceCodes: [],
  level: '',
  dueOn: '2025-06-30',
}

async function partners() {
  const base = await world(await testDatabase())
  await westumFramework(base.db)
  const { projectId, diarienr } = await makeProject(base.db, {
    partnerIds: [base.one.organisationId, base.two.organisationId],
  })
  return { ...base, projectId, diarienr }
}

describe('local goals', () => {
  test('a coordinator keeps those of the own partner, the office all, an auditor none', async () => {
    const { db, one, two, office, auditor, projectId, diarienr } = await partners()
    const mine = { diarienr, organisation: one.slug, at, localGoalId: null, written }
    expect(await keepGoal(db, two.coordinator, mine)).toMatchObject({ refusal: 'not-found' })
    expect(await keepGoal(db, auditor, mine)).toMatchObject({ refusal: 'not-allowed' })
    expect(await keepGoal(db, one.coordinator, mine)).toMatchObject({ ok: true })
    expect(await keepGoal(db, office, { ...mine, organisation: two.slug })).toMatchObject({ ok: true })
    expect(await listGoals(db, participantScope(office), projectId)).toHaveLength(2)
    const [goal] = await listGoals(db, participantScope(one.coordinator), projectId)
    expect(goal).toMatchObject({ wording: written.wording, target: 12, reached: 0, partnerSlug: one.slug })
    const change = { ...mine, localGoalId: goal?.localGoalId ?? '', written: { ...written, target: '20' } }
    expect(await keepGoal(db, two.coordinator, change)).toMatchObject({ refusal: 'not-found' })
    expect(await keepGoal(db, two.coordinator, { ...change, organisation: two.slug })).toMatchObject({
      refusal: 'not-found',
    })
    expect(await keepGoal(db, one.coordinator, change)).toMatchObject({ ok: true })
    expect(await keepGoal(db, one.coordinator, change)).toMatchObject({ ok: true })
    expect((await listProjectChanges(db, projectId, 1))[0]).toMatchObject({
      action: 'project.goal-changed',
      detail: { partner: one.slug, before: { target: 12 }, after: { target: 20 } },
    })
    const close = { diarienr, organisation: one.slug, at, localGoalId: change.localGoalId, closed: true }
    expect(await setGoalClosed(db, two.coordinator, close)).toMatchObject({ refusal: 'not-found' })
    expect(await setGoalClosed(db, auditor, close)).toMatchObject({ refusal: 'not-allowed' })
    expect(await setGoalClosed(db, one.coordinator, close)).toMatchObject({ ok: true })
    expect(await listGoals(db, participantScope(one.coordinator), projectId)).toMatchObject([{ closedAt: at }])
    expect(await setGoalClosed(db, office, { ...close, closed: false })).toMatchObject({ ok: true })
    expect(await listGoals(db, participantScope(one.coordinator), projectId)).toMatchObject([{ closedAt: null }])
    expect(await setGoalClosed(db, office, { ...close, localGoalId: randomUUID() })).toMatchObject({
      refusal: 'not-found',
    })
  })

  test('codes that no framework has are refused and nothing is written', async () => {
    const { db, one, projectId, diarienr, office } = await partners()
    const wish = { diarienr, organisation: one.slug, at, localGoalId: null }
    expect(await keepGoal(db, office, { ...wish, written: { ...written, competenceCodes: ['X9'] } })).toEqual({
      ok: false,
      refusal: 'faults',
      faults: { competenceCodes: 'competence' },
    })
    expect(await listGoals(db, participantScope(office), projectId)).toEqual([])
    expect(await listProjectChanges(db, projectId, 10)).toEqual([])
  })
})

describe('the state-aid form of an external employer', () => {
  const form = {
    ...{ basis: 'de-minimis', isSme: 'ja', signatory: 'Idun Rönnås', amount: '1 200', status: 'undertecknad' },
    ...{ sentOn: '', signedOn: '2025-03-01', validUntil: '', note: '' },
  }

  test('is kept by the office alone, and its signing opens booking', async () => {
    const { db, one, office, auditor, projectId, diarienr } = await partners()
    const company = await makeOrganisation(db, { kind: 'foretag' })
    const tutor = await makePerson(db, { organisationId: company.organisationId })
    const place = { diarienr, organisation: company.slug, at }
    const extern = { role: 'extern', startsOn: '', endsOn: '', partnerAttestation: '' }
    expect(await keepAidForm(db, office, { ...place, written: form })).toMatchObject({ refusal: 'not-found' })
    await keepPartner(db, office, { ...place, isNew: true, written: extern })
    expect(await listExternalEmployers(db, projectId)).toMatchObject([{ slug: company.slug, form: undefined }])
    for (const actor of [auditor, one.coordinator]) {
      expect(await keepAidForm(db, actor, { ...place, written: form })).toMatchObject({ refusal: 'not-allowed' })
    }
    const ask = () => findBookingBlock(db, { personId: tutor.personId, projectId, on: '2025-03-24' })
    expect(await keepAidForm(db, office, { ...place, written: { ...form, signedOn: '' } })).toMatchObject({
      faults: { signedOn: 'signed-missing' },
    })
    expect(await ask()).toBe('aid-form-missing')
    expect(await keepAidForm(db, office, { ...place, written: form })).toMatchObject({ ok: true })
    expect(await ask()).toBeUndefined()
    expect((await listProjectChanges(db, projectId, 1))[0]).toMatchObject({
      action: 'project.aid-form-changed',
      detail: { partner: company.slug, after: { status: 'undertecknad', amountOre: 120_000 } },
    })
    expect(await keepAidForm(db, office, { diarienr, organisation: one.slug, at, written: form })).toMatchObject({
      refusal: 'not-found',
    })
  })
})
