import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findBatch, listBatches, listIncomplete, queueReexports } from '~/domains/participation/index.server'
import { csvOfBatch } from '~/domains/participation/reports/content.server'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeActor } from '../support/factories'
import { monthOf, reportedAt, reportWorld, scbTemplate, vault } from '../support/reports'

async function fileOf(db: Db, batchId: string, subject: { diarienr: string; projectName: string; month: string }) {
  const pieces: Buffer[] = []
  const request = {
    batchId,
    template: scbTemplate(),
    subject: { ...subject, number: 1, rounding: 'floor_hours' as const },
  }
  for await (const piece of csvOfBatch(db, vault, request)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const ok = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome.value
}

describe('the file of a month', () => {
  it('holds the frozen figures, a start and an end only in their month, and proves its bytes', async () => {
    const world = await reportWorld(await testDatabase())
    const { db, join, lock, make } = world
    const one = await join({ number: '198101012386' })
    const two = await join({ number: '198801012397' })
    await lock('2025-03', [
      { ...one, minutes: 125, entryOn: '2025-03-04' },
      { ...two, minutes: 600, entryOn: '2025-02-01', exitOn: '2025-03-28' },
    ])
    const { batchId, number } = ok(await make('2025-03'))
    const batch = await findBatch(db, batchId)
    expect(batch).toMatchObject({ number: 1, state: 'klar', rowCount: 2, reportedMinutes: 720, difference: null })
    const subject = { diarienr: world.diarienr, projectName: 'Projekt', month: '2025-03' }
    const bytes = await fileOf(db, batchId, subject)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(batch?.contentSha256)
    const lines = bytes.toString('utf8').split('\r\n')
    expect(lines[0]).toBe('\uFEFFPersonnummer;Startdatum;Slutdatum;Antal timmar')
    expect(new Set(lines.slice(1, 3))).toEqual(new Set(['198101012386;20250304;;2', '198801012397;;20250328;10']))
    expect(number).toBe(1)
    const states = await db
      .selectFrom('person_month')
      .where('project_id', '=', world.projectId)
      .select('state')
      .execute()
    expect(states).toEqual([{ state: 'exporterad' }, { state: 'exporterad' }])
    const events = await db
      .selectFrom('month_event')
      .where('project_id', '=', world.projectId)
      .select(['kind', 'method', 'minutes'])
      .orderBy('minutes')
      .execute()
    expect(events).toEqual([
      { kind: 'exporterad', method: 'kontor', minutes: 125 },
      { kind: 'exporterad', method: 'kontor', minutes: 600 },
    ])
  })

  it('writes the code of protected persons, women and men apart, and no number of theirs', async () => {
    const world = await reportWorld(await testDatabase())
    const woman = await world.join({ number: '198101012386', protection: 'protected' })
    const man = await world.join({ number: '198101012394', protection: 'marked' })
    const unset = await world.join({ number: '198000692387', protection: 'protected' })
    await world.lock(
      '2025-03',
      [woman, man, unset].map((person) => ({ ...person, minutes: 60 })),
    )
    const { batchId } = ok(await world.make('2025-03'))
    const text = (await fileOf(world.db, batchId, { ...world, projectName: '', month: '2025-03' })).toString()
    for (const code of ['19810101Tf29', '19810101Tf19', '19800069Tf29']) expect(text).toContain(`${code};;;1\r\n`)
    for (const { digits } of [woman, man, unset]) expect(text).not.toContain(digits)
  })

  it('leaves incomplete records out unless each is acknowledged by name, and says who let them', async () => {
    const world = await reportWorld(await testDatabase())
    const { db, projectId, join, lock, make, office } = world
    const whole = await join()
    const without = await join({ number: null })
    const unread = await join({ acknowledged: false })
    await lock(
      '2025-03',
      [whole, without, unread].map((person) => ({ ...person, minutes: 120 })),
    )
    const incomplete = await listIncomplete(db, projectId, '2025-03', 1)
    expect(new Map(incomplete.map(({ participationId, missing }) => [participationId, missing]))).toEqual(
      new Map([
        [without.participationId, ['identity-number']],
        [unread.participationId, ['notice']],
      ]),
    )
    const first = ok(await make('2025-03'))
    expect(await findBatch(db, first.batchId)).toMatchObject({ rowCount: 1, acknowledged: [] })
    const stillLocked = await db
      .selectFrom('person_month')
      .where('person_id', '=', unread.personId)
      .select('state')
      .executeTakeFirst()
    expect(stillLocked?.state).toBe('last')
    const second = ok(await make('2025-03', { seen: 1, acknowledged: [unread.participationId] }))
    expect(await findBatch(db, second.batchId)).toMatchObject({
      rowCount: 2,
      acknowledged: [{ participationId: unread.participationId, missing: ['notice'], by: office.personId }],
      difference: { previous: first.batchId, added: 1, removed: 0, changed: 0, minutes: 120 },
    })
    expect(await findBatch(db, first.batchId)).toMatchObject({ supersededBy: { batchId: second.batchId, number: 2 } })
  })

  it('is not made of an open month, by another role, for nobody, or unseen by the one who asks', async () => {
    const world = await reportWorld(await testDatabase())
    const { db, join, lock, make, projectId } = world
    const one = await join()
    expect(await make('2025-03')).toEqual({ ok: false, refusal: 'not-locked' })
    await lock('2025-03', [{ ...one, minutes: 60 }])
    for (const role of ['revisor', 'projektkoordinator', 'chef', 'systemadministrator'] as const) {
      expect(await make('2025-03', { actor: await makeActor(db, role) })).toEqual({ ok: false, refusal: 'not-allowed' })
    }
    const elsewhere = await makeActor(db, 'projektadministrator', { organisationId: world.organisationId })
    expect(await make('2025-03', { actor: elsewhere })).toEqual({ ok: false, refusal: 'not-found' })
    ok(await make('2025-03'))
    expect(await make('2025-03')).toEqual({ ok: false, refusal: 'changed' })
    await db.updateTable('project_month').set({ state: 'oppen' }).where('project_id', '=', projectId).execute()
    expect(await make('2025-03', { seen: 1 })).toEqual({ ok: false, refusal: 'not-locked' })
    const other = await reportWorld(db)
    const without = await other.join({ number: null })
    await other.lock('2025-03', [{ ...without, minutes: 60 }])
    expect(await other.make('2025-03')).toEqual({ ok: false, refusal: 'nothing' })
    expect(await listBatches(db, other.projectId)).toEqual([])
  })
})

describe('months in order', () => {
  it('refuses a later month while an earlier one is not sent, and queues the later ones when one is reopened', async () => {
    const world = await reportWorld(await testDatabase())
    const { db, projectId, join, lock, make, office } = world
    const one = await join()
    for (const month of ['2025-01', '2025-02', '2025-03']) await lock(month, [{ ...one, minutes: 60 }])
    expect(await make('2025-02')).toEqual({ ok: false, refusal: 'earlier-unexported' })
    for (const month of ['2025-01', '2025-02', '2025-03']) ok(await make(month))

    const queue = () =>
      db.transaction().execute((tx) => queueReexports(tx, projectId, '2025-01', reportedAt, office.personId))
    expect(await queue()).toBe(3)
    expect(await queue()).toBe(0)
    const waiting = (await listBatches(db, projectId)).filter(({ state }) => state === 'koad')
    expect(waiting.map(({ month, number }) => [month, number])).toEqual([
      ['2025-03', 6],
      ['2025-02', 5],
      ['2025-01', 4],
    ])
    expect(await make('2025-02', { seen: 2 })).toEqual({ ok: false, refusal: 'earlier-queued' })
    await lock('2025-01', [{ ...one, minutes: 185 }])
    const again = ok(await make('2025-01', { seen: 1 }))
    expect(again.number).toBe(4)
    expect(await findBatch(db, again.batchId)).toMatchObject({
      generation: 2,
      difference: { added: 0, removed: 0, changed: 1, minutes: 120 },
    })
    expect((await monthOf(db, projectId, '2025-03')).mustResend).toBe(true)
    expect(ok(await make('2025-02', { seen: 2 })).number).toBe(5)
    expect((await monthOf(db, projectId, '2025-02')).mustResend).toBe(false)
    expect((await monthOf(db, projectId, '2025-03')).mustResend).toBe(true)
  })
})
