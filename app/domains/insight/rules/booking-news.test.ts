import { expect, test } from 'vitest'
import type { NoticeEntry } from '~/domains/notice'
import { bookingNewsOf } from './booking-news'

const now = new Date('2025-03-24T08:00:00Z')
const payload = {
  occasionId: 'a',
  activitySlug: 'workshop',
  activityTitle: 'Workshop',
  startsAt: '2025-04-10T11:00:00Z',
}
const notice = (kind: string, more: Record<string, unknown> = {}, createdAt = now): NoticeEntry => ({
  ...{ noticeId: kind, sourceId: kind, readAt: null },
  ...{ kind, payload: { ...payload, ...more }, createdAt },
})

test.each([
  ['booking-place', 'place'],
  ['booking-approved', 'approved'],
  ['booking-refused', 'refused'],
  ['booking-moved', 'moved'],
  ['occasion-changed', 'changed'],
  ['occasion-cancelled', 'cancelled'],
  ['occasion-planned', 'planned'],
  ['meeting-reminder', 'soon'],
])('%s is told as %s', (kind, event) => {
  expect(bookingNewsOf([notice(kind)], now)).toMatchObject([
    { event, slug: 'workshop', title: 'Workshop', waits: false },
  ])
})

test('other notices, and those without an occasion, are none', () => {
  expect(bookingNewsOf([notice('course-finished'), notice('toString')], now)).toEqual([])
  expect(bookingNewsOf([notice('booking-place', { activitySlug: undefined })], now)).toEqual([])
})

test('the newest of an occasion is told, and the others of other occasions', () => {
  const news = [notice('occasion-cancelled', { reason: 'Ledaren är sjuk.' }), notice('booking-place')]
  expect(
    bookingNewsOf([...news, notice('booking-moved', { occasionId: 'b', state: 'vantelista' })], now),
  ).toMatchObject([
    { event: 'cancelled', reason: 'Ledaren är sjuk.' },
    { event: 'moved', waits: true },
  ])
})

test('is told for two weeks, and not when the occasion has started', () => {
  const made = (at: string) => bookingNewsOf([notice('booking-place', {}, new Date(at))], now).length
  expect([made('2025-03-10T08:00:01Z'), made('2025-03-10T08:00:00Z')]).toEqual([1, 0])
  expect(bookingNewsOf([notice('booking-place', { startsAt: now.toISOString() })], now)).toEqual([])
  expect(bookingNewsOf([notice('occasion-planned', { startsAt: null })], now)).toHaveLength(1)
})
