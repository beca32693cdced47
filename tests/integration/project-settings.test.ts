import { describe, expect, test } from 'vitest'
import { writeProjectRules } from '~/domains/participation'
import {
  changeProjectRules,
  findProjectByDiarienr,
  keepPartner,
  listPartnerCandidates,
  listPartners,
  listProjectChanges,
} from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, makeProject } from '../support/factories'
import { at, world } from '../support/participants'

async function rulesOf(db: Db, diarienr: string) {
  const project = await findProjectByDiarienr(db, diarienr)
  if (project === undefined) throw new Error('no project')
  return writeProjectRules(project)
}

describe('the rules of a project', () => {
  test('are changed by the office alone, with the change logged before and after', async () => {
    const { db, one, office, auditor } = await world(await testDatabase())
    const { projectId, diarienr } = await makeProject(db, { partnerIds: [one.organisationId] })
    const written = { ...(await rulesOf(db, diarienr)), selfStudyEligible: 'ja', reportDueDays: '20' }
    for (const actor of [auditor, one.coordinator, await makeActor(db, 'systemadministrator')]) {
      expect(await changeProjectRules(db, actor, { diarienr, written, at })).toMatchObject({ refusal: 'not-allowed' })
    }
    expect(await rulesOf(db, diarienr)).toMatchObject({ selfStudyEligible: 'nej' })
    expect(await changeProjectRules(db, office, { diarienr, written, at })).toMatchObject({ ok: true })
    expect(await changeProjectRules(db, office, { diarienr, written, at })).toMatchObject({ ok: true })
    expect(await rulesOf(db, diarienr)).toEqual(written)
    expect(await listProjectChanges(db, projectId, 10)).toMatchObject([
      {
        action: 'project.rules-changed',
        actor: `${office.givenName} ${office.familyName}`,
        detail: {
          before: { selfStudyEligible: false, reportDueDays: 28 },
          after: { selfStudyEligible: true, reportDueDays: 20 },
        },
      },
    ])
    expect(await changeProjectRules(db, office, { diarienr: 'finns-inte', written, at })).toMatchObject({
      refusal: 'not-found',
    })
  })

  test('a faulty form changes nothing', async () => {
    const { db, office } = await world(await testDatabase())
    const { diarienr } = await makeProject(db)
    const standing = await rulesOf(db, diarienr)
    const written = { ...standing, rounding: 'minutes', finalPaymentOn: '2030-01-01' }
    expect(await changeProjectRules(db, office, { diarienr, written, at })).toEqual({
      ok: false,
      refusal: 'faults',
      faults: { finalPaymentOn: 'payment-in-future' },
    })
    expect(await rulesOf(db, diarienr)).toEqual(standing)
  })
})

describe('partners', () => {
  const form = { role: 'samverkanspart', startsOn: '', endsOn: '', partnerAttestation: '' }

  test('are added with the municipalities of the organisation, and changed with a log', async () => {
    const { db, one, office } = await world(await testDatabase())
    const { projectId, diarienr } = await makeProject(db)
    const joining = await makeOrganisation(db, { municipalityCodes: ['1484', '1485'] })
    const add = { diarienr, organisation: joining.slug, isNew: true, written: form, at }
    const change = { ...add, isNew: false, written: { ...form, role: 'extern', startsOn: '2024-01-01' } }
    expect(await keepPartner(db, one.coordinator, add)).toMatchObject({ refusal: 'not-allowed' })
    expect(await keepPartner(db, office, change)).toMatchObject({ refusal: 'not-found' })
    expect((await listPartnerCandidates(db, projectId)).map(({ slug }) => slug)).toContain(joining.slug)
    expect(await keepPartner(db, office, add)).toMatchObject({ ok: true })
    expect(await keepPartner(db, office, add)).toMatchObject({ refusal: 'already-partner' })
    expect(await keepPartner(db, office, { ...add, organisation: 'finns-inte' })).toMatchObject({
      refusal: 'no-organisation',
    })
    expect((await listPartnerCandidates(db, projectId)).map(({ slug }) => slug)).not.toContain(joining.slug)
    expect(await keepPartner(db, office, change)).toMatchObject({ ok: true })
    expect((await listPartners(db, projectId)).find(({ slug }) => slug === joining.slug)).toMatchObject({
      role: 'extern',
      startsOn: '2024-01-01',
      endsOn: null,
      municipalities: [{ code: '1484' }, { code: '1485' }],
    })
    expect((await listProjectChanges(db, projectId, 10)).map(({ action }) => action)).toEqual([
      'project.partner-changed',
      'project.partner-added',
    ])
  })

  test('the owner keeps the role of owner, and dates stay inside the project', async () => {
    const { db, office } = await world(await testDatabase())
    const { projectId, diarienr } = await makeProject(db)
    const owner = (await listPartners(db, projectId))[0]
    const change = { diarienr, organisation: owner?.slug ?? '', isNew: false, at }
    expect(await keepPartner(db, office, { ...change, written: form })).toMatchObject({
      faults: { role: 'owner-role' },
    })
    const late = { ...form, role: 'projektagare', endsOn: '2025-08-01' }
    expect(await keepPartner(db, office, { ...change, written: late })).toMatchObject({ faults: { endsOn: 'outside' } })
  })
})
