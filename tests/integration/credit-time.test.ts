import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { creditTime } from '~/domains/participation/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeOrganisation, makeParticipation, makePerson, makeProject } from '../support/factories'

const recordedAt = new Date('2025-08-02T08:00:00Z')

async function makeParticipant(db: Db, wish: { exitOn?: string; entryOn?: string | null } = {}) {
  const { organisationId } = await makeOrganisation(db)
  const { projectId } = await makeProject(db)
  const { personId } = await makePerson(db, { organisationId })
  await makeParticipation(db, {
    projectId,
    personId,
    partnerId: organisationId,
    entryOn: null,
    ...wish,
  })
  return { personId, projectId, organisationId }
}

function credit(db: Db, personId: PersonId, items: { completionId?: string; minutes?: number; finishedAt: string }[]) {
  return db.transaction().execute((tx) =>
    creditTime(tx, {
      personId,
      recordedAt,
      items: items.map((item) => ({
        completionId: item.completionId ?? randomUUID(),
        title: 'Lektion 1',
        minutes: item.minutes ?? 40,
        finishedAt: new Date(item.finishedAt),
      })),
    }),
  )
}

function ledgerOf(db: Db, personId: PersonId) {
  return db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .select(['project_id', 'worked_on', 'minutes', 'outside_reason', 'time_type', 'source_kind'])
    .orderBy('worked_on')
    .execute()
}

function recordOf(db: Db, personId: PersonId, projectId: ProjectId) {
  return db
    .selectFrom('participation')
    .where('person_id', '=', personId)
    .where('project_id', '=', projectId)
    .select(['entry_on', 'exit_on'])
    .executeTakeFirstOrThrow()
}

describe('creditTime', () => {
  test('gives the project the minutes on the Stockholm day, and the record its entry day', async () => {
    const db = await testDatabase()
    const { personId, projectId } = await makeParticipant(db)
    const credited = await credit(db, personId, [
      { finishedAt: '2024-03-11T23:30:00Z', minutes: 25 },
      { finishedAt: '2024-03-11T22:30:00Z', minutes: 15 },
    ])
    expect(credited).toEqual({ projectMinutes: 40, otherMinutes: 0 })
    expect(await ledgerOf(db, personId)).toEqual([
      expect.objectContaining({
        project_id: projectId,
        worked_on: '2024-03-11',
        minutes: 15,
        outside_reason: null,
      }),
      expect.objectContaining({
        project_id: projectId,
        worked_on: '2024-03-12',
        minutes: 25,
        time_type: 'sjalvstudier',
      }),
    ])
    expect((await recordOf(db, personId, projectId)).entry_on).toBe('2024-03-11')
  })

  test('repeating changes nothing', async () => {
    const db = await testDatabase()
    const { personId, projectId } = await makeParticipant(db)
    const items = [{ completionId: randomUUID(), finishedAt: '2024-05-02T10:00:00Z' }]
    const first = await credit(db, personId, items)
    const second = await credit(db, personId, [...items, ...items])
    expect(second).toEqual(first)
    expect(await ledgerOf(db, personId)).toHaveLength(1)
    await credit(db, personId, [{ finishedAt: '2024-01-02T10:00:00Z' }])
    expect((await recordOf(db, personId, projectId)).entry_on).toBe('2024-05-02')
  })

  test.each([
    ['2023-07-31T21:59:59Z', '2023-07-31', 'before-start'],
    ['2023-07-31T22:00:00Z', '2023-08-01', null],
    ['2025-07-31T21:59:59Z', '2025-07-31', null],
    ['2025-07-31T22:00:00Z', '2025-08-01', 'after-end'],
  ])('at %s the day is %s and the reason %s', async (finishedAt, day, reason) => {
    const db = await testDatabase()
    const { personId, projectId } = await makeParticipant(db)
    const credited = await credit(db, personId, [{ finishedAt }])
    expect(credited).toEqual(
      reason === null ? { projectMinutes: 40, otherMinutes: 0 } : { projectMinutes: 0, otherMinutes: 40 },
    )
    expect(await ledgerOf(db, personId)).toEqual([
      expect.objectContaining({
        project_id: reason === null ? projectId : null,
        worked_on: day,
        outside_reason: reason,
      }),
    ])
    expect((await recordOf(db, personId, projectId)).entry_on).toBe(reason === null ? day : null)
  })

  test('a person without a participant record has time outside every project', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    expect(await credit(db, personId, [{ finishedAt: '2024-05-02T10:00:00Z' }])).toEqual({
      projectMinutes: 0,
      otherMinutes: 40,
    })
    expect(await ledgerOf(db, personId)).toEqual([
      expect.objectContaining({
        project_id: null,
        outside_reason: 'no-record',
      }),
    ])
  })

  test('one hour lies in one project when two hold the day', async () => {
    const db = await testDatabase()
    const { personId, projectId, organisationId } = await makeParticipant(db)
    const sister = await makeProject(db, {
      startsOn: '2024-01-01',
      endsOn: '2025-12-31',
    })
    await makeParticipation(db, {
      projectId: sister.projectId,
      personId,
      partnerId: organisationId,
      entryOn: null,
    })
    await credit(db, personId, [{ finishedAt: '2025-07-31T10:00:00Z' }, { finishedAt: '2025-08-01T10:00:00Z' }])
    expect((await ledgerOf(db, personId)).map((entry) => entry.project_id)).toEqual([projectId, sister.projectId])
    expect((await recordOf(db, personId, sister.projectId)).entry_on).toBe('2025-08-01')
  })

  test('someone who returns after an exit is in the same record again', async () => {
    const db = await testDatabase()
    const { personId, projectId } = await makeParticipant(db, {
      entryOn: '2024-01-10',
      exitOn: '2024-06-30',
    })
    await credit(db, personId, [{ finishedAt: '2024-06-30T10:00:00Z' }])
    expect(await recordOf(db, personId, projectId)).toEqual({
      entry_on: '2024-01-10',
      exit_on: '2024-06-30',
    })
    await credit(db, personId, [{ finishedAt: '2024-09-02T10:00:00Z' }])
    expect(await recordOf(db, personId, projectId)).toEqual({
      entry_on: '2024-01-10',
      exit_on: null,
    })
  })

  test('items without minutes leave no entry', async () => {
    const db = await testDatabase()
    const { personId, projectId } = await makeParticipant(db)
    expect(await credit(db, personId, [{ finishedAt: '2024-05-02T10:00:00Z', minutes: 0 }])).toEqual({
      projectMinutes: 0,
      otherMinutes: 0,
    })
    expect(await ledgerOf(db, personId)).toEqual([])
    expect((await recordOf(db, personId, projectId)).entry_on).toBeNull()
  })

  test('the ledger refuses change and removal', async () => {
    const db = await testDatabase()
    const { personId } = await makeParticipant(db)
    await credit(db, personId, [{ finishedAt: '2024-05-02T10:00:00Z' }])
    const own = db.updateTable('time_entry').set({ minutes: 400 }).where('person_id', '=', personId)
    await expect(own.execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('time_entry').where('person_id', '=', personId).execute()).rejects.toThrow('append-only')
  })
})
