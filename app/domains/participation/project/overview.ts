import { localDay } from '~/shared/dates'
import type { LocalGoal } from './model'

/** A goal as a page shows it: the closing as its Stockholm day. */
export function shownGoal({ organisationId: _, closedAt, ...goal }: LocalGoal) {
  return { ...goal, closedOn: closedAt === null ? null : localDay(closedAt) }
}
