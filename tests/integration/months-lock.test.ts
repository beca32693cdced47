import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import {
  correctEntry,
  creditTime,
  findPersonMonth,
  findProjectMonth,
  listPersonMonths,
  lockMonth,
  reopenMonth,
} from '~/domains/participation/index.server'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import {
  makeActor,
  makeLockedMonth,
  makeOrganisation,
  makeParticipation,
  makeSignedMonth,
  makeTimeEntry,
} from '../support/factories'
import { at, makeWorkplace, month, stateOf } from '../support/workplace'

describe('locking and opening a month', () => {
  const lock = (db: Db, office: Actor, projectId: ProjectId, leftOut = 0, acknowledged = false) =>
    lockMonth(db, office, { projectId, month, leftOut, acknowledged, at })

  test('freezes the figures of those who are ready, and leaves the others out when that is acknowledged', async () => {
    const { db, projectId, join, office } = await makeWorkplace()
    const [ready, unsigned, unattested] = [await join(), await join(), await join()]
    for (const { personId } of [ready, unsigned, unattested])
      await makeTimeEntry(db, { personId, projectId, minutes: 95 })
    expect(await lock(db, office, projectId)).toEqual({ ok: false, refusal: 'nobody-ready' })
    await makeSignedMonth(db, { personId: ready.personId, projectId })
    await makeSignedMonth(db, { personId: unattested.personId, projectId, attested: false })
    expect(await lock(db, office, projectId)).toEqual({ ok: false, refusal: 'not-acknowledged' })
    expect(await lock(db, office, projectId, 1, true)).toEqual({ ok: false, refusal: 'more-left-out' })
    expect(await lock(db, office, projectId, 2, true)).toMatchObject({
      ok: true,
      value: { locked: 1, leftOut: 2, generation: 1 },
    })
    expect(await lock(db, office, projectId, 2, true)).toEqual({ ok: false, refusal: 'already-locked' })
    const figures = await db.selectFrom('month_figure').selectAll().where('project_id', '=', projectId).execute()
    expect(figures).toEqual([
      expect.objectContaining({
        person_id: ready.personId,
        registered_minutes: 95,
        reportable_minutes: 95,
        reported_minutes: 60,
        entry_count: 1,
        generation: 1,
      }),
    ])
    expect(await stateOf(db, projectId, ready.personId)).toBe('last')
  })

  test('time that comes to a locked month is late; opening it asks for a new signature of that person alone', async () => {
    const { db, projectId, join, office } = await makeWorkplace()
    const [late, still] = [await join(), await join()]
    for (const { personId } of [late, still]) {
      await makeTimeEntry(db, { personId, projectId, minutes: 120 })
      await makeSignedMonth(db, { personId, projectId, office })
    }
    await makeLockedMonth(db, { projectId, office })
    const finishedAt = new Date('2025-03-20T10:00:00Z')
    const items = [{ completionId: randomUUID(), title: 'Sen lektion', minutes: 30, finishedAt }]
    await db.transaction().execute((tx) => creditTime(tx, { personId: late.personId, recordedAt: at, items }))
    expect(await stateOf(db, projectId, late.personId)).toBe('last')
    const rows = await listPersonMonths(db, projectId, month, { state: 'sen', search: '' })
    expect(rows).toEqual([expect.objectContaining({ personId: late.personId, lateMinutes: 30 })])
    const reopened = await reopenMonth(db, office, { projectId, month, reason: 'Tid har kommit efter låsningen', at })
    expect(reopened).toMatchObject({ ok: true, value: { opened: 2, mustResend: [] } })
    expect(await stateOf(db, projectId, late.personId)).toBe('rattad')
    expect(await stateOf(db, projectId, still.personId)).toBe('attesterad')
    await makeSignedMonth(db, { personId: late.personId, projectId, office })
    expect(await makeLockedMonth(db, { projectId, office })).toMatchObject({ generation: 2, locked: 2 })
    const figures = await db
      .selectFrom('month_figure')
      .where('project_id', '=', projectId)
      .select(['generation', 'registered_minutes'])
      .orderBy('generation')
      .orderBy('registered_minutes')
      .execute()
    expect(figures.map((row) => `${row.generation}: ${row.registered_minutes}`)).toEqual([
      '1: 120',
      '1: 120',
      '2: 120',
      '2: 150',
    ])
  })

  test('domain.md §10 check 5: opening 2024-03 marks every later locked month, and no earlier one', async () => {
    const { db, projectId, join, office } = await makeWorkplace()
    const { personId } = await join()
    for (const of of ['2024-02', '2024-03', '2024-04', '2024-06']) {
      await makeTimeEntry(db, { personId, projectId, workedOn: `${of}-10` })
      await makeSignedMonth(db, { personId, projectId, month: of, office })
      await makeLockedMonth(db, { projectId, month: of, office })
    }
    for (const [index, of] of ['2024-02', '2024-03', '2024-04'].entries()) {
      await db
        .insertInto('export_batch')
        .values({
          project_id: projectId,
          month: of,
          number: index + 1,
          generation: 1,
          template: 'scb',
          template_version: '1',
          state: 'klar',
          content_sha256: 'ab',
          created_by: office.personId,
          created_at: at,
          finished_at: at,
        })
        .execute()
    }
    const request = { projectId, month: '2024-03', reason: 'Fel närvaro den 10 mars', at }
    expect(await reopenMonth(db, office, { ...request, reason: 'fel' })).toEqual({ ok: false, refusal: 'reason' })
    expect(await reopenMonth(db, office, request)).toMatchObject({
      ok: true,
      value: { mustResend: ['2024-04', '2024-06'] },
    })
    expect(await reopenMonth(db, office, request)).toEqual({ ok: false, refusal: 'not-locked' })
    const states = await Promise.all(
      ['2024-02', '2024-03', '2024-04', '2024-06'].map(async (of) => {
        const { state, mustResend } = await findProjectMonth(db, projectId, of)
        return `${of} ${state}${mustResend ? ' skickas om' : ''}`
      }),
    )
    const queued = await db
      .selectFrom('export_batch')
      .where('project_id', '=', projectId)
      .where('state', '=', 'koad')
      .select('month')
      .orderBy('number')
      .execute()
    expect(queued.map((row) => row.month)).toEqual(['2024-03', '2024-04'])
    expect(states).toEqual(['2024-02 last', '2024-03 oppen', '2024-04 last skickas om', '2024-06 last skickas om'])
  })

  test('nobody but the office locks or opens', async () => {
    const { db, projectId, chief } = await makeWorkplace()
    expect(await lock(db, chief, projectId)).toEqual({ ok: false, refusal: 'not-allowed' })
    const reason = 'Tid har kommit efter låsningen'
    expect(await reopenMonth(db, chief, { projectId, month, reason, at })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
  })
})

describe('corrections', () => {
  const base = { workedOn: '2025-03-12', timeType: 'schemalagd' as const, reason: 'Gick hem klockan 11', at }

  test('are a contra entry and a new one with the reason; the line stays, once corrected', async () => {
    const { db, projectId, join, office } = await makeWorkplace()
    const { personId } = await join()
    const { timeEntryId } = await makeTimeEntry(db, { personId, projectId, minutes: 120 })
    await makeSignedMonth(db, { personId, projectId })
    const correct = (request: Partial<Parameters<typeof correctEntry>[2]>, actor = office) =>
      db.transaction().execute((tx) => correctEntry(tx, actor, { timeEntryId, minutes: 45, ...base, ...request }))
    expect(await correct({ reason: 'fel' })).toEqual({ ok: false, refusal: 'reason' })
    expect(await correct({ minutes: 120 })).toEqual({ ok: false, refusal: 'same' })
    expect(await correct({ workedOn: '2025-08-01' })).toEqual({ ok: false, refusal: 'outside-project' })
    expect(await correct({ workedOn: '2025-05-01' })).toEqual({ ok: false, refusal: 'future' })
    expect(await correct({ workedOn: '2025-02-30' })).toEqual({ ok: false, refusal: 'day' })
    const first = await correct({})
    expect(first).toMatchObject({ ok: true, value: { personId } })
    expect(await correct({})).toEqual({ ok: false, refusal: 'already-corrected' })
    const rows = await db
      .selectFrom('time_entry')
      .where('person_id', '=', personId)
      .select(['minutes', 'reason', 'corrects_id'])
      .orderBy('minutes')
      .execute()
    expect(rows).toEqual([
      { minutes: -120, reason: 'Gick hem klockan 11', corrects_id: timeEntryId },
      { minutes: 45, reason: 'Gick hem klockan 11', corrects_id: timeEntryId },
      { minutes: 120, reason: null, corrects_id: null },
    ])
    expect(await findPersonMonth(db, projectId, personId, month)).toMatchObject({ state: 'oppen', minutes: 45 })
    const again = first.ok ? await correct({ timeEntryId: first.value.timeEntryId, minutes: 0 }) : first
    expect(again.ok).toBe(true)
    expect(await findPersonMonth(db, projectId, personId, month)).toMatchObject({ minutes: 0, entryCount: 4 })
  })

  test('never one’s own, and not for another organisation', async () => {
    const { db, projectId, organisationId, join } = await makeWorkplace()
    const own = await makeActor(db, 'projektkoordinator', { organisationId })
    await makeParticipation(db, { projectId, personId: own.personId, partnerId: organisationId })
    const mine = await makeTimeEntry(db, { personId: own.personId, projectId })
    const theirs = await makeTimeEntry(db, { personId: (await join()).personId, projectId })
    const correct = (actor: Actor, timeEntryId: string) =>
      db.transaction().execute((tx) => correctEntry(tx, actor, { timeEntryId, minutes: 10, ...base }))
    expect(await correct(own, mine.timeEntryId)).toEqual({ ok: false, refusal: 'own' })
    const stranger = await makeActor(db, 'projektkoordinator', {
      organisationId: (await makeOrganisation(db)).organisationId,
    })
    expect(await correct(stranger, theirs.timeEntryId)).toEqual({ ok: false, refusal: 'not-found' })
    expect((await correct(own, theirs.timeEntryId)).ok).toBe(true)
  })

  test('domain.md §10 check 4: an hour after the project’s last day is refused by the ledger itself', async () => {
    const { db, projectId, join } = await makeWorkplace()
    const { personId } = await join()
    await expect(makeTimeEntry(db, { personId, projectId, workedOn: '2025-08-01' })).rejects.toThrow(
      /outside the project/,
    )
  })
})

test('every statement of the ledger is chained in order, several persons and lines at a time', async () => {
  const { db, projectId, join } = await makeWorkplace()
  const people = await Promise.all([join(), join()])
  await db
    .insertInto('time_entry')
    .values(
      people.flatMap(({ personId }) =>
        [3, 1, 2].map((day) => ({
          person_id: personId,
          project_id: projectId,
          worked_on: `2025-03-0${day}`,
          minutes: 30,
          time_type: 'schemalagd' as const,
          source_kind: 'attendance' as const,
          source_id: randomUUID(),
          title: 'Träff',
          outside_reason: null,
          corrects_id: null,
          reason: null,
          recorded_at: at,
        })),
      ),
    )
    .execute()
  const { rows } = await sql<{ intact: boolean; last: boolean }>`
    select link.hash = sha256(coalesce(lag(link.hash) over chain, convert_to(link.person_id::text, 'utf8')) || link.row_hash) as intact,
      link.position = head.position and link.hash = head.hash as last
    from ledger_link link join ledger_head head using (person_id)
    where link.person_id = any(${people.map((one) => one.personId)}::uuid[])
    window chain as (partition by link.person_id order by link.position) order by link.person_id, link.position`.execute(
    db,
  )
  expect(rows).toHaveLength(6)
  expect(rows.every((row) => row.intact)).toBe(true)
  expect(rows.filter((row) => row.last)).toHaveLength(2)
})
