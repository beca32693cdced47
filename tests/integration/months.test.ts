import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  attestAsOffice,
  attestMonths,
  creditAttendance,
  creditTime,
  findPersonMonth,
  linesSha256,
  listPersonMonths,
  returnMonths,
  signMonth,
} from '~/domains/participation/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeActor, makeOrganisation, makeParticipation, makeSignedMonth, makeTimeEntry } from '../support/factories'
import { at, eventsOf, makeWorkplace, month, stateOf } from '../support/workplace'

function sign(db: Db, personId: PersonId, projectId: ProjectId, seen: string) {
  return signMonth(db, { personId, projectId, month, seen, at })
}

describe('signing a month', () => {
  test('seals the lines as they were shown, with the digest that the page can make itself', async () => {
    const { db, projectId, join } = await makeWorkplace()
    const { personId } = await join()
    await makeTimeEntry(db, { personId, projectId, minutes: 90, workedOn: '2025-03-12' })
    await makeTimeEntry(db, { personId, projectId, minutes: 45, workedOn: '2025-03-03', timeType: 'sjalvstudier' })
    const standing = await findPersonMonth(db, projectId, personId, month)
    expect(standing).toMatchObject({ state: 'oppen', minutes: 135, reportableMinutes: 90, entryCount: 2 })
    const rows = await db.selectFrom('time_entry').selectAll().where('person_id', '=', personId).execute()
    const lines = rows.map((row) => ({
      timeEntryId: row.time_entry_id,
      workedOn: row.worked_on,
      minutes: row.minutes,
      timeType: row.time_type,
    }))
    expect(standing?.linesSha256).toBe(linesSha256(lines))
    const outcome = await sign(db, personId, projectId, standing?.linesSha256 ?? '')
    expect(outcome.ok).toBe(true)
    expect(await stateOf(db, projectId, personId)).toBe('signerad')
    expect(await sign(db, personId, projectId, standing?.linesSha256 ?? '')).toEqual({
      ok: false,
      refusal: 'already-signed',
    })
    expect(await eventsOf(db, projectId, personId)).toEqual([
      expect.objectContaining({ kind: 'signerad', method: 'egen', minutes: 135, entry_count: 2 }),
    ])
  })

  test('refuses lines that have changed since the page was shown, and a month without time', async () => {
    const { db, projectId, join } = await makeWorkplace()
    const { personId } = await join()
    expect(await sign(db, personId, projectId, '')).toEqual({ ok: false, refusal: 'not-found' })
    await makeTimeEntry(db, { personId, projectId })
    const seen = (await findPersonMonth(db, projectId, personId, month))?.linesSha256 ?? ''
    await makeTimeEntry(db, { personId, projectId })
    expect(await sign(db, personId, projectId, seen)).toEqual({ ok: false, refusal: 'changed' })
  })

  test('new time in a signed month opens it; repeating what the ledger has does not', async () => {
    const { db, projectId, join } = await makeWorkplace()
    const { personId } = await join()
    const item = {
      completionId: randomUUID(),
      title: 'Lektion',
      minutes: 30,
      finishedAt: new Date('2025-03-05T12:00:00Z'),
    }
    const credit = (items: (typeof item)[]) =>
      db.transaction().execute((tx) => creditTime(tx, { personId, recordedAt: at, items }))
    await credit([item])
    await makeSignedMonth(db, { personId, projectId })
    expect(await stateOf(db, projectId, personId)).toBe('attesterad')
    await credit([item])
    expect(await stateOf(db, projectId, personId)).toBe('attesterad')
    await credit([{ ...item, completionId: randomUUID() }])
    expect(await stateOf(db, projectId, personId)).toBe('oppen')
    const kinds = (await eventsOf(db, projectId, personId)).map(({ kind, method }) => `${kind} ${method}`)
    expect(kinds).toEqual(['signerad egen', 'attesterad kontor', 'andrad system'])
  })

  test('attendance over midnight at the end of a month opens both months', async () => {
    const { db, projectId, join } = await makeWorkplace()
    const { personId } = await join()
    await makeTimeEntry(db, { personId, projectId, workedOn: '2025-03-10' })
    await makeTimeEntry(db, { personId, projectId, workedOn: '2025-04-10' })
    await makeSignedMonth(db, { personId, projectId })
    await makeSignedMonth(db, { personId, projectId, month: '2025-04' })
    const item = {
      sourceId: randomUUID(),
      title: 'Kvällsträff',
      timeType: 'schemalagd' as const,
      startsAt: new Date('2025-03-31T21:00:00Z'),
      endsAt: new Date('2025-03-31T23:00:00Z'),
      minutes: 120,
    }
    await db
      .transaction()
      .execute((tx) =>
        creditAttendance(tx, { personId, projectId, items: [item], recordedBy: personId, recordedAt: at }),
      )
    expect(await stateOf(db, projectId, personId)).toBe('oppen')
    expect(await stateOf(db, projectId, personId, '2025-04')).toBe('oppen')
  })
})

