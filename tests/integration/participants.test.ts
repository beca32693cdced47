import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { participantScope, readParticipantFilter } from '~/domains/participation'
import {
  changeDates,
  findRecord,
  listFilterChoices,
  listChosenParticipants,
  listLedger,
  listParticipantIds,
  listParticipants,
  listProjectLines,
  listReachedProjects,
  sumParticipants,
} from '~/domains/participation/index.server'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeActor, makeMunicipality } from '../support/factories'
import { at, auditOf, join, makePartner, world } from '../support/participants'

const all = readParticipantFilter(new URLSearchParams())

const namesFor = async (db: Db, actor: Actor, projectId: ProjectId, query = '') =>
  (
    await listParticipants(db, participantScope(actor), projectId, readParticipantFilter(new URLSearchParams(query)))
  ).map((row) => row.name)

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

  test('a file holds the rows of the list in its order, part by part, and nothing beyond the scope', async () => {
    const { db, one, two, projectId, office } = await world(await testDatabase())
    for (const minutes of [30, 90, 60, 90])
      await join(db, projectId, one.organisationId, { familyName: 'Alm', minutes, protection: 'none' })
    await join(db, projectId, two.organisationId, { protection: 'marked', minutes: 45 })
    for (const query of ['', 'ordning=minuter&riktning=ner', 'sok=Alm']) {
      const filter = readParticipantFilter(new URLSearchParams(query))
      const scope = participantScope(office)
      const list = await listParticipants(db, scope, projectId, filter)
      const ids = await listParticipantIds(db, scope, projectId, filter)
      const parts = [ids.slice(0, 2), ids.slice(2)]
      const rows = await Promise.all(parts.map((some) => listChosenParticipants(db, scope, projectId, some)))
      expect(rows.flat()).toEqual(list)
    }
    const every = await listParticipantIds(db, participantScope(office), projectId, all)
    expect(every).toHaveLength(5)
    expect(await listChosenParticipants(db, participantScope(two.coordinator), projectId, every)).toHaveLength(1)
    const stranger = await makePartner(db)
    expect(await listChosenParticipants(db, participantScope(stranger.coordinator), projectId, every)).toEqual([])
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
