import { describe, expect, it } from 'vitest'
import type { NoticeEntry } from '~/domains/notice'
import type { PersonMonthState } from '~/domains/participation'
import { reminderNeeds, remindersOf } from './reminders'

const now = new Date('2025-03-24T08:00:00Z')
const project = { diarienr: '22-035-S05', projectName: 'Omställning i West', month: '2025-02' }
const notice = (kind: string, payload: Record<string, unknown> = project, createdAt = now): NoticeEntry => ({
  ...{ noticeId: kind, sourceId: kind, readAt: null },
  ...{ kind, payload, createdAt },
})
const own = (waits: boolean) => [{ ...project, state: 'oppen' as PersonMonthState, waits }]

describe('what the start page reminds of', () => {
  it('is each month once, and nothing that is done', () => {
    const notices = [notice('month-to-sign'), notice('month-to-sign')]
    expect(remindersOf(notices, { own: own(true), work: [] }, now)).toEqual([{ ...project, kind: 'sign' }])
    expect(remindersOf(notices, { own: own(false), work: [] }, now)).toEqual([])
  })

  it('says that a month was given back rather than that it waits', () => {
    for (const notices of [
      [notice('month-to-sign'), notice('month-returned')],
      [notice('month-returned'), notice('month-to-sign')],
    ])
      expect(remindersOf(notices, { own: own(true), work: [] }, now)).toEqual([{ ...project, kind: 'returned' }])
  })

  it('counts what waits to be attested now, not when the reminder was sent', () => {
    const notices = [notice('months-to-attest', { ...project, count: 9 })]
    const work = [{ ...project, count: 2 }]
    expect(remindersOf(notices, { own: [], work }, now)).toEqual([{ ...project, kind: 'attest', count: 2 }])
    expect(remindersOf(notices, { own: [], work: [] }, now)).toEqual([])
  })

  it('tells of a correction for two weeks', () => {
    const payload = { timeEntryId: 'a', title: 'Workshop' }
    const told = (at: string) =>
      remindersOf([notice('time-corrected', payload, new Date(at))], { own: [], work: [] }, now)
    expect(told('2025-03-11T08:00:00Z')).toEqual([{ kind: 'corrected', ...payload }])
    expect(told('2025-03-10T08:00:00Z')).toEqual([])
  })

  it('asks for nothing when no notice is about months', () => {
    expect(reminderNeeds([notice('course-finished')])).toEqual({ own: false, work: false })
    expect(reminderNeeds([notice('month-returned'), notice('months-to-attest')])).toEqual({ own: true, work: true })
  })
})
