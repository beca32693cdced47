import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Actor, type Protection } from '~/domains/identity'
import { participantScope, readParticipantFilter } from '~/domains/participation'
import {
  acknowledgeNotice,
  addIdentityNumber,
  changeDates,
  creditTime,
  findRecord,
  listFilterChoices,
  listLedger,
  listMaskedNumbers,
  listOwnRecords,
  listParticipants,
  listProjectLines,
  listReachedProjects,
  openVault,
  revealIdentityNumber,
  sumParticipants,
} from '~/domains/participation/index.server'
import type { OrganisationId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import {
  makeActor,
  makeCourseCompletion,
  makeMunicipality,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
} from '../support/factories'

const vault = openVault(randomBytes(32).toString('hex'))
const at = new Date('2025-03-24T09:00:00Z')
const all = readParticipantFilter(new URLSearchParams())

async function makePartner(db: Db) {
  const { organisationId, slug, name } = await makeOrganisation(db)
  const coordinator = await makeActor(db, 'projektkoordinator', { organisationId })
  return { organisationId, slug, name, coordinator }
}

async function join(
  db: Db,
  projectId: ProjectId,
  partnerId: OrganisationId,
  wish: { familyName?: string; protection?: Protection; minutes?: number; municipalityCode?: string } = {},
) {
  const person = await makePerson(db, { organisationId: partnerId, ...wish })
  const { participationId } = await makeParticipation(db, {
    projectId,
    personId: person.personId,
    partnerId,
    entryOn: null,
    municipalityCode: wish.municipalityCode ?? null,
  })
  if (wish.minutes !== undefined) {
    const { completionId } = await makeCourseCompletion(db, { personId: person.personId, minutes: wish.minutes })
    const items = [{ completionId, title: 'En kurs', minutes: wish.minutes, finishedAt: at }]
    await db.transaction().execute((tx) => creditTime(tx, { personId: person.personId, items, recordedAt: at }))
  }
  return { ...person, participationId }
}

async function world(db: Db) {
  const [one, two] = [await makePartner(db), await makePartner(db)]
  const { projectId } = await makeProject(db)
  const office = await makeActor(db, 'projektadministrator')
  const auditor = await makeActor(db, 'revisor')
  return { db, one, two, projectId, office, auditor }
}

const namesFor = async (db: Db, actor: Actor, projectId: ProjectId, query = '') =>
  (
    await listParticipants(db, participantScope(actor), projectId, readParticipantFilter(new URLSearchParams(query)))
  ).map((row) => row.name)

async function auditOf(db: Db, subjectId: string) {
  return db
    .selectFrom('audit_event')
    .where('subject_id', '=', subjectId)
    .select(['action', 'reason', 'actor_id', 'detail'])
    .orderBy('audit_event_id')
    .execute()
}

describe('the participant list', () => {
  test('the office and auditors reach everybody, a coordinator the own partner, others nobody', async () => {
    const { db, one, two, projectId, office, auditor } = await world(await testDatabase())
    const a = await join(db, projectId, one.organisationId, { familyName: 'Alm' })
    const b = await join(db, projectId, two.organisationId, { familyName: 'Björk' })
    const both = [`${a.givenName} Alm`, `${b.givenName} Björk`]
    expect(await namesFor(db, office, projectId)).toEqual(both)
    expect(await namesFor(db, auditor, projectId)).toEqual(both)
    expect(await namesFor(db, one.coordinator, projectId)).toEqual([both[0]])
    expect(await namesFor(db, two.coordinator, projectId)).toEqual([both[1]])
    for (const role of ['medarbetare', 'chef', 'redaktor', 'systemadministrator'] as const) {
      const other = await makeActor(db, role, { organisationId: one.organisationId })
      expect(await namesFor(db, other, projectId)).toEqual([])
    }
    expect((await listReachedProjects(db, participantScope(one.coordinator))).map((p) => p.projectId)).toEqual([
      projectId,
    ])
    const stranger = (await makePartner(db)).coordinator
    expect(await listReachedProjects(db, participantScope(stranger))).toEqual([])
    expect(await listFilterChoices(db, participantScope(one.coordinator), projectId)).toEqual({
      partners: [{ slug: one.slug, name: one.name }],
      municipalities: [],
    })
  })

  test('filters, sorts, pages, and its totals reconcile with its rows', async () => {
    const { db, one, two, projectId, office } = await world(await testDatabase())
    const code = await makeMunicipality(db, '1484')
    const a = await join(db, projectId, one.organisationId, { familyName: 'Alm', minutes: 90, municipalityCode: code })
    const b = await join(db, projectId, one.organisationId, { familyName: '50%_regn', minutes: 30 })
    const c = await join(db, projectId, two.organisationId, { familyName: 'Cedersund', minutes: 200 })
    const [na, nb, nc] = [a, b, c].map((person) => `${person.givenName} ${person.familyName}`)
    expect(await namesFor(db, office, projectId, 'ordning=minuter&riktning=ner')).toEqual([nc, na, nb])
    expect(await namesFor(db, office, projectId, `partner=${one.slug}&ordning=minuter`)).toEqual([nb, na])
    expect(await namesFor(db, office, projectId, 'sok=CEDER')).toEqual([nc])
    expect(await namesFor(db, office, projectId, 'sok=%25_')).toEqual([nb])
    expect(await namesFor(db, office, projectId, 'kommun=1484')).toEqual([na])
    expect(await namesFor(db, office, projectId, 'komplett=ja')).toEqual([])
    const scope = participantScope(office)
    const rows = await listParticipants(db, scope, projectId, all)
    const pages = await Promise.all(
      [1, 2].map((number) => listParticipants(db, scope, projectId, all, { size: 2, number })),
    )
    expect(pages.flat()).toEqual(rows)
    const totals = await sumParticipants(
      db,
      scope,
      projectId,
      readParticipantFilter(new URLSearchParams(`partner=${one.slug}`)),
    )
    expect(totals).toEqual({ found: 2, foundMinutes: 120, participants: 3, complete: 0, minutes: 320, completions: 3 })
    expect(rows.reduce((sum, row) => sum + row.minutes, 0)).toBe(320)
    const lines = await listProjectLines(
      db,
      projectId,
      rows.map((row) => row.personId),
    )
    expect([...lines.values()].flat().reduce((sum, line) => sum + line.minutes, 0)).toBe(320)
  })

  test('a protected person is an alias without place, and no filter or order gives more away', async () => {
    const { db, one, projectId, office } = await world(await testDatabase())
    const code = await makeMunicipality(db, '1484')
    const hidden = await join(db, projectId, one.organisationId, {
      familyName: 'Hemligström',
      protection: 'marked',
      minutes: 45,
      municipalityCode: code,
    })
    const [row] = await listParticipants(db, participantScope(office), projectId, all)
    expect(row).toMatchObject({ isProtected: true, partner: null, employer: null, municipality: null, minutes: 45 })
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${hidden.givenName}|Hemligström|${hidden.email}`))
    expect(await namesFor(db, office, projectId, 'sok=Hemlig')).toEqual([])
    expect(await namesFor(db, office, projectId, `partner=${one.slug}`)).toEqual([])
    expect(await namesFor(db, office, projectId, 'kommun=1484')).toEqual([])
    expect(await listFilterChoices(db, participantScope(office), projectId)).toEqual({
      partners: [],
      municipalities: [],
    })
  })
})

describe('a participant record', () => {
  test('is found by the own coordinator and not by that of another partner', async () => {
    const { db, one, two, projectId } = await world(await testDatabase())
    const { participationId } = await join(db, projectId, one.organisationId)
    expect(await findRecord(db, participantScope(one.coordinator), participationId)).toMatchObject({ participationId })
    expect(await findRecord(db, participantScope(two.coordinator), participationId)).toBeUndefined()
    expect(await findRecord(db, participantScope(one.coordinator), randomUUID())).toBeUndefined()
  })

  test('its days are kept by office and own coordinator, and logged', async () => {
    const { db, one, two, projectId, office, auditor } = await world(await testDatabase())
    const { participationId } = await join(db, projectId, one.organisationId)
    const change = { participationId, entryOn: '2024-01-10', exitOn: '2024-06-30', at }
    expect(await changeDates(db, auditor, change)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await changeDates(db, two.coordinator, change)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await auditOf(db, participationId)).toEqual([])
    expect(await changeDates(db, one.coordinator, change)).toMatchObject({ ok: true })
    expect(await changeDates(db, office, { ...change, exitOn: '2025-08-01' })).toEqual({
      ok: false,
      refusal: 'exit-after-end',
    })
    expect(await findRecord(db, participantScope(office), participationId)).toMatchObject({
      entryOn: '2024-01-10',
      exitOn: '2024-06-30',
    })
    expect(await auditOf(db, participationId)).toEqual([
      expect.objectContaining({
        action: 'participation.dates-changed',
        actor_id: one.coordinator.personId,
        detail: {
          before: { entryOn: null, exitOn: null },
          after: { entryOn: '2024-01-10', exitOn: '2024-06-30' },
        },
      }),
    ])
  })

  test('the person acknowledges the notice once', async () => {
    const { db, one, projectId } = await world(await testDatabase())
    const { personId } = await join(db, projectId, one.organisationId)
    const other = await join(db, projectId, one.organisationId)
    await acknowledgeNotice(db, personId, '1.0', at)
    await acknowledgeNotice(db, personId, '2.0', new Date('2025-04-01T09:00:00Z'))
    expect(await listOwnRecords(db, personId)).toMatchObject([{ projectId, noticeVersion: '1.0', noticeAckAt: at }])
    expect(await listOwnRecords(db, other.personId)).toMatchObject([{ noticeAckAt: null }])
  })

  test('the ledger names the course of each entry', async () => {
    const { db, one, projectId } = await world(await testDatabase())
    const { personId } = await join(db, projectId, one.organisationId, { minutes: 60 })
    expect(await listLedger(db, personId)).toEqual([
      expect.objectContaining({
        projectId,
        minutes: 60,
        courseSlug: expect.any(String),
        round: 1,
        outsideReason: null,
      }),
    ])
  })
})

describe('identity numbers', () => {
  test('are added, replaced, kept masked, and never twice', async () => {
    const { db, one, two, projectId, office, auditor } = await world(await testDatabase())
    const a = await join(db, projectId, one.organisationId)
    const b = await join(db, projectId, two.organisationId)
    const add = (actor: Actor, participationId: string, number: string) =>
      addIdentityNumber(db, actor, vault, { participationId, written: number, at })
    expect(await add(one.coordinator, a.participationId, '810101-2386')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await add(auditor, a.participationId, '810101-2386')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await add(office, a.participationId, '810101-2387')).toEqual({ ok: false, refusal: 'check-digit' })
    expect(await add(office, randomUUID(), '810101-2386')).toEqual({ ok: false, refusal: 'not-found' })
    expect(await add(office, a.participationId, '880162-2393')).toMatchObject({
      ok: true,
      value: { masked: '19880162-••••' },
    })
    expect(await add(office, a.participationId, '810101-2386')).toMatchObject({ ok: true })
    expect(await add(office, a.participationId, '19810101 2386')).toEqual({ ok: false, refusal: 'same-number' })
    expect(await add(office, b.participationId, '810101-2386')).toEqual({ ok: false, refusal: 'taken' })
    expect(await listMaskedNumbers(db, a.personId)).toEqual([
      expect.objectContaining({ masked: '19810101-••••', kind: 'personnummer', isCurrent: true }),
      expect.objectContaining({ masked: '19880162-••••', kind: 'samordningsnummer', isCurrent: false }),
    ])
    expect(await listMaskedNumbers(db, b.personId)).toEqual([])
    const stored = await db.selectFrom('identity_number').where('person_id', '=', a.personId).selectAll().execute()
    for (const row of stored) {
      const bytes = Buffer.concat([row.ciphertext, row.lookup_hash]).toString('latin1')
      expect(bytes + JSON.stringify(row)).not.toMatch(/8101012386|8801622393/)
    }
    expect(JSON.stringify(await auditOf(db, a.personId))).not.toMatch(/2386|2393/)
  })

  test('are revealed to the office alone, with a reason that is logged', async () => {
    const { db, one, projectId, office, auditor } = await world(await testDatabase())
    const { participationId, personId } = await join(db, projectId, one.organisationId)
    const other = await join(db, projectId, one.organisationId)
    expect(await addIdentityNumber(db, office, vault, { participationId, written: '880101-2397', at })).toMatchObject({
      ok: true,
    })
    const [number] = await listMaskedNumbers(db, personId)
    const identityNumberId = number?.identityNumberId ?? ''
    const request = { participationId, identityNumberId, reason: 'Rättar månadsrapporten', at }
    for (const actor of [one.coordinator, auditor, other.actor]) {
      expect(await revealIdentityNumber(db, actor, vault, request)).toEqual({ ok: false, refusal: 'not-allowed' })
    }
    expect(await revealIdentityNumber(db, office, vault, { ...request, reason: '   kort   ' })).toEqual({
      ok: false,
      refusal: 'reason',
    })
    expect(
      await revealIdentityNumber(db, office, vault, { ...request, participationId: other.participationId }),
    ).toEqual({ ok: false, refusal: 'not-found' })
    expect((await auditOf(db, personId)).map((event) => event.action)).toEqual(['identity-number.added'])
    expect(await revealIdentityNumber(db, office, vault, request)).toEqual({
      ok: true,
      value: { number: '19880101-2397' },
    })
    expect((await auditOf(db, personId)).at(-1)).toEqual({
      action: 'identity-number.revealed',
      reason: 'Rättar månadsrapporten',
      actor_id: office.personId,
      detail: { identityNumberId },
    })
  })

  test('of protected persons are neither added nor revealed here', async () => {
    const { db, one, projectId, office } = await world(await testDatabase())
    const { participationId } = await join(db, projectId, one.organisationId, { protection: 'protected' })
    const added = await addIdentityNumber(db, office, vault, { participationId, written: '920101-2391', at })
    expect(added).toEqual({ ok: false, refusal: 'protected' })
    const request = { participationId, identityNumberId: randomUUID(), reason: 'Rättar månadsrapporten', at }
    expect(await revealIdentityNumber(db, office, vault, request)).toEqual({ ok: false, refusal: 'protected' })
  })
})
