import { expect, test } from 'vitest'
import type { ProjectId } from '~/shared/ids'
import { overviewOf } from './hours-view'
import type { LedgerEntry } from './model'

const entry = (
  projectId: string | null,
  workedOn: string,
  minutes: number,
  change: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  timeEntryId: `${workedOn}-${minutes}`,
  projectId: projectId as ProjectId | null,
  projectName: projectId,
  workedOn,
  minutes,
  timeType: 'sjalvstudier',
  title: 'Lektion 1',
  outsideReason: projectId === null ? 'after-end' : null,
  reason: null,
  recordedAt: new Date(0),
  courseId: null,
  round: null,
  courseSlug: null,
  courseTitle: null,
  lectureSlug: null,
  ...change,
})
const entries = [
  entry('west', '2025-01-10', 100),
  entry('west', '2025-01-20', 70, { timeType: 'schemalagd' }),
  entry('west', '2025-02-01', 50, { timeType: 'schemalagd' }),
  entry('sister', '2025-02-02', 61),
  entry(null, '2025-08-01', 15),
]
const project = (projectId: string, selfStudyEligible: boolean) =>
  ({ projectId, projectName: projectId, selfStudyEligible, rounding: 'floor_hours' }) as const

test('projects and outside add up to the total, and so do the months', () => {
  const overview = overviewOf(entries, [project('west', false), project('sister', true)])
  expect(overview.projects).toEqual([
    expect.objectContaining({ name: 'west', registered: 220, waiting: 100, reported: 60, left: 60 }),
    expect.objectContaining({ name: 'sister', registered: 61, waiting: 0, reported: 60, left: 1 }),
  ])
  for (const { registered, waiting, reported, left } of overview.projects)
    expect(waiting + reported + left).toBe(registered)
  expect(overview.projects.reduce((sum, { registered }) => sum + registered, overview.outside)).toBe(overview.total)
  expect(overview.months).toEqual([
    { month: '2025-08', inProject: 0, outside: 15 },
    { month: '2025-02', inProject: 111, outside: 0 },
    { month: '2025-01', inProject: 170, outside: 0 },
  ])
  expect(overview.months.reduce((sum, month) => sum + month.inProject + month.outside, 0)).toBe(overview.total)
})

test('an empty ledger has a project without time', () => {
  expect(overviewOf([], [project('west', false)])).toMatchObject({
    total: 0,
    outside: 0,
    months: [],
    projects: [{ registered: 0 }],
  })
})
