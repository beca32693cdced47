import { describe, expect, test } from 'vitest'
import type { ProjectId } from '~/shared/ids'
import type { ProjectWindow } from '../model'
import { placeDay } from './placement'

const west: ProjectWindow = {
  projectId: 'west' as ProjectId,
  startsOn: '2023-08-01',
  endsOn: '2025-07-31',
}
const sustainable: ProjectWindow = {
  projectId: 'hallbar' as ProjectId,
  startsOn: '2024-01-01',
  endsOn: '2025-12-31',
}
const later: ProjectWindow = {
  projectId: 'senare' as ProjectId,
  startsOn: '2026-03-01',
  endsOn: '2026-12-31',
}

describe('placeDay', () => {
  test.each([
    ['the first day', '2023-08-01', [west], 'west', null],
    ['the last day', '2025-07-31', [west], 'west', null],
    ['the day before the start', '2023-07-31', [west], null, 'before-start'],
    ['the day after the end', '2025-08-01', [west], null, 'after-end'],
    ['nobody without a record', '2024-05-01', [], null, 'no-record'],
    ['the project that started first', '2024-05-01', [sustainable, west], 'west', null],
    ['the only project that is open', '2025-08-01', [west, sustainable], 'hallbar', null],
    ['a gap between two projects', '2026-01-15', [later, west], null, 'after-end'],
  ])('%s', (_, day, windows, projectId, outsideReason) => {
    expect(placeDay(day, windows)).toEqual({ projectId, outsideReason })
  })
})
