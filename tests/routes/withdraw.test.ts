import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  findProjectByDiarienr,
  standingPageFor,
  stateTime,
  withdrawSignature,
} from '~/domains/participation/index.server'
import { action as lineAction, loader as lineLoader } from '~/routes/ledger-line'
import { action as signAction, loader as signLoader } from '~/routes/sign-month'
import type { PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { makeLockedMonth, makeParticipation, makePerson, makeSignedMonth, makeTimeEntry } from '../support/factories'
import { ask } from '../support/ask'
import { at, eventsOf, makeWorkplace, month, stateOf } from '../support/workplace'

const withdrawReason = 'Jag gick tidigare den dagen'

async function makeSigned(attested = false) {
  const place = await makeWorkplace()
  const { db, projectId, diarienr, office } = place
  const { personId, participationId } = await place.join()
  await makeTimeEntry(db, { personId, projectId })
  await makeSignedMonth(db, { personId, projectId, office, attested })
  const address = paths.signMonth(diarienr, month)
  const params = { diarienr, manad: month }
  const send = (reason: string, by: PersonId = personId) =>
    ask(signAction, by, address, params, { intent: 'withdraw', withdrawReason: reason })
  const page = async () => JSON.parse((await ask(signLoader, personId, address, params)).text).page
  return { ...place, personId, participationId, send, page }
}

describe('taking back one’s signature', () => {
  test.each([false, true])('opens the month again and keeps the history (attested: %s)', async (attested) => {
    const { db, projectId, personId, send, page } = await makeSigned(attested)
    expect(await page()).toMatchObject({ canWithdraw: true, canSign: false })
    const short = await send('nej')
    expect(short.status).toBe(400)
    expect(short.text).toContain('tio tecken')
    expect((await send(withdrawReason)).status).toBe(302)
    expect(await stateOf(db, projectId, personId)).toBe('oppen')
    expect((await eventsOf(db, projectId, personId)).at(-1)).toMatchObject({
      kind: 'aterlamnad',
      method: 'egen',
      reason: withdrawReason,
    })
    expect(await page()).toMatchObject({
      canWithdraw: false,
      canSign: true,
      returned: { reason: withdrawReason, isOwn: true },
    })
    expect((await send(withdrawReason)).status).toBe(409)
    await makeSignedMonth(db, { personId, projectId, attested: false })
    expect(await stateOf(db, projectId, personId)).toBe('signerad')
  })

  test('is not possible once the month is locked, and is nobody else’s', async () => {
    const { db, projectId, personId, office, send, page, join } = await makeSigned(true)
    const colleague = await join()
    expect((await send(withdrawReason, colleague.personId)).status).toBe(409)
    const other = await withdrawSignature(db, {
      personId: office.personId,
      projectId,
      month,
      reason: withdrawReason,
      at,
    })
    expect(other).toEqual({ ok: false, refusal: 'not-found' })
    await makeLockedMonth(db, { projectId, office })
    expect((await page()).canWithdraw).toBe(false)
    const late = await send(withdrawReason)
    expect(late.status).toBe(409)
    expect(late.text).toContain('låst')
    expect(await stateOf(db, projectId, personId)).toBe('last')
  })
})

describe('taking back an own statement', () => {
  async function makeStatement() {
    const place = await makeWorkplace()
    const { db, diarienr } = place
    const { personId } = await place.join()
    const project = await findProjectByDiarienr(db, diarienr)
    if (project === undefined) throw new Error('No project')
    const statement = { workedOn: '2025-03-11', minutes: 40, timeType: 'resa' as const, title: 'Resa till Uddevalla' }
    await stateTime(db, personId, project, { ...statement, key: randomUUID(), at })
    const { time_entry_id: id } = await db
      .selectFrom('time_entry')
      .where('person_id', '=', personId)
      .select('time_entry_id')
      .executeTakeFirstOrThrow()
    const send = (reason: string, by: PersonId = personId) =>
      ask(lineAction, by, paths.ledgerLine(id), { id }, { intent: 'withdraw', withdrawReason: reason })
    const may = async () => JSON.parse((await ask(lineLoader, personId, paths.ledgerLine(id), { id })).text).page.may
    return { ...place, personId, id, send, may }
  }

  test('writes a contra entry once, and the signed month is to be signed again', async () => {
    const { db, projectId, diarienr, personId, send, may } = await makeStatement()
    await makeSignedMonth(db, { personId, projectId, attested: false })
    expect((await may()).withdraw).toBe(true)
    expect((await send('fel')).text).toContain('tio tecken')
    expect(await send(withdrawReason)).toMatchObject({ status: 302, to: paths.signMonth(diarienr, month) })
    const rows = await db.selectFrom('time_entry').where('person_id', '=', personId).select('minutes').execute()
    expect(rows.map((row) => row.minutes).toSorted((a, b) => a - b)).toEqual([-40, 40])
    expect(await stateOf(db, projectId, personId)).toBe('oppen')
    expect((await may()).withdraw).toBe(false)
    expect((await send(withdrawReason)).text).toContain('redan rättad eller återtagen')
  })

  test('is for the one who stated it, never for other lines, and not in a locked month', async () => {
    const { db, projectId, personId, office, send, may } = await makeStatement()
    expect((await send(withdrawReason, office.personId)).status).toBe(404)
    const { timeEntryId: id } = await makeTimeEntry(db, { personId, projectId })
    const form = { intent: 'withdraw', withdrawReason }
    expect((await ask(lineAction, personId, paths.ledgerLine(id), { id }, form)).status).toBe(404)
    await makeSignedMonth(db, { personId, projectId, office })
    await makeLockedMonth(db, { projectId, office })
    expect((await may()).withdraw).toBe(false)
    expect((await send(withdrawReason)).text).toContain('låst')
  })
})

test('a protected person’s month leads to lines without day and title', async () => {
  const { db, projectId, diarienr, organisationId } = await makeWorkplace()
  const { personId } = await makePerson(db, { organisationId, protection: 'protected' })
  const { participationId } = await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  const { timeEntryId } = await makeTimeEntry(db, { personId, projectId, title: 'Träff på Ekskolan' })
  const project = await findProjectByDiarienr(db, diarienr)
  if (project === undefined) throw new Error('No project')
  const page = await standingPageFor(db, project, month, participationId, true)
  expect(page?.veiled).toEqual([{ timeEntryId, minutes: 60, timeType: 'schemalagd' }])
  expect(JSON.stringify(page)).not.toContain('Ekskolan')
})
