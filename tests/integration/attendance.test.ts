import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '~/domains/identity'
import {
  findAttendanceMeeting,
  handInProduct,
  listAttendance,
  listConfirmations,
  recordMark,
} from '~/domains/learning/index.server'
import { acceptProduct } from '~/journeys/accept-product.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import type { MeetingId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeActor, makeBooking, makeOrganisation, makePerson } from '../support/factories'
import { after, at, first, makeWorkshop, present, second } from '../support/workshop'

async function traces(db: Db, personId: PersonId) {
  const of = async (table: 'completion' | 'evidence' | 'certificate' | 'outbox') =>
    (await db.selectFrom(table).select('person_id').where('person_id', '=', personId).execute()).length
  const hours = await db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .select(['minutes', 'project_id', 'worked_on'])
    .orderBy('worked_on')
    .execute()
  return {
    completions: await of('completion'),
    evidence: await of('evidence'),
    certificates: await of('certificate'),
    notices: await of('outbox'),
    minutes: hours.map(({ minutes }) => minutes),
    inProject: hours.every(({ project_id }) => project_id !== null),
  }
}
const everything = { completions: 1, evidence: 1, certificates: 1, notices: 1, inProject: true }
const nothing = { completions: 0, evidence: 0, certificates: 0, notices: 0 }

describe('marks', () => {
  it('are written once each, the newest holds, and only for people on the list', async () => {
    const { db, leader, meetingId, people, occasionId } = await makeWorkshop()
    const { personId } = at(people, 0)
    const mark = present(personId)
    expect(await recordMark(db, leader, meetingId, mark)).toEqual({ ok: true, value: { written: 1 } })
    expect(await recordMark(db, leader, meetingId, mark)).toEqual({ ok: true, value: { written: 0 } })
    await recordMark(db, leader, meetingId, { ...present(personId), present: false })
    const list = await listAttendance(db, { meetingId, occasionId, startsAt: first.startsAt })
    expect(list).toMatchObject([{ personId, mark: { present: false } }])
    const stranger = await makePerson(db)
    expect(await recordMark(db, leader, meetingId, present(stranger.personId))).toEqual({
      ok: false,
      refusal: 'not-listed',
    })
    expect(await recordMark(db, leader, randomUUID() as MeetingId, present(personId))).toEqual({
      ok: false,
      refusal: 'no-such-meeting',
    })
  })

  it('are refused after the confirmation, but a mark sent twice is taken twice', async () => {
    const { db, leader, meetingId, people } = await makeWorkshop()
    const mark = present(at(people, 0).personId)
    await recordMark(db, leader, meetingId, mark)
    await confirmMeeting(db, leader, { meetingId, now: after })
    expect(await recordMark(db, leader, meetingId, mark)).toMatchObject({ ok: true })
    expect(await recordMark(db, leader, meetingId, present(at(people, 0).personId))).toEqual({
      ok: false,
      refusal: 'confirmed',
    })
  })

  it('show the alias of a person with protected personal data, without workplace', async () => {
    const { db, meetingId, occasionId, organisationId } = await makeWorkshop({ people: 0 })
    const hidden = await makePerson(db, { protection: 'protected', organisationId })
    await makeBooking(db, { occasionId, personId: hidden.personId, organisationId })
    const list = await listAttendance(db, { meetingId, occasionId, startsAt: first.startsAt })
    expect(list).toMatchObject([{ isProtected: true, employer: null }])
    expect(JSON.stringify(list)).not.toContain(hidden.familyName)
  })
})

