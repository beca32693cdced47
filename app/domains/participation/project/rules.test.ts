import { describe, expect, test } from 'vitest'
import { attestationWanted, byGender, dueDay, isAidFormInForce, reportCalendar } from './rules'

test.each([
  [true, null, true],
  [false, null, false],
  [true, false, false],
  [false, true, true],
])('attestation of project %s and partner %s is %s', (project, partner, wanted) => {
  expect(attestationWanted({ attestation: project }, { attestation: partner })).toBe(wanted)
})

test.each([
  ['2025-03', 28, '2025-04-28'],
  ['2024-12', 28, '2025-01-28'],
  ['2024-01', 31, '2024-03-02'],
])('the report of %s with %s days is due %s', (month, days, due) => {
  expect(dueDay(month, days)).toBe(due)
})

describe('the report calendar', () => {
  const project = { startsOn: '2023-08-01', endsOn: '2025-07-31', reportDueDays: 28 }
  const standing = (month: string, locked = false, mustResend = false) => ({ month, locked, mustResend })

  test('names the next month in time, the late ones and those to send again', () => {
    const months = [
      standing('2024-11', true),
      standing('2025-02'),
      standing('2024-12'),
      standing('2025-01', true, true),
      standing('2025-03'),
    ]
    expect(reportCalendar(project, months, '2025-03-24')).toEqual({
      next: { month: '2025-02', dueOn: '2025-03-28' },
      late: ['2024-12'],
      resend: ['2025-01'],
    })
  })

  test('the running month is next when nothing else is open; after the project there is none', () => {
    expect(reportCalendar(project, [], '2025-03-24').next).toEqual({ month: '2025-03', dueOn: '2025-04-28' })
    expect(reportCalendar(project, [], '2025-08-01')).toEqual({ next: null, late: [], resend: [] })
    expect(reportCalendar(project, [], '2023-07-31').next).toBeNull()
  })
})

describe('figures by gender', () => {
  test.each([
    [5, 5, true],
    [5, 4, false],
    [4, 5, false],
    [10, 0, false],
    [0, 0, false],
  ])('%s women and %s men are shown: %s', (women, men, shown) => {
    const split = byGender({ women: { people: women, amount: women * 3 }, men: { people: men, amount: men * 3 } })
    expect(split).toEqual(shown ? { women: women * 3, men: men * 3 } : null)
  })
})

test.each([
  [undefined, '2025-03-24', false],
  [{ status: 'saknas', validUntil: null }, '2025-03-24', false],
  [{ status: 'skickad', validUntil: '2026-01-01' }, '2025-03-24', false],
  [{ status: 'undertecknad', validUntil: null }, '2025-03-24', true],
  [{ status: 'undertecknad', validUntil: '2025-03-24' }, '2025-03-24', true],
  [{ status: 'undertecknad', validUntil: '2025-03-23' }, '2025-03-24', false],
] as const)('the form %j is in force on %s: %s', (form, on, inForce) => {
  expect(isAidFormInForce(form, on)).toBe(inForce)
})