describe('attesting (domain.md §10 check 9: attester ≠ reporter)', () => {
  test('a principal attests own employees, never the own month, never others’', async () => {
    const { db, projectId, organisationId, join, chief } = await makeWorkplace()
    const mine = await join()
    await makeParticipation(db, { projectId, personId: chief.personId, partnerId: organisationId })
    for (const personId of [mine.personId, chief.personId]) {
      await makeTimeEntry(db, { personId, projectId })
      await makeSignedMonth(db, { personId, projectId, attested: false })
    }
    const keys = [mine.personId, chief.personId].map((personId) => ({ projectId, personId, month }))
    const { organisationId: elsewhere } = await makeOrganisation(db)
    const stranger = await makeActor(db, 'chef', { organisationId: elsewhere })
    const refusedThere = await attestMonths(db, stranger, { keys, at })
    expect(refusedThere.ok && refusedThere.value).toMatchObject({ done: [], own: 0, left: 2 })
    const outcome = await attestMonths(db, chief, { keys, at })
    expect(outcome.ok && outcome.value).toMatchObject({ done: [{ personId: mine.personId }], own: 1, left: 0 })
    expect(await stateOf(db, projectId, mine.personId)).toBe('attesterad')
    expect(await stateOf(db, projectId, chief.personId)).toBe('signerad')
  })

  test('the database refuses an attestation of one’s own month', async () => {
    const { db, projectId, join } = await makeWorkplace()
    const { personId } = await join()
    const event = {
      project_id: projectId,
      person_id: personId,
      month,
      kind: 'attesterad' as const,
      generation: 0,
      actor_id: personId,
      method: 'chef' as const,
      minutes: 60,
      reportable_minutes: 60,
      entry_count: 1,
      lines_sha256: '',
      reason: null,
      happened_at: at,
    }
    await expect(db.insertInto('month_event').values(event).execute()).rejects.toThrow(/check/)
  })

  test('the office attests with a reason, not its own; a coordinator the own partner', async () => {
    const { db, projectId, organisationId, join, office } = await makeWorkplace()
    const [one, two] = [await join(), await join()]
    for (const { personId } of [one, two]) {
      await makeTimeEntry(db, { personId, projectId })
      await makeSignedMonth(db, { personId, projectId, attested: false })
    }
    const key = (personId: PersonId) => ({ projectId, personId, month })
    expect(await attestAsOffice(db, office, { keys: [key(one.personId)], reason: 'kort', at })).toMatchObject({
      refusal: 'reason',
    })
    const outcome = await attestAsOffice(db, office, {
      keys: [key(one.personId)],
      reason: 'Chefen är ledig hela våren',
      at,
    })
    expect(outcome.ok && outcome.value.done).toHaveLength(1)
    const coordinator = await makeActor(db, 'projektkoordinator', { organisationId })
    expect(
      await attestAsOffice(db, coordinator, { keys: [key(two.personId)], reason: 'Chefen är ledig hela våren', at }),
    ).toMatchObject({ refusal: 'not-allowed' })
    const theirs = await attestMonths(db, coordinator, { keys: [key(two.personId)], at })
    expect(theirs.ok && theirs.value.done).toHaveLength(1)
    expect((await eventsOf(db, projectId, two.personId)).at(-1)).toMatchObject({ method: 'koordinator' })
  })

  test('a month is given back with a reason and waits for a new signature', async () => {
    const { db, projectId, join, chief } = await makeWorkplace()
    const { personId } = await join()
    await makeTimeEntry(db, { personId, projectId })
    const { linesSha256: seen } = await makeSignedMonth(db, { personId, projectId, attested: false })
    const keys = [{ projectId, personId, month }]
    const give = (reason: string) => db.transaction().execute((tx) => returnMonths(tx, chief, { keys, reason, at }))
    expect(await give('nej')).toEqual({ ok: false, refusal: 'reason' })
    const outcome = await give('Du var sjuk den 12 mars')
    expect(outcome.ok && outcome.value.done).toHaveLength(1)
    expect(await stateOf(db, projectId, personId)).toBe('oppen')
    const [listed] = await listPersonMonths(db, projectId, month)
    expect(listed).toMatchObject({ state: 'oppen', returnReason: 'Du var sjuk den 12 mars' })
    expect((await sign(db, personId, projectId, seen)).ok).toBe(true)
  })
})
