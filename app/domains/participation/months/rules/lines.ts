import type { SignedLine } from '../model'

/**
 * The text that a signature seals: one row a line, by day and then by id, each `id day minutes type`. The database has
 * the same text in `month_line`, so that a month is sealed and verified there without leaving it.
 */
export function canonicalLines(lines: readonly SignedLine[]): string {
  return lines
    .toSorted((a, b) => order(a.workedOn, b.workedOn) || order(a.timeEntryId, b.timeEntryId))
    .map((line) => `${line.timeEntryId} ${line.workedOn} ${line.minutes} ${line.timeType}`)
    .join('\n')
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
