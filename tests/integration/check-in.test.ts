import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '~/domains/identity'
import { checkInCode, checkInTicket, findCheckInSecret, listAttendance } from '~/domains/learning/index.server'
import { addToList, checkIn } from '~/journeys/attend.server'
import type { MeetingId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeActor, makeBooking, makeOrganisation, makePerson } from '../support/factories'
import { at, first, makeParticipant, makeWorkshop } from '../support/workshop'

describe('checking in', () => {
  const early = new Date('2025-03-24T11:45:00Z')
  const secretOf = async (db: Db, meetingId: MeetingId) => {
    const secret = await findCheckInSecret(db, meetingId)
    if (secret === undefined) throw new Error('No secret')
    return secret
  }

  it('with the code on the screen marks a booked person, and again changes nothing', async () => {
    const { db, pool, meetingId, people, occasionId } = await makeWorkshop()
    const { code } = checkInCode(await secretOf(db, meetingId), early)
    const given = { meetingId, code, ticket: undefined, now: early }
    expect(await checkIn(db, pool, at(people, 0), given)).toEqual({ ok: true, value: { created: true } })
    expect(await checkIn(db, pool, at(people, 0), { ...given, code: 'GAMMAL' })).toEqual({
      ok: true,
      value: { created: false },
    })
    const list = await listAttendance(db, { meetingId, occasionId, startsAt: first.startsAt })
    expect(list).toMatchObject([{ mark: { present: true, cameAt: null, method: 'qr' } }])
  })

  it('late writes when, and books the unbooked while there is room', async () => {
    const { db, pool, meetingId, organisationId, projectId, occasionId } = await makeWorkshop({ capacity: 2 })
    const late = new Date('2025-03-24T12:10:00Z')
    const { code } = checkInCode(await secretOf(db, meetingId), late)
    const given = { meetingId, code, ticket: undefined, now: late }
    const [came, toMany] = [
      await makeParticipant(db, organisationId, projectId),
      await makeParticipant(db, organisationId, projectId),
    ]
    expect(await checkIn(db, pool, came, given)).toMatchObject({ ok: true })
    expect(await checkIn(db, pool, toMany, given)).toEqual({ ok: false, refusal: 'full' })
    const list = await listAttendance(db, { meetingId, occasionId, startsAt: first.startsAt })
    expect(list.find(({ personId }) => personId === came.personId)).toMatchObject({
      booking: 'bokad',
      mark: { cameAt: late },
    })
    expect(list.some(({ personId }) => personId === toMany.personId)).toBe(false)
  })

  it('is refused with an old code, outside the time, and where the leader must choose', async () => {
    const { db, pool, meetingId, people } = await makeWorkshop({ approvalRequired: true })
    const person = at(people, 0)
    const secret = await secretOf(db, meetingId)
    const attempt = (actor: Actor, now: Date, code = checkInCode(secret, now).code) =>
      checkIn(db, pool, actor, { meetingId, code, ticket: undefined, now })
    const outcomes = [
      await attempt(person, early, checkInCode(secret, new Date(early.getTime() - 60_000)).code),
      await attempt(person, new Date('2025-03-24T11:29:00Z')),
      await attempt(person, new Date('2025-03-24T15:01:00Z')),
      await attempt(await makeActor(db), early),
    ]
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.refusal))).toEqual([
      'wrong-code',
      'too-early',
      'over',
      'ask-leader',
    ])
  })

  it('takes the ticket of a code that was scanned before signing in', async () => {
    const { db, pool, meetingId, people } = await makeWorkshop()
    const ticket = checkInTicket(await secretOf(db, meetingId), early)
    const now = new Date(early.getTime() + 300_000)
    expect(await checkIn(db, pool, at(people, 0), { meetingId, code: '', ticket, now })).toMatchObject({ ok: true })
  })

  it('stops whoever guesses', async () => {
    const { db, pool, meetingId, people } = await makeWorkshop()
    const given = { meetingId, code: 'AAAAAA', ticket: undefined, now: early }
    for (let guess = 0; guess < 8; guess += 1) await checkIn(db, pool, at(people, 0), given)
    const { code } = checkInCode(await secretOf(db, meetingId), early)
    expect(await checkIn(db, pool, at(people, 0), { ...given, code })).toEqual({ ok: false, refusal: 'too-many' })
  })
})

describe('adding somebody who came', () => {
  it('books and marks them, by e-mail or by choice, over capacity too', async () => {
    const { db, leader, meetingId, organisationId, projectId, occasionId } = await makeWorkshop({ capacity: 1 })
    const [mailed, waiting] = [
      await makeParticipant(db, organisationId, projectId),
      await makeParticipant(db, organisationId, projectId),
    ]
    await makeBooking(db, { occasionId, personId: waiting.personId, organisationId, state: 'vantelista' })
    const add = (who: { email: string } | { personId: PersonId }) =>
      addToList(db, leader, { meetingId, markId: randomUUID(), now: first.startsAt, ...who })
    expect(await add({ email: mailed.email.toUpperCase() })).toEqual({ ok: true, value: null })
    expect(await add({ personId: waiting.personId })).toEqual({ ok: true, value: null })
    const list = await listAttendance(db, { meetingId, occasionId, startsAt: first.startsAt })
    for (const { personId } of [mailed, waiting])
      expect(list.find((one) => one.personId === personId)).toMatchObject({ booking: 'bokad', mark: { present: true } })
  })

  it('does not find protected persons by e-mail, people of other places, or anybody for others', async () => {
    const { db, leader, meetingId, organisationId, people } = await makeWorkshop()
    const hidden = await makePerson(db, { protection: 'marked', organisationId })
    const elsewhere = await makePerson(db, { organisationId: (await makeOrganisation(db)).organisationId })
    const add = (actor: Actor, who: { email: string } | { personId: PersonId }) =>
      addToList(db, actor, { meetingId, markId: randomUUID(), now: first.startsAt, ...who })
    const outcomes = [
      await add(leader, { email: hidden.email }),
      await add(leader, { email: 'ingen@portal.example' }),
      await add(leader, { personId: hidden.personId }),
      await add(leader, { personId: elsewhere.personId }),
      await add(at(people, 0), { email: elsewhere.email }),
    ]
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.refusal))).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'not-allowed',
    ])
  })
})
