import { expect, test } from 'vitest'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { StandingLine } from './model'
import { numberInForce, numbersDiffer, planLines, touchedMonths } from './rules'

const projectId = 'a' as ProjectId
const other = 'b' as ProjectId
const windows = [
  { projectId, startsOn: '2023-01-01', endsOn: '2025-07-31' },
  { projectId: other, startsOn: '2023-01-01', endsOn: '2025-07-31' },
]
const line: StandingLine = {
  timeEntryId: 'e',
  personId: 'p' as PersonId,
  projectId,
  outsideReason: null,
  workedOn: '2025-03-12',
  minutes: 60,
  timeType: 'sjalvstudier',
  evidence: 'course c 1',
  origin: 'completion',
  activityProjectId: null,
}
const outside = { projectId: null, outsideReason: 'no-record' as const }

test.each([
  ['time in a project stays in it', { projectId: other }, { projectId: other, outsideReason: null, isDouble: false }],
  ['time without a record is placed', outside, { projectId, outsideReason: null }],
  [
    'attended time is placed in the project of the activity',
    { ...outside, origin: 'attendance' as const, activityProjectId: other },
    { projectId: other },
  ],
  ['attended time of no project is not placed', { ...outside, origin: 'attendance' as const }, outside],
  ['a day after the projects stays outside', { ...outside, workedOn: '2025-08-01' }, { outsideReason: 'after-end' }],
  [
    'other reasons stand',
    { projectId: null, outsideReason: 'before-start' as const },
    { outsideReason: 'before-start' },
  ],
])('%s', (_name, change, becomes) => {
  expect(planLines([{ ...line, ...change }], [], windows)).toMatchObject([becomes])
})

test('time of what the other has already is double; without evidence nothing is', () => {
  const theirs = { ...line, timeEntryId: 'f', personId: 'q' as PersonId }
  expect(planLines([line], [theirs], windows)).toMatchObject([{ isDouble: true }])
  expect(planLines([line], [{ ...theirs, evidence: 'course c 2' }], windows)).toMatchObject([{ isDouble: false }])
  const stated = { ...line, evidence: null, origin: 'statement' as const }
  expect(planLines([stated], [{ ...theirs, evidence: null }], windows)).toMatchObject([{ isDouble: false }])
})

test('months that are written to come once, also those that time is placed in', () => {
  const [placed] = planLines([{ ...line, ...outside }], [], windows)
  const [stays] = planLines([line], [], windows)
  if (placed === undefined || stays === undefined) throw new Error('Nothing planned')
  expect(touchedMonths([placed, stays])).toEqual([{ projectId, month: '2025-03' }])
})

const pnr = { kind: 'personnummer' } as const
const samnr = { kind: 'samordningsnummer' } as const
test.each([
  [null, null, undefined, false],
  [null, pnr, 'gone', false],
  [pnr, null, 'kept', false],
  [samnr, pnr, 'gone', false],
  [pnr, samnr, 'kept', false],
  [pnr, pnr, 'kept', true],
  [samnr, samnr, 'kept', true],
])('kept %j and gone %j', (kept, gone, inForce, differ) => {
  expect(numberInForce(kept, gone)).toBe(inForce)
  expect(numbersDiffer(kept, gone)).toBe(differ)
})
