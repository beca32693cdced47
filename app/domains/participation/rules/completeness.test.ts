import { expect, test } from 'vitest'
import { completenessOf } from './completeness'

const full = {
  hasIdentityNumber: true,
  entryOn: '2024-01-10',
  employerId: 'o',
  noticeAckAt: new Date(0),
}

test.each([
  [{}, []],
  [{ hasIdentityNumber: false }, ['identity-number']],
  [{ entryOn: null }, ['entry-day']],
  [{ employerId: null }, ['organisation']],
  [{ noticeAckAt: null }, ['notice']],
  [
    {
      hasIdentityNumber: false,
      entryOn: null,
      employerId: null,
      noticeAckAt: null,
    },
    ['identity-number', 'entry-day', 'organisation', 'notice'],
  ],
])('without %j the record misses %j', (change, missing) => {
  expect(completenessOf({ ...full, ...change })).toEqual({
    complete: missing.length === 0,
    missing,
  })
})
