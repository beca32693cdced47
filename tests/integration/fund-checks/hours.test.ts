import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { roundMonth, writeKey } from '~/domains/participation'
import { creditAttendance } from '~/domains/participation/index.server'
import { action as attestAction } from '~/routes/attest'
import { action as monthAction } from '~/routes/month'
import { loader as monthsLoader } from '~/routes/months'
import { action as signAction } from '~/routes/sign-month'
import { paths } from '~/shared/paths'
import { ask } from '../../support/ask'
import { makeLockedMonth, makeParticipation, makeSignedMonth, makeTimeEntry } from '../../support/factories'
import { at, makeWorkplace, month, stateOf } from '../../support/workplace'

describe('4 hours on 2025-08-01 linked to 22-035-S05 are rejected', () => {
  test('4 an own statement is refused with the days of the project, and keeps what was written', async () => {
    const { db, projectId, diarienr, join } = await makeWorkplace()
    const { personId } = await join()
    const statement = {
      intent: 'statement',
      key: randomUUID(),
      workedOn: '2025-08-01',
      minutes: '60',
      timeType: 'forberedelse',
      title: 'Planering efter slutet',
    }
    const params = { diarienr, manad: '2025-07' }
    const send = (form: Partial<typeof statement>) =>
      ask(signAction, personId, paths.signMonth(diarienr, '2025-07'), params, { ...statement, ...form })
    const refused = await send({})
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('2025-07-31')
    expect(refused.text).toContain('Planering efter slutet')
    const rows = await db.selectFrom('time_entry').where('project_id', '=', projectId).select('worked_on').execute()
    expect(rows).toEqual([])
  })

  test('4 attendance after the last day is kept without a project, with why', async () => {
    const { db, projectId, join } = await makeWorkplace()
    const { personId } = await join()
    const of = (day: string) => ({
      sourceId: randomUUID(),
      title: 'Träff',
      timeType: 'schemalagd' as const,
      startsAt: new Date(`${day}T08:00:00Z`),
      endsAt: new Date(`${day}T10:00:00Z`),
      minutes: 120,
    })
    const items = [of('2025-07-31'), of('2025-08-01')]
    await db
      .transaction()
      .execute((tx) => creditAttendance(tx, { personId, projectId, items, recordedBy: personId, recordedAt: at }))
    const rows = await db
      .selectFrom('time_entry')
      .where('person_id', '=', personId)
      .select(['worked_on', 'project_id', 'outside_reason'])
      .orderBy('worked_on')
      .execute()
    expect(rows).toEqual([
      { worked_on: '2025-07-31', project_id: projectId, outside_reason: null },
      { worked_on: '2025-08-01', project_id: null, outside_reason: expect.any(String) },
    ])
  })

  test('4 the database refuses such a line even when it is written by hand', async () => {
    const { db, projectId, join } = await makeWorkplace()
    const { personId } = await join()
    await expect(makeTimeEntry(db, { personId, projectId, workedOn: '2025-08-01' })).rejects.toThrow()
  })
})

test('5 reopening 2024-03 marks 2024-04 and later as “måste skickas om”', async () => {
  const { db, projectId, diarienr, join, office } = await makeWorkplace()
  const { personId } = await join()
  const months = ['2024-02', '2024-03', '2024-04', '2024-05']
  for (const one of months) {
    await makeTimeEntry(db, { personId, projectId, workedOn: `${one}-12` })
    await makeSignedMonth(db, { personId, projectId, month: one, office })
    await makeLockedMonth(db, { projectId, month: one, office })
  }
  const form = { intent: 'reopen', reopenReason: 'En träff var fel registrerad' }
  const params = { diarienr, manad: '2024-03' }
  const address = paths.month(diarienr, '2024-03')
  expect(await ask(monthAction, office.personId, address, params, form)).toMatchObject({ status: 302 })
  const rows = await db
    .selectFrom('project_month')
    .where('project_id', '=', projectId)
    .select(['month', 'state', 'must_resend'])
    .orderBy('month')
    .execute()
  expect(rows.map(({ month: one, state, must_resend }) => [one, state, must_resend])).toEqual([
    ['2024-02', 'last', false],
    ['2024-03', 'oppen', expect.any(Boolean)],
    ['2024-04', 'last', true],
    ['2024-05', 'last', true],
  ])
  const { text } = await ask(monthsLoader, office.personId, paths.months(diarienr), { diarienr })
  const { page } = JSON.parse(text) as { page: { months: { month: string; mustResend: boolean }[] } }
  const shown = new Map(page.months.map((one) => [one.month, one.mustResend]))
  expect(['2024-02', '2024-04', '2024-05'].map((one) => shown.get(one))).toEqual([false, true, true])
})

test('9 attester ≠ reporter: a principal attests the month of others, never the own', async () => {
  const { db, projectId, organisationId, join, chief } = await makeWorkplace()
  const { personId } = await join()
  await makeParticipation(db, { projectId, personId: chief.personId, partnerId: organisationId })
  for (const one of [personId, chief.personId]) {
    await makeTimeEntry(db, { personId: one, projectId })
    await makeSignedMonth(db, { personId: one, projectId, attested: false })
  }
  for (const one of [personId, chief.personId]) {
    const key = writeKey({ projectId, personId: one, month })
    await ask(attestAction, chief.personId, paths.attest(), {}, { intent: 'attest', key })
  }
  expect(await stateOf(db, projectId, personId)).toBe('attesterad')
  expect(await stateOf(db, projectId, chief.personId)).toBe('signerad')
})

test('10 rounding down is per person-month, explicit, and reversible to minutes', async () => {
  const { db, projectId, join, office } = await makeWorkplace({ rounding: 'floor_hours' })
  const people = [await join(), await join()]
  for (const { personId } of people) {
    for (const workedOn of ['2025-03-03', '2025-03-04', '2025-03-05'])
      await makeTimeEntry(db, { personId, projectId, workedOn, minutes: 50 })
    await makeSignedMonth(db, { personId, projectId, office })
  }
  await makeLockedMonth(db, { projectId, office })
  const figures = await db
    .selectFrom('month_figure')
    .where('project_id', '=', projectId)
    .select(['registered_minutes', 'reportable_minutes', 'reported_minutes', 'entry_count'])
    .execute()
  const figure = { registered_minutes: 150, reportable_minutes: 150, reported_minutes: 120, entry_count: 3 }
  expect(figures).toEqual([figure, figure])
  const { reported, left } = roundMonth(150, 'floor_hours')
  expect([reported, left, reported + left]).toEqual([120, 30, 150])
})
