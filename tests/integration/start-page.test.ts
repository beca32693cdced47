import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { bookingNewsOf } from '~/domains/insight'
import { listNextMeetings } from '~/domains/insight/index.server'
import { listNotices } from '~/domains/notice/index.server'
import { bookOccasion, cancelBooking } from '~/journeys/book-occasion.server'
import { testDatabase } from '../support/database'
import { makeActivity, makeActor, makeOccasion } from '../support/factories'

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
})
