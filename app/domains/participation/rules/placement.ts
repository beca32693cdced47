import type { Placement, ProjectWindow } from '../model'

/**
 * The project to which the time of one day belongs. One hour belongs to one project: when several hold the day,
 * the one that started first takes it, so that the answer never depends on order.
 * A day between two projects counts as after the end of the earlier one.
 */
export function placeDay(day: string, windows: readonly ProjectWindow[]): Placement {
  const inOrder = windows.toSorted(
    (a, b) => a.startsOn.localeCompare(b.startsOn) || a.projectId.localeCompare(b.projectId),
  )
  const first = inOrder[0]
  if (first === undefined) return { projectId: null, outsideReason: 'no-record' }
  const holding = inOrder.find((window) => window.startsOn <= day && day <= window.endsOn)
  if (holding !== undefined) return { projectId: holding.projectId, outsideReason: null }
  return {
    projectId: null,
    outsideReason: day < first.startsOn ? 'before-start' : 'after-end',
  }
}
