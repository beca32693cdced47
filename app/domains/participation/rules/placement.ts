import type { OutsideReason, Placement, ProjectWindow } from '../model'

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

/** As placeDay, for time of a renewed course: in a project only when the office has decided that it takes such time. */
export function placeRenewal(
  day: string,
  windows: readonly ProjectWindow[],
  takesRenewals: ReadonlySet<string>,
): Placement | { projectId: null; outsideReason: OutsideReason } {
  const placed = placeDay(day, windows)
  if (placed.projectId === null || takesRenewals.has(placed.projectId)) return placed
  return { projectId: null, outsideReason: 'renewal' }
}
