import { expect, test } from 'vitest'
import { clockText, durationAttribute, lengthText } from './time-text'

test.each([
  [0, '0.00', '0 s'],
  [9.9, '0.09', '9 s'],
  [60, '1.00', '1 min'],
  [432, '7.12', '7 min 12 s'],
  [3600, '1.00.00', '1 h'],
  [3725, '1.02.05', '1 h 2 min 5 s'],
  [-3, '0.00', '0 s'],
])('%s seconds', (seconds, place, length) => {
  expect(clockText(seconds, 'sv')).toBe(place)
  expect(clockText(seconds, 'en')).toBe(place.replaceAll('.', ':'))
  expect(lengthText(seconds)).toBe(length)
  expect(durationAttribute(seconds)).toBe(`PT${Math.max(0, Math.floor(seconds))}S`)
})
