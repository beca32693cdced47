import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { bookingNewsOf } from '~/domains/insight'
import { findStartGlance, listNextMeetings } from '~/domains/insight/index.server'
import { findStanding, handInProduct, recordMarks } from '~/domains/learning/index.server'
import { listNotices } from '~/domains/notice/index.server'
import { bookOccasion, cancelBooking } from '~/journeys/book-occasion.server'
import { acceptProduct } from '~/journeys/accept-product.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { testDatabase } from '../support/database'
import { makeActivity, makeActor, makeOccasion } from '../support/factories'
import { after, at, makeWorkshop, present } from '../support/workshop'

const now = new Date('2025-03-24T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe('the start page', () => {
  test('has the next meetings that one is booked for or leads, and what happened to a booking', async () => {
    const db = await testDatabase()
    const leader = await makeActor(db)
    const activity = await makeActivity(db, { title: 'Kvällens workshop' })
    const { occasionId, meetings } = await makeOccasion(db, {
      activityId: activity.activityId,
      capacity: 1,
      leaders: [leader.personId],
    })
    const [seated, waiting] = [await makeActor(db), await makeActor(db)] as const
    for (const person of [seated, waiting]) await bookOccasion(db, person, { occasionId, accessNeeds: '', now })
    const next = { meetingId: meetings[0]?.meetingId, slug: activity.slug, title: 'Kvällens workshop' }
    expect(await listNextMeetings(db, seated.personId, now, 4)).toMatchObject([{ ...next, own: 'bokad' }])
    expect(await listNextMeetings(db, leader.personId, now, 4)).toMatchObject([{ ...next, own: 'leder' }])
    expect(await listNextMeetings(db, waiting.personId, now, 4)).toEqual([])
    await cancelBooking(db, seated, { occasionId, now: later(5) })
    expect(await listNextMeetings(db, seated.personId, now, 4)).toEqual([])
    expect(await listNextMeetings(db, waiting.personId, new Date('2025-04-10T13:00:00Z'), 4)).toEqual([])
    const news = async ({ personId }: Actor) => bookingNewsOf(await listNotices(db, personId, 20), later(6))
    expect(await news(waiting)).toMatchObject([{ event: 'place', slug: activity.slug, title: 'Kvällens workshop' }])
    expect(await news(seated)).toEqual([])
  })

  test('asks those who were there for their product, and the leader to read it, until it is done', async () => {
    const workshop = await makeWorkshop({ people: 2, productPrompt: 'Beskriv momentet.' })
    const { db, leader, occasionId, meetingId, title } = workshop
    const [came, stayed] = [at(workshop.people, 0), at(workshop.people, 1)]
    const productsOf = async (actor: Actor, moment = after) =>
      (await findStartGlance(db, actor.personId, { month: '2025-04', now: moment })).products
    const standing = async () => {
      const { activity_id: activityId } = await db
        .selectFrom('occasion')
        .where('occasion_id', '=', occasionId)
        .select('activity_id')
        .executeTakeFirstOrThrow()
      const { own } = await findStanding(db, activityId as Parameters<typeof findStanding>[1], came.personId)
      return own[0]?.product
    }
    await db.transaction().execute((tx) => recordMarks(tx, leader, meetingId, [present(came.personId)]))
    expect(await productsOf(came)).toEqual([])
    await confirmMeeting(db, leader, { meetingId, now: after })
    expect(await productsOf(came)).toEqual([{ kind: 'hand-in', id: occasionId, title }])
    expect(await productsOf(stayed)).toEqual([])
    expect(await productsOf(came, new Date(after.getTime() + 91 * 86_400_000))).toEqual([])
    expect([await standing(), await productsOf(leader)]).toEqual(['missing', []])

    const occasion = { occasionId, productPrompt: 'Beskriv momentet.' }
    await handInProduct(db, came, { occasion, wording: 'Vi planerade ett moment.', at: after })
    expect(await productsOf(came)).toEqual([])
    expect(await productsOf(leader)).toEqual([{ kind: 'accept', id: meetingId, title }])
    expect(await standing()).toBe('waiting')
    const { product_id: productId } = await db
      .selectFrom('product')
      .where('occasion_id', '=', occasionId)
      .select('product_id')
      .executeTakeFirstOrThrow()
    await acceptProduct(db, leader, { occasionId, productId, seenAt: after, now: after })
    expect([await standing(), await productsOf(leader)]).toEqual(['accepted', []])
  })
})
