import type { PersonId } from '~/shared/ids'
import { localDay } from '~/shared/dates'
import type { MergePage, ShownSide } from '../ui/merge/merge-page'
import type { MergeCandidate, MergePlan, MergeSide } from './model'
import { numbersDiffer } from './rules'

function shownSide(side: MergeSide, plan: MergePlan): ShownSide {
  const moved = plan.lines.filter((line) => !line.isDouble)
  return {
    personId: side.personId,
    name: side.name,
    email: side.email,
    createdOn: localDay(side.createdAt),
    hasAccount: side.hasAccount,
    roles: side.roles,
    workplaces: side.workplaces,
    records: side.records,
    number: side.number,
    minutes: side.minutes,
    completions: side.completions,
    bookings: side.bookings,
    ifGone: {
      lines: moved.length,
      minutes: moved.reduce((sum, line) => sum + line.minutes, 0),
      doubleMinutes: plan.lines.reduce((sum, line) => sum + (line.isDouble ? line.minutes : 0), 0),
      locked: plan.locked.map(({ diarienr, month }) => ({ diarienr, month })),
    },
  }
}

/** The page that merges two people; without `other` it only shows who may be the same. */
export function mergePageOf(
  self: { participationId: string; personId: PersonId; name: string },
  parts: {
    search: string
    candidates: readonly MergeCandidate[]
    compared: { self: MergeSide; other: MergeSide; plans: { self: MergePlan; other: MergePlan } } | undefined
  },
): MergePage {
  const { compared } = parts
  return {
    ...self,
    search: parts.search,
    candidates: parts.candidates.map((one) => ({ ...one })),
    compared:
      compared === undefined
        ? null
        : {
            sides: [shownSide(compared.self, compared.plans.self), shownSide(compared.other, compared.plans.other)],
            numbersDiffer: numbersDiffer(compared.self.number, compared.other.number),
          },
  }
}
