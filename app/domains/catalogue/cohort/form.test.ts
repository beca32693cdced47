import { expect, test } from 'vitest'
import type { PersonId } from '~/shared/ids'
import { emptyCohort, readCohort } from './form'

const leaderId = 'ledare' as PersonId
const whole = {
  name: ' Våren 2025 ',
  startsOn: '2025-03-01',
  deadlineOn: '2025-05-31',
  seats: '20',
  leader: 'a@b.example',
}

test('a whole cohort and one with a name alone', () => {
  expect(readCohort(whole, leaderId)).toEqual({
    ok: true,
    plan: { name: 'Våren 2025', startsOn: '2025-03-01', deadlineOn: '2025-05-31', seats: 20, leaderId },
  })
  expect(readCohort({ ...emptyCohort, name: 'Utan gräns' }, undefined)).toEqual({
    ok: true,
    plan: { name: 'Utan gräns', startsOn: null, deadlineOn: null, seats: null, leaderId: null },
  })
})

test.each([
  [{ name: ' ' }, { name: 'name' }],
  [{ startsOn: '2025-02-30' }, { startsOn: 'day' }],
  [{ deadlineOn: 'i maj' }, { deadlineOn: 'day' }],
  [{ deadlineOn: '2025-02-28' }, { deadlineOn: 'order' }],
  [{ seats: '0' }, { seats: 'seats' }],
  [{ seats: 'tjugo' }, { seats: 'seats' }],
])('%j is refused', (change, faults) => {
  expect(readCohort({ ...whole, ...change }, leaderId)).toEqual({ ok: false, faults })
})

test('a leader without an account is refused', () => {
  expect(readCohort(whole, undefined)).toEqual({ ok: false, faults: { leader: 'leader' } })
})
