import { describe, expect, test } from 'vitest'
import { findOccasion } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { listBookings } from '~/domains/learning/index.server'
import { listNotices } from '~/domains/notice/index.server'
import { bookingBlocks } from '~/domains/participation/index.server'
import { bookOccasion, cancelBooking } from '~/journeys/book-occasion.server'
import { decideBooking, moveBooking } from '~/journeys/decide-booking.server'
import { cancelOccasion, changeOccasion } from '~/journeys/plan-occasion.server'
import { remind } from '~/journeys/remind.server'
import type { OccasionId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { openedDatabase, testDatabase } from '../support/database'
import { makeActivity, makeActor, makeOccasion, makeOrganisation, makePerson, makeProject } from '../support/factories'

const now = new Date('2025-03-24T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const statesOf = async (db: Db, occasionId: OccasionId, people: readonly Actor[]) => {
  const lines = await listBookings(db, occasionId)
  return people.map(({ personId }) => lines.find((line) => line.personId === personId)?.state)
}
const kindsOf = async (db: Db, { personId }: Actor) => (await listNotices(db, personId, 20)).map(({ kind }) => kind)

async function queueOf(db: Db, occasionId: OccasionId, count: number): Promise<Actor[]> {
  const people = await Promise.all(Array.from({ length: count }, () => makeActor(db)))
  for (const [index, person] of people.entries()) {
    const outcome = await bookOccasion(db, person, { occasionId, accessNeeds: '', now: later(index) })
    expect(outcome.ok).toBe(true)
  }
  return people
}

describe('booking', () => {
  test('takes a seat, then waits; a seat given up goes to the first who waits, with a notice', async () => {
    const db = await testDatabase()
    const { occasionId } = await makeOccasion(db, { capacity: 1 })
    const people = await queueOf(db, occasionId, 3)
    expect(await statesOf(db, occasionId, people)).toEqual(['bokad', 'vantelista', 'vantelista'])
    const [first, second, third] = people
    if (first === undefined || second === undefined || third === undefined) throw new Error('three people')
    await cancelBooking(db, first, { occasionId, now: later(10) })
    expect(await statesOf(db, occasionId, people)).toEqual(['avbokad', 'bokad', 'vantelista'])
    expect(await kindsOf(db, second)).toEqual(['booking-place'])
    expect(await kindsOf(db, third)).toEqual([])
    await bookOccasion(db, first, { occasionId, accessNeeds: '', now: later(11) })
    await cancelBooking(db, second, { occasionId, now: later(12) })
    expect(await statesOf(db, occasionId, people)).toEqual(['vantelista', 'avbokad', 'bokad'])
  })

  test('clicked twice is booked once, and keeps its place in the queue', async () => {
    const db = await testDatabase()
    const { occasionId } = await makeOccasion(db, { capacity: 1 })
    const [seated, waiting] = await queueOf(db, occasionId, 2)
    if (seated === undefined || waiting === undefined) throw new Error('two people')
    const before = await listBookings(db, occasionId)
    await bookOccasion(db, waiting, { occasionId, accessNeeds: ' Teleslinga ', now: later(5) })
    await bookOccasion(db, seated, { occasionId, accessNeeds: '', now: later(6) })
    const after = await listBookings(db, occasionId)
    expect(after.map(({ bookingId, state, queuedAt }) => [bookingId, state, queuedAt])).toEqual(
      before.map(({ bookingId, state, queuedAt }) => [bookingId, state, queuedAt]),
    )
    expect(after[1]?.accessNeeds).toBe('Teleslinga')
    await cancelBooking(db, waiting, { occasionId, now: later(7) })
    expect((await listBookings(db, occasionId))[1]).toMatchObject({ state: 'avbokad', accessNeeds: null })
  })

  test('is refused outside its window, for drafts, after the start and when called off', async () => {
    const db = await testDatabase()
    const person = await makeActor(db)
    const ask = async (occasionId: OccasionId, at = now) => {
      const outcome = await bookOccasion(db, person, { occasionId, accessNeeds: '', now: at })
      return outcome.ok ? 'ok' : outcome.refusal
    }
    const opens = (await makeOccasion(db, { bookingOpensAt: later(60) })).occasionId
    expect(await ask(opens)).toBe('not-yet')
    expect(await ask((await makeOccasion(db, { bookingClosesAt: now })).occasionId)).toBe('closed')
    expect(await ask((await makeOccasion(db, { state: 'installt' })).occasionId)).toBe('cancelled')
    expect(await ask(opens, new Date('2025-04-10T11:00:00Z'))).toBe('started')
    const draft = await makeActivity(db, { state: 'utkast' })
    expect(await ask((await makeOccasion(db, { activityId: draft.activityId })).occasionId)).toBe('not-found')
    const old = await makeActivity(db, { state: 'arkiverad' })
    expect(await ask((await makeOccasion(db, { activityId: old.activityId })).occasionId)).toBe('withdrawn')
    expect(await ask(crypto.randomUUID() as OccasionId)).toBe('not-found')
    expect(await ask(opens, later(60))).toBe('ok')
    const late = new Date('2025-04-10T11:00:00Z')
    expect(await cancelBooking(db, person, { occasionId: opens, now: late })).toEqual({ ok: false, refusal: 'started' })
  })

  test('counts seats by organisation and lets in the listed ones', async () => {
    const db = await testDatabase()
    const [listed, free, outside] = [await makeOrganisation(db), await makeOrganisation(db), await makeOrganisation(db)]
    const { activityId } = await makeActivity(db, {
      onlyListedOrganisations: true,
      seats: [
        { organisationId: listed.organisationId, seats: 1 },
        { organisationId: free.organisationId, seats: null },
      ],
    })
    const { occasionId } = await makeOccasion(db, { activityId, capacity: 3 })
    const at = (organisationId: typeof listed.organisationId) => makeActor(db, 'medarbetare', { organisationId })
    const people = [await at(listed.organisationId), await at(listed.organisationId), await at(free.organisationId)]
    for (const person of people) await bookOccasion(db, person, { occasionId, accessNeeds: '', now })
    expect(await statesOf(db, occasionId, people)).toEqual(['bokad', 'vantelista', 'bokad'])
    const stranger = await at(outside.organisationId)
    expect(await bookOccasion(db, stranger, { occasionId, accessNeeds: '', now })).toEqual({
      ok: false,
      refusal: 'not-listed',
    })
  })

  test('of a project activity waits for the signed aid form of an external employer', async () => {
    const db = await testDatabase()
    const company = await makeOrganisation(db, { kind: 'foretag' })
    const { projectId } = await makeProject(db)
    const { activityId } = await makeActivity(db, { projectId })
    const { occasionId } = await makeOccasion(db, { activityId })
    const person = await makeActor(db, 'medarbetare', { organisationId: company.organisationId })
    const ask = () => bookOccasion(db, person, { occasionId, accessNeeds: '', now })
    const blocked = { ok: false, refusal: 'aid-form-missing' }
    expect(await ask()).toEqual(blocked)
    await db
      .insertInto('aid_form')
      .values({
        project_id: projectId,
        organisation_id: company.organisationId,
        basis: 'de-minimis',
        is_sme: true,
        signatory: 'Firmatecknare',
        status: 'undertecknad',
        signed_on: '2025-03-01',
        valid_until: '2025-04-09',
        changed_at: now,
      })
      .execute()
    // Valid when booked, but not on 10 April, when the occasion is.
    expect(await ask()).toEqual(blocked)
    const blockOn = await bookingBlocks(db, { personId: person.personId, projectId })
    expect([blockOn('2025-04-09'), blockOn('2025-04-10')]).toEqual([undefined, 'aid-form-missing'])
    await db
      .updateTable('aid_form')
      .set({ valid_until: '2025-04-10' })
      .where('organisation_id', '=', company.organisationId)
      .execute()
    expect(await ask()).toMatchObject({ ok: true })
  })

  test('with approval stands in the queue from when it was asked for; a refusal holds', async () => {
    const db = await testDatabase()
    const leader = await makeActor(db)
    const { activityId } = await makeActivity(db, { approvalRequired: true })
    const { occasionId } = await makeOccasion(db, { activityId, capacity: 1, leaders: [leader.personId] })
    const people = await queueOf(db, occasionId, 3)
    expect(await statesOf(db, occasionId, people)).toEqual(['ansokt', 'ansokt', 'ansokt'])
    const ids = (await listBookings(db, occasionId)).map(({ bookingId }) => bookingId)
    const decide = (index: number, decision: 'approve' | 'refuse', actor = leader) =>
      decideBooking(db, actor, { occasionId, bookingId: ids[index] ?? '', decision, now: later(20 + index) })
    expect(await decide(0, 'approve', await makeActor(db))).toEqual({ ok: false, refusal: 'not-allowed' })
    await decide(2, 'approve')
    await decide(0, 'approve')
    await decide(1, 'refuse')
    await decide(0, 'approve')
    expect(await statesOf(db, occasionId, people)).toEqual(['vantelista', 'nekad', 'bokad'])
    const [first, second, third] = people
    if (first === undefined || second === undefined || third === undefined) throw new Error('three people')
    expect(await kindsOf(db, first)).toEqual(['booking-approved'])
    expect(await kindsOf(db, second)).toEqual(['booking-refused'])
    await cancelBooking(db, third, { occasionId, now: later(30) })
    expect(await statesOf(db, occasionId, people)).toEqual(['bokad', 'nekad', 'avbokad'])
    expect(await bookOccasion(db, second, { occasionId, accessNeeds: '', now })).toEqual({
      ok: false,
      refusal: 'refused-before',
    })
  })
})

describe('keeping an occasion', () => {
  test('a leader moves somebody to another occasion of the same activity, not of another', async () => {
    const db = await testDatabase()
    const leader = await makeActor(db)
    const { activityId } = await makeActivity(db)
    const leaders = [leader.personId]
    const from = await makeOccasion(db, { activityId, capacity: 1, leaders })
    const to = await makeOccasion(db, { activityId, capacity: 1 })
    const other = await makeOccasion(db, { leaders })
    const people = await queueOf(db, from.occasionId, 2)
    const bookingId = (await listBookings(db, from.occasionId))[0]?.bookingId ?? ''
    const move = (toOccasionId: string) =>
      moveBooking(db, leader, { occasionId: from.occasionId, bookingId, toOccasionId, now })
    expect(await move(other.occasionId)).toEqual({ ok: false, refusal: 'other-activity' })
    expect(await move(to.occasionId)).toMatchObject({ ok: true })
    expect(await statesOf(db, from.occasionId, people)).toEqual(['avbokad', 'bokad'])
    expect(await statesOf(db, to.occasionId, people)).toEqual(['bokad', undefined])
  })

  test('more seats move the queue, fewer than are booked are refused, a new time is told', async () => {
    const db = await testDatabase()
    const office = await makeActor(db, 'projektadministrator')
    const { occasionId } = await makeOccasion(db, { capacity: 1 })
    const people = await queueOf(db, occasionId, 2)
    const occasion = await findOccasion(db, occasionId)
    if (occasion === undefined) throw new Error('no occasion')
    const { meetings } = occasion
    const plan = { capacity: 2, bookingOpensAt: null, bookingClosesAt: null, materials: [], leaders: [] }
    await changeOccasion(db, office, { occasionId, plan, meetings, now })
    expect(await statesOf(db, occasionId, people)).toEqual(['bokad', 'bokad'])
    const [first, second] = people
    if (first === undefined || second === undefined) throw new Error('two people')
    expect(await kindsOf(db, first)).toEqual([])
    expect(await kindsOf(db, second)).toEqual(['booking-place'])
    const fewer = { ...plan, capacity: 1 }
    expect(await changeOccasion(db, office, { occasionId, plan: fewer, meetings, now })).toEqual({
      ok: false,
      refusal: 'below-booked',
    })
    const moved = meetings.map((meeting) => ({
      ...meeting,
      startsAt: new Date(meeting.startsAt.getTime() - 3_600_000),
    }))
    await changeOccasion(db, office, { occasionId, plan, meetings: moved, now })
    expect(await kindsOf(db, first)).toEqual(['occasion-changed'])
    const stranger = await makeActor(db, 'projektkoordinator', {
      organisationId: (await makeOrganisation(db)).organisationId,
    })
    expect(await changeOccasion(db, stranger, { occasionId, plan, meetings, now })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
  })

  test('called off is told once to all who are booked or wait, with the reason', async () => {
    const db = await testDatabase()
    const office = await makeActor(db, 'projektadministrator')
    const { occasionId } = await makeOccasion(db, { capacity: 1 })
    const [booked, waiting] = await queueOf(db, occasionId, 2)
    if (booked === undefined || waiting === undefined) throw new Error('two people')
    expect(await cancelOccasion(db, office, { occasionId, reason: ' ', now })).toEqual({ ok: false, refusal: 'reason' })
    expect(await cancelOccasion(db, booked, { occasionId, reason: 'Nej', now })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    const reason = 'Ledaren är sjuk.'
    expect(await cancelOccasion(db, office, { occasionId, reason, now })).toEqual({ ok: true, value: { told: 2 } })
    expect(await cancelOccasion(db, office, { occasionId, reason, now })).toEqual({ ok: true, value: { told: 0 } })
    for (const person of [booked, waiting]) {
      const notices = await listNotices(db, person.personId, 5)
      expect(notices.map(({ kind, payload }) => [kind, payload['reason']])).toEqual([['occasion-cancelled', reason]])
    }
  })
})

test('the day before is reminded of once, anew when the meeting is moved, and old access needs are deleted', async () => {
  const db = await testDatabase()
  const { occasionId } = await makeOccasion(db, {})
  const person = (await makePerson(db)).actor
  await bookOccasion(db, person, { occasionId, accessNeeds: 'Ledsagare', now })
  const of = async () => (await kindsOf(db, person)).filter((kind) => kind === 'meeting-reminder').length
  await remind(db, new Date('2025-04-08T20:00:00Z'))
  expect(await of()).toBe(0)
  await remind(db, new Date('2025-04-09T08:00:00Z'))
  await remind(db, new Date('2025-04-09T09:00:00Z'))
  expect(await of()).toBe(1)
  const needs = async () => (await listBookings(db, occasionId))[0]?.accessNeeds
  await remind(db, new Date('2025-05-09T10:00:00Z'))
  expect(await needs()).toBe('Ledsagare')
  await remind(db, new Date('2025-05-10T10:00:00Z'))
  expect(await needs()).toBeNull()
  expect(await of()).toBe(1)
})

test('two last seats never go to three people who ask at the same time', async () => {
  const { kysely: db, engine } = await openedDatabase()
  for (let round = 0; round < (engine === 'server' ? 8 : 1); round += 1) {
    const { occasionId } = await makeOccasion(db, { capacity: 2 })
    const people = await Promise.all(Array.from({ length: 9 }, () => makeActor(db)))
    await Promise.all(
      [...people, ...people].map((person) => bookOccasion(db, person, { occasionId, accessNeeds: '', now })),
    )
    await Promise.all([
      ...people.slice(0, 3).map((person) => cancelBooking(db, person, { occasionId, now })),
      ...people.slice(3, 5).map((person) => bookOccasion(db, person, { occasionId, accessNeeds: '', now })),
    ])
    const lines = await listBookings(db, occasionId)
    const count = (state: string) => lines.filter((line) => line.state === state).length
    expect([lines.length, count('bokad'), count('vantelista'), count('avbokad')]).toEqual([9, 2, 4, 3])
    const booked = lines.filter(({ state }) => state === 'bokad').map(({ queuedAt }) => queuedAt.getTime())
    const waiting = lines.filter(({ state }) => state === 'vantelista').map(({ queuedAt }) => queuedAt.getTime())
    expect(Math.max(...booked)).toBeLessThan(Math.min(...waiting))
  }
})
