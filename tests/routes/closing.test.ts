import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { writeKey } from '~/domains/participation'
import { creditTime } from '~/domains/participation/index.server'
import { action, loader } from '~/routes/month'
import { keepLocking } from '~/server/locking.server'
import { loader as monthsLoader } from '~/routes/months'
import type { PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import {
  makeActor,
  makeCourse,
  makeCourseCompletion,
  makeLockedMonth,
  makeParticipation,
  makePerson,
  makeSignedMonth,
  makeTimeEntry,
} from '../support/factories'
import { ask } from '../support/ask'
import { makeWorkplace, month, stateOf } from '../support/workplace'

async function makeClosing() {
  const place = await makeWorkplace()
  const { db, projectId, diarienr, office } = place
  const params = { diarienr, manad: month }
  const read = (actor: Actor, query = '') => ask(loader, actor.personId, paths.month(diarienr, month, query), params)
  const send = (form: Record<string, string>, actor: Actor = office) =>
    ask(action, actor.personId, paths.month(diarienr, month), params, form)
  const joinWith = async (minutes: number, title = 'Workshop om stöttning') => {
    const joined = await place.join()
    const { timeEntryId } = await makeTimeEntry(db, { personId: joined.personId, projectId, minutes, title })
    return { ...joined, timeEntryId, key: writeKey({ projectId, personId: joined.personId, month }) }
  }
  const sign = (personId: PersonId, attested = true) => makeSignedMonth(db, { personId, projectId, office, attested })
  return { ...place, params, read, send, joinWith, sign }
}

describe('closing a month', () => {
  test('lists the months with what is left in each and when they are due', async () => {
    const { diarienr, office, joinWith, sign } = await makeClosing()
    const signed = await joinWith(95)
    await joinWith(30)
    await sign(signed.personId)
    const { status, text } = await ask(monthsLoader, office.personId, paths.months(diarienr), { diarienr })
    expect(status).toBe(200)
    const { page } = JSON.parse(text) as { page: { months: unknown[] } }
    expect(page.months).toEqual([
      expect.objectContaining({
        month,
        state: 'oppen',
        states: { oppen: 1, rattad: 0, signerad: 0, attesterad: 1, last: 0, exporterad: 0 },
        minutes: 125,
        lateMinutes: 0,
        dueOn: expect.stringMatching(/^2025-04-/),
        left: 1,
      }),
    ])
  })

  test('shows what stands in the way: overlaps, long days and incomplete records', async () => {
    const { db, projectId, office, joinWith, read } = await makeClosing()
    const { personId, participationId } = await joinWith(60)
    await db.updateTable('project').set({ daily_cap_minutes: 600 }).where('project_id', '=', projectId).execute()
    const span = (from: string, to: string) => ({
      startsAt: new Date(`2025-03-13T${from}:00Z`),
      endsAt: new Date(`2025-03-13T${to}:00Z`),
    })
    const on = { personId, projectId, workedOn: '2025-03-13' }
    await makeTimeEntry(db, { ...on, minutes: 690, title: 'Studiedag', ...span('06:00', '17:30') })
    await makeTimeEntry(db, { ...on, minutes: 60, title: 'Kvällsträff', ...span('17:00', '18:00') })
    const { courseId } = await makeCourse(db, { lessons: [] })
    const { completionId } = await makeCourseCompletion(db, { personId, courseId })
    await db.updateTable('course').set({ nominal_minutes: 45 }).where('course_id', '=', courseId).execute()
    const items = [{ completionId, title: 'Lång kurs', minutes: 50, finishedAt: new Date('2025-03-17T12:00:00Z') }]
    await db
      .transaction()
      .execute((tx) => creditTime(tx, { personId, recordedAt: new Date('2025-03-17T12:00:00Z'), items }))
    const { text } = await read(office)
    const { page } = JSON.parse(text) as { page: { obstacles: unknown[] } }
    expect(page.obstacles).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'incomplete', participationId, day: null, total: 1 }),
        expect.objectContaining({
          kind: 'overlap',
          participationId,
          day: '2025-03-13',
          minutes: 30,
          total: 1,
          titles: expect.arrayContaining(['Studiedag', 'Kvällsträff']),
        }),
        expect.objectContaining({
          kind: 'daily-cap',
          participationId,
          day: '2025-03-13',
          minutes: 750,
          total: 1,
          titles: ['Studiedag', 'Kvällsträff'],
        }),
        expect.objectContaining({ kind: 'above-nominal', participationId, minutes: 50, titles: ['Lång kurs'] }),
      ]),
    )
  })

  test('locks when the office acknowledges who is left out, and reopens with a reason', async () => {
    const { db, projectId, joinWith, sign, send, read, office } = await makeClosing()
    const [ready, waiting] = [await joinWith(95), await joinWith(30)]
    await sign(ready.personId)
    const unticked = await send({ intent: 'lock', leftOut: '1' })
    expect(unticked).toMatchObject({ status: 400 })
    expect(unticked.text).toContain('lämnas utanför')
    expect((await send({ intent: 'lock', leftOut: '0', acknowledged: 'ja' })).text).toContain('Fler lämnas utanför')
    expect(await send({ intent: 'lock', leftOut: '1', acknowledged: 'ja' })).toMatchObject({ status: 302 })
    expect(await stateOf(db, projectId, ready.personId)).toBe('last')
    expect(await stateOf(db, projectId, waiting.personId)).toBe('oppen')
    expect((await send({ intent: 'lock', leftOut: '1', acknowledged: 'ja' })).status).toBe(302)
    const short = await send({ intent: 'reopen', reopenReason: 'fel' })
    expect(short.status).toBe(400)
    expect(short.text).toContain('tio tecken')
    const reopened = await send({ intent: 'reopen', reopenReason: 'Tid saknades för en deltagare' })
    expect(reopened.status).toBe(302)
    expect(await stateOf(db, projectId, ready.personId)).toBe('attesterad')
    expect((await read(office)).text).toContain('"generation":1')
  })

  test('tells which later months must be sent again when this one is opened', async () => {
    const { db, projectId, joinWith, sign, read, office } = await makeClosing()
    const { personId } = await joinWith(95)
    await makeTimeEntry(db, { personId, projectId, workedOn: '2025-04-03' })
    await sign(personId)
    await makeSignedMonth(db, { personId, projectId, office, month: '2025-04', at: new Date('2025-05-02T08:00:00Z') })
    await makeLockedMonth(db, { projectId, office })
    await makeLockedMonth(db, { projectId, office, month: '2025-04' })
    expect((await read(office)).text).toContain('"later":["2025-04"]')
  })

  test('goes on with a lock that was begun, and is done when nobody is left', async () => {
    const { db, projectId, joinWith, sign, send, read, office } = await makeClosing()
    const { personId } = await joinWith(95)
    await sign(personId)
    await db
      .insertInto('project_month')
      .values({
        project_id: projectId,
        month,
        state: 'laser',
        generation: 1,
        locking_total: 1,
        changed_at: new Date('2025-04-10T08:00:00Z'),
        changed_by: office.personId,
      })
      .execute()
    expect((await read(office)).text).toContain('"state":"laser"')
    expect((await send({ intent: 'continue' })).status).toBe(302)
    await keepLocking()
    expect(await stateOf(db, projectId, personId)).toBe('last')
    expect((await send({ intent: 'continue' })).status).toBe(302)
    await keepLocking()
    expect((await read(office)).text).toContain('"state":"last"')
    const figures = await db.selectFrom('month_figure').selectAll().where('project_id', '=', projectId).execute()
    expect(figures).toHaveLength(1)
  })

  test('attests as the office with a reason, never the own month, and gives months back', async () => {
    const { db, projectId, organisationId, joinWith, sign, send, office } = await makeClosing()
    const one = await joinWith(95)
    await sign(one.personId, false)
    await makeParticipation(db, { projectId, personId: office.personId, partnerId: organisationId })
    await makeTimeEntry(db, { personId: office.personId, projectId, minutes: 60 })
    await sign(office.personId, false)
    const own = writeKey({ projectId, personId: office.personId, month })
    expect((await send({ intent: 'attest', key: one.key })).text).toContain('tio tecken')
    expect((await send({ intent: 'attest', reason: 'Chefen är långtidssjuk' })).text).toContain('minst en månad')
    const reason = 'Chefen är långtidssjuk'
    expect((await send({ intent: 'attest', key: own, reason })).status).toBe(302)
    expect(await stateOf(db, projectId, office.personId)).toBe('signerad')
    expect((await send({ intent: 'attest', key: one.key, reason })).status).toBe(302)
    expect(await stateOf(db, projectId, one.personId)).toBe('attesterad')
    expect((await send({ intent: 'return', key: one.key, reason: 'Du gick klockan elva' })).status).toBe(302)
    expect(await stateOf(db, projectId, one.personId)).toBe('oppen')
  })

  test('auditors read and change nothing; principals and coordinators are refused', async () => {
    const { db, organisationId, chief, read, send } = await makeClosing()
    const auditor = await makeActor(db, 'revisor')
    expect((await read(auditor)).status).toBe(200)
    expect((await send({ intent: 'lock', leftOut: '0' }, auditor)).status).toBe(403)
    expect((await read(chief)).status).toBe(403)
    expect((await read(await makeActor(db, 'projektkoordinator', { organisationId }))).status).toBe(403)
  })

  test('finds person-months by state, partner and record, and shows one with its lines', async () => {
    const { joinWith, sign, read, office } = await makeClosing()
    const [signed, open] = [await joinWith(95, 'Signerad träff'), await joinWith(30, 'Öppen träff')]
    await sign(signed.personId, false)
    const waiting = await read(office, '?lage=vantar-pa-attest')
    expect(waiting.text).toContain(signed.participationId)
    expect(rowsOf(waiting.text)).toEqual([signed.participationId])
    expect(rowsOf((await read(office, '?partner=finns-inte')).text)).toEqual([])
    const one = await read(office, `?post=${open.participationId}`)
    expect(one.text).toContain('Öppen träff')
    expect(one.text).not.toContain('Signerad träff')
    expect((await read(office, `?post=${crypto.randomUUID()}`)).status).toBe(404)
  })

  test('shows a protected person by alias, found by no partner, without lines', async () => {
    const { db, projectId, organisationId, read, office } = await makeClosing()
    const { personId } = await makePerson(db, { organisationId, protection: 'protected', familyName: 'Hemligberg' })
    const { participationId } = await makeParticipation(db, { projectId, personId, partnerId: organisationId })
    await makeTimeEntry(db, { personId, projectId, title: 'Träff i Dalsland', minutes: 700 })
    for (const query of ['', `?post=${participationId}`]) {
      const { status, text } = await read(office, query)
      expect(status).toBe(200)
      expect(text).toContain('Deltagare')
      expect(text).not.toContain('Hemligberg')
      expect(text).not.toContain('Dalsland')
      expect(text).not.toContain('2025-03-12')
    }
  })
})

function rowsOf(text: string): string[] {
  const { page } = JSON.parse(text) as { page: { rows: { participationId: string }[] } }
  return page.rows.map((row) => row.participationId)
}
