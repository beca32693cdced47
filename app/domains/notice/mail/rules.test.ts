import { expect, test } from 'vitest'
import { isDigestTime, MOST_ATTEMPTS, pauseAfter } from './rules'

test.each([
  ['2025-03-24T05:59:00Z', false],
  ['2025-03-24T06:00:00Z', true],
  ['2025-06-24T04:59:00Z', false],
  ['2025-06-24T05:00:00Z', true],
  ['2025-03-24T22:59:00Z', true],
  ['2025-03-24T23:00:00Z', false],
])('at %s the digest may be sent: %s', (at, expected) => {
  expect(isDigestTime(new Date(at))).toBe(expected)
})

test('the pauses between the tries grow and cover a day', () => {
  const pauses = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1))
  expect(pauses.map((pause) => pause / 60_000)).toEqual([1, 4, 16, 64, 256, 360, 360])
})
