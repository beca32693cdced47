import type { TimeType } from '../../rules/months'

/** A line of which only what the findings need is known. Corrected lines are left out or net. */
export interface CheckedLine {
  timeEntryId: string
  workedOn: string
  minutes: number
  timeType: TimeType
  startsAt: Date | null
  endsAt: Date | null
  nominal: number | null
}

export type Finding =
  | { kind: 'overlap'; workedOn: string; timeEntryIds: [string, string]; minutes: number }
  /** The longest lines of the day, at most two, the longest first. */
  | { kind: 'daily-cap'; workedOn: string; timeEntryIds: string[]; minutes: number; cap: number }
  | { kind: 'above-nominal'; workedOn: string; timeEntryId: string; minutes: number; nominal: number }
  | { kind: 'outside-project'; workedOn: string; timeEntryId: string }

export interface FindingRules {
  dailyCapMinutes: number
  startsOn: string
  endsOn: string
}

/**
 * What should be looked at before a month is signed, by day: two places at once, more time in a day than the project's
 * cap, self-study above the nominal length, time outside the project's dates. A finding explains; it refuses nothing.
 */
export function findingsOf(lines: readonly CheckedLine[], rules: FindingRules): Finding[] {
  const found: Finding[] = [...overlaps(lines), ...overCap(lines, rules.dailyCapMinutes)]
  for (const line of lines) {
    const { timeEntryId, workedOn, minutes, nominal } = line
    if (line.timeType === 'sjalvstudier' && nominal !== null && minutes > nominal)
      found.push({ kind: 'above-nominal', workedOn, timeEntryId, minutes, nominal })
    if (workedOn < rules.startsOn || workedOn > rules.endsOn)
      found.push({ kind: 'outside-project', workedOn, timeEntryId })
  }
  return found.toSorted((a, b) => (a.workedOn === b.workedOn ? 0 : a.workedOn < b.workedOn ? -1 : 1))
}

function overlaps(lines: readonly CheckedLine[]): Finding[] {
  const spans = lines
    .flatMap((line) =>
      line.startsAt === null || line.endsAt === null || line.minutes <= 0
        ? []
        : [{ ...line, from: line.startsAt.getTime(), to: line.endsAt.getTime() }],
    )
    .toSorted((a, b) => a.from - b.from)
  const found: Finding[] = []
  for (const [index, first] of spans.entries()) {
    for (const second of spans.slice(index + 1)) {
      if (second.from >= first.to) break
      const minutes = Math.round((Math.min(first.to, second.to) - second.from) / 60_000)
      if (minutes === 0) continue
      const { workedOn } = second
      found.push({ kind: 'overlap', workedOn, timeEntryIds: [first.timeEntryId, second.timeEntryId], minutes })
    }
  }
  return found
}

function overCap(lines: readonly CheckedLine[], cap: number): Finding[] {
  const days = new Map<string, CheckedLine[]>()
  for (const line of lines) days.set(line.workedOn, [...(days.get(line.workedOn) ?? []), line])
  return [...days].flatMap(([workedOn, ofDay]) => {
    const minutes = ofDay.reduce((sum, line) => sum + line.minutes, 0)
    const longest = ofDay.toSorted((a, b) => b.minutes - a.minutes).slice(0, 2)
    const timeEntryIds = longest.map((line) => line.timeEntryId)
    return minutes > cap ? [{ kind: 'daily-cap' as const, workedOn, timeEntryIds, minutes, cap }] : []
  })
}

/** The lines that still hold: a corrected line and its contra entry cancel each other and are left out. */
export function standingLines<Line extends { timeEntryId: string; minutes: number; correctsId: string | null }>(
  lines: readonly Line[],
): Line[] {
  const undone = new Set(
    lines.flatMap((line) => (line.minutes < 0 && line.correctsId !== null ? [line.correctsId] : [])),
  )
  return lines.filter((line) => line.minutes > 0 && !undone.has(line.timeEntryId))
}
