import { describe, expect, it } from 'vitest'
import { attestReminderStep, reminderDays, reminderStep } from './reminders'

describe('reminders of a month', () => {
  it('come on the first day, halfway, three days before the due day and the day after it', () => {
    expect(reminderDays('2025-02', 28)).toEqual(['2025-03-01', '2025-03-14', '2025-03-25', '2025-03-29'])
    expect(reminderDays('2025-12', 10)).toEqual(['2026-01-01', '2026-01-05', '2026-01-07', '2026-01-11'])
    expect(reminderDays('2025-02', 3)).toEqual(['2025-03-01', '2025-03-02', '2025-03-04'])
    expect(reminderDays('2025-02', 1)).toEqual(['2025-03-01', '2025-03-02'])
  })

  it('are at the newest step whose day has come, and end two weeks after the due day', () => {
    const step = (today: string) => reminderStep('2025-02', 28, today)
    expect(step('2025-02-28')).toBeUndefined()
    expect([step('2025-03-01'), step('2025-03-13'), step('2025-03-14')]).toEqual([1, 1, 2])
    expect([step('2025-03-25'), step('2025-03-29'), step('2025-04-11')]).toEqual([3, 4, 4])
    expect(step('2025-04-12')).toBeUndefined()
  })

  it('reach those who attest from the second step', () => {
    expect(attestReminderStep('2025-02', 28, '2025-03-13')).toBeUndefined()
    expect(attestReminderStep('2025-02', 28, '2025-03-14')).toBe(2)
  })
})
