import { expect, test } from 'vitest'
import { keyOfProposal, proposalOf, type RecordActivity } from './rules'

const project = { endsOn: '2025-07-31', exitAfterDays: 90 }
const record: RecordActivity = {
  participationId: 'post',
  name: 'Disa Granlid',
  partner: null,
  entryOn: '2024-09-02',
  exitOn: null,
  firstOn: '2024-09-02',
  firstTitle: 'Första träffen',
  lastOn: '2024-12-10',
  lastTitle: 'Sista träffen',
  hasPlanned: false,
}
const proposed = (change: Partial<RecordActivity>, today: string) => {
  const proposal = proposalOf({ ...record, ...change }, project, today)
  return { entry: proposal?.entry, exit: proposal?.exit }
}
const none = { entry: undefined, exit: undefined }

test('the entry day is the first day with time, with why it differs', () => {
  const entry = (change: Partial<RecordActivity>) => proposed(change, '2025-01-01').entry
  expect(entry({})).toBeUndefined()
  expect(entry({ entryOn: null })).toEqual({ day: '2024-09-02', reason: 'unset' })
  expect(entry({ entryOn: '2024-10-01' })).toEqual({ day: '2024-09-02', reason: 'time-before' })
  expect(entry({ entryOn: '2024-08-15' })).toEqual({ day: '2024-09-02', reason: 'later-time' })
})

test('the exit day is the last day with time once the days without time are full and nothing is planned', () => {
  expect(proposed({}, '2025-03-09')).toEqual(none)
  expect(proposed({}, '2025-03-10').exit).toEqual({ day: '2024-12-10', reason: 'quiet' })
  expect(proposed({ hasPlanned: true }, '2025-03-10')).toEqual(none)
  expect(proposed({ exitOn: '2024-12-31' }, '2025-03-10')).toEqual(none)
})

test('when the project is over every record without an exit day gets one, and time after an exit day moves it', () => {
  const late = { lastOn: '2025-07-30' }
  expect(proposed(late, '2025-07-31')).toEqual(none)
  expect(proposed({ ...late, hasPlanned: true }, '2025-08-01').exit).toEqual({
    day: '2025-07-30',
    reason: 'project-over',
  })
  expect(proposed({ exitOn: '2024-12-01' }, '2025-01-01').exit).toEqual({ day: '2024-12-10', reason: 'time-after' })
})

test('a key names the record and both days', () => {
  const proposal = proposalOf({ ...record, entryOn: null }, project, '2025-03-10')
  expect(proposal && keyOfProposal(proposal)).toBe('post.2024-09-02.2024-12-10')
})
