import type { CommonKind, ProjectCounts, ProjectStanding, RetentionRule } from './model'

export type Readiness = 'held' | 'payment-unknown' | 'no-rule' | 'kept' | 'due'

/** Why a project's evidence stays, or that its time has come. `today` is an ISO day. */
export function readinessOf(
  project: { legalHold: boolean; finalPaymentOn: string | null },
  { keptUntil }: Pick<ProjectStanding, 'keptUntil'>,
  today: string,
): Readiness {
  if (project.legalHold) return 'held'
  if (project.finalPaymentOn === null) return 'payment-unknown'
  if (keptUntil === null) return 'no-rule'
  return keptUntil < today ? 'due' : 'kept'
}

/** The ISO day `days` before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

/** The day before which the event of a kind must lie for its rows to go; undefined: no rule, and nothing goes. */
export function cutoffOf(rules: readonly RetentionRule[], kind: CommonKind, today: string): string | undefined {
  const days = rules.find(({ ruleId }) => ruleId === kind)?.keepDays
  return days === null || days === undefined ? undefined : daysBefore(today, days)
}

export function addCounts(sum: ProjectCounts, more: ProjectCounts): ProjectCounts {
  const total: Record<string, number> = { ...sum }
  for (const [kind, count] of Object.entries(more)) total[kind] = (total[kind] ?? 0) + count
  return total
}

export const countAll = (counts: Record<string, number | undefined>): number =>
  Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)