describe('confirming a meeting', () => {
  it('gives time, completion, evidence, certificate and notice to those who were there', async () => {
    const { db, leader, meetingId, people, title } = await makeWorkshop({ people: 3 })
    const [whole, short, absent] = [at(people, 0), at(people, 1), at(people, 2)]
    await recordMark(db, leader, meetingId, present(whole.personId))
    await recordMark(db, leader, meetingId, present(short.personId, { cameAt: new Date('2025-03-24T13:30:00Z') }))
    expect(await confirmMeeting(db, leader, { meetingId, now: after })).toEqual({
      ok: true,
      value: { created: true, present: 2, finished: [whole.personId] },
    })
    expect(await traces(db, whole.personId)).toEqual({ ...everything, minutes: [160] })
    expect(await traces(db, short.personId)).toEqual({ ...nothing, inProject: true, minutes: [80] })
    expect(await traces(db, absent.personId)).toEqual({ ...nothing, inProject: true, minutes: [] })
    const certificate = await db
      .selectFrom('certificate')
      .where('person_id', '=', whole.personId)
      .select('document')
      .executeTakeFirstOrThrow()
    expect(certificate.document).toMatchObject({ kind: 'deltagande', title, minutes: 160, finishedOn: '2025-03-24' })
    const [frozen] = await listConfirmations(db, [meetingId])
    expect(frozen).toMatchObject({ confirmedBy: leader.personId, intact: true })
    expect(frozen?.lines.map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual([0, 80, 160])
    expect(JSON.stringify(frozen?.lines)).not.toContain(whole.familyName)
  })

  it('sets the entry day of the record, and a repeat changes nothing', async () => {
    const { db, leader, meetingId, people } = await makeWorkshop()
    const { personId } = at(people, 0)
    await recordMark(db, leader, meetingId, present(personId))
    await confirmMeeting(db, leader, { meetingId, now: after })
    expect(await confirmMeeting(db, leader, { meetingId, now: after })).toMatchObject({ value: { created: false } })
    expect(await traces(db, personId)).toEqual({ ...everything, minutes: [160] })
    const record = await db.selectFrom('participation').where('person_id', '=', personId).select('entry_on').execute()
    expect(record).toEqual([{ entry_on: '2025-03-24' }])
  })

  it('waits with the completion for the last meeting, and counts the minutes of them all', async () => {
    const { db, leader, meetingIds, people } = await makeWorkshop({ meetings: [first, second], people: 2 })
    const [steady, once] = [at(people, 0), at(people, 1)]
    const [one, two] = [at(meetingIds, 0), at(meetingIds, 1)]
    for (const person of people) await recordMark(db, leader, two, present(person.personId))
    await recordMark(db, leader, one, present(steady.personId))
    expect(await confirmMeeting(db, leader, { meetingId: two, now: after })).toMatchObject({ value: { finished: [] } })
    expect(await confirmMeeting(db, leader, { meetingId: one, now: after })).toMatchObject({
      value: { finished: [steady.personId] },
    })
    expect(await traces(db, steady.personId)).toEqual({ ...everything, minutes: [160, 120] })
    expect(await traces(db, once.personId)).toEqual({ ...nothing, inProject: true, minutes: [120] })
  })

  it('gives a godkänt resultat only where the activity is assessed against a standard', async () => {
    const { db, leader, meetingId, people } = await makeWorkshop({ standardRef: 'Westums kompetensram 1.0' })
    await recordMark(db, leader, meetingId, present(at(people, 0).personId))
    await confirmMeeting(db, leader, { meetingId, now: after })
    const { document } = await db
      .selectFrom('certificate')
      .where('person_id', '=', at(people, 0).personId)
      .select('document')
      .executeTakeFirstOrThrow()
    expect(document).toMatchObject({ kind: 'godkänt resultat' })
  })

  it('is refused to others, before the end and for what is not there', async () => {
    const { db, leader, meetingId, people } = await makeWorkshop()
    const refusals = [
      await confirmMeeting(db, at(people, 0), { meetingId, now: after }),
      await confirmMeeting(db, await makeActor(db, 'projektkoordinator', await makeOrganisation(db)), {
        meetingId,
        now: after,
      }),
      await confirmMeeting(db, leader, { meetingId, now: first.startsAt }),
      await confirmMeeting(db, leader, { meetingId: randomUUID() as MeetingId, now: after }),
    ]
    expect(refusals.map((one) => (one.ok ? 'ok' : one.refusal))).toEqual([
      'not-allowed',
      'not-allowed',
      'not-over',
      'no-such-meeting',
    ])
  })

  it('gives one result when two confirm at once and marks arrive meanwhile', async () => {
    const { db, leader, meetingIds, people } = await makeWorkshop({ meetings: [first, second], people: 6 })
    const office = await makeActor(db, 'projektadministrator')
    for (const meetingId of meetingIds)
      for (const person of people.slice(0, 3)) await recordMark(db, leader, meetingId, present(person.personId))
    const late = people.slice(3).flatMap((person) => meetingIds.map((meetingId) => ({ person, meetingId })))
    const [confirmed, marks] = await Promise.all([
      Promise.all(
        [leader, office].flatMap((actor) =>
          meetingIds.map((meetingId) => confirmMeeting(db, actor, { meetingId, now: after })),
        ),
      ),
      Promise.all(late.map(({ person, meetingId }) => recordMark(db, leader, meetingId, present(person.personId)))),
    ])
    expect(confirmed.filter((one) => one.ok && one.value.created)).toHaveLength(2)
    for (const person of people.slice(0, 3))
      expect(await traces(db, person.personId)).toEqual({ ...everything, minutes: [160, 120] })
    // A late mark is either in the frozen list, and then in the ledger, or refused.
    const frozen = await listConfirmations(db, meetingIds)
    for (const [index, { person, meetingId }] of late.entries()) {
      const line = frozen
        .find((one) => one.meetingId === meetingId)
        ?.lines.find((one) => one.personId === person.personId)
      expect(line?.present).toBe(at(marks, index).ok)
    }
    const credited = await db
      .selectFrom('time_entry')
      .where(
        'person_id',
        'in',
        people.map(({ personId }) => personId),
      )
      .select('minutes')
      .execute()
    expect(credited.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
      frozen.flatMap(({ lines }) => lines).reduce((sum, { minutes }) => sum + minutes, 0),
    )
  })
})

describe('a product', () => {
  const productPrompt = 'Lämna in en lektionsplan.'

  it('is asked for before the completion, and its acceptance gives it', async () => {
    const { db, leader, meetingId, occasionId, people } = await makeWorkshop({ productPrompt })
    const person = at(people, 0)
    const occasion = { occasionId, productPrompt }
    await recordMark(db, leader, meetingId, present(person.personId))
    await confirmMeeting(db, leader, { meetingId, now: after })
    expect(await traces(db, person.personId)).toEqual({ ...nothing, inProject: true, minutes: [160] })
    await handInProduct(db, person, { occasion, wording: 'Min plan', at: after })
    const { product_id: productId } = await db
      .selectFrom('product')
      .where('occasion_id', '=', occasionId)
      .select('product_id')
      .executeTakeFirstOrThrow()
    const request = { occasionId, productId, seenAt: after, now: after }
    expect(await acceptProduct(db, person, request)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await acceptProduct(db, leader, { ...request, seenAt: first.startsAt })).toMatchObject({
      refusal: 'changed',
    })
    expect(await acceptProduct(db, leader, request)).toEqual({ ok: true, value: { finished: true } })
    expect(await acceptProduct(db, leader, request)).toEqual({ ok: true, value: { finished: false } })
    expect(await traces(db, person.personId)).toEqual({ ...everything, minutes: [160] })
    expect(await handInProduct(db, person, { occasion, wording: 'Ny', at: after })).toMatchObject({
      refusal: 'accepted',
    })
  })

  it('accepted before the meeting is confirmed gives the completion at the confirmation', async () => {
    const { db, leader, meetingId, occasionId, people } = await makeWorkshop({ productPrompt })
    const person = at(people, 0)
    await recordMark(db, leader, meetingId, present(person.personId))
    await handInProduct(db, person, { occasion: { occasionId, productPrompt }, wording: 'Min plan', at: after })
    const { product_id: productId } = await db
      .selectFrom('product')
      .where('occasion_id', '=', occasionId)
      .select('product_id')
      .executeTakeFirstOrThrow()
    const [accepted, confirmed] = await Promise.all([
      acceptProduct(db, leader, { occasionId, productId, seenAt: after, now: after }),
      confirmMeeting(db, leader, { meetingId, now: after }),
    ])
    expect([accepted.ok, confirmed.ok]).toEqual([true, true])
    expect(await traces(db, person.personId)).toEqual({ ...everything, minutes: [160] })
  })

  it('is refused empty, too long, unasked and from those who take no part', async () => {
    const { db, occasionId, people } = await makeWorkshop({ productPrompt })
    const person = at(people, 0)
    const stranger = await makeActor(db)
    const hand = (actor: Actor, wording: string, prompt: string | null = productPrompt) =>
      handInProduct(db, actor, { occasion: { occasionId, productPrompt: prompt }, wording, at: after })
    const outcomes = [
      await hand(person, '  '),
      await hand(person, 'x'.repeat(20_001)),
      await hand(person, 'Plan', null),
      await hand(stranger, 'Plan'),
    ]
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.refusal))).toEqual([
      'empty',
      'too-long',
      'not-asked',
      'not-booked',
    ])
  })
})

it('a meeting is found with its occasion', async () => {
  const { db, meetingId, occasionId, leader, meetingIds } = await makeWorkshop({ meetings: [first, second] })
  expect(await findAttendanceMeeting(db, meetingId)).toMatchObject({
    occasionId,
    leaders: [leader.personId],
    meeting: { meetingId, startsAt: first.startsAt, breakMinutes: 20 },
    meetings: [{ meetingId }, { meetingId: meetingIds[1] }],
    competences: [{ code: 'K1.1', level: 2, weight: 1 }],
  })
})
