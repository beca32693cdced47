import { localDay } from '~/shared/dates'

export interface DayPiece {
  /** Stockholm day, `2025-03-24`. */
  day: string
  part: number
  startsAt: Date
  endsAt: Date
  minutes: number
}

const HOUR = 3_600_000

/** The first instant of the Stockholm day after the one that holds `instant`. */
function nextMidnight(instant: Date): Date {
  const day = localDay(instant)
  let low = instant.getTime()
  let high = low + 26 * HOUR
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (localDay(new Date(middle)) === day) low = middle
    else high = middle
  }
  return new Date(high)
}

/**
 * A span of time cut at midnight in Stockholm, so that every piece lies in one day and so in one month. The minutes
 * that count are shared by length and add up to `minutes`; pieces without a minute are left out.
 */
export function splitByDay(startsAt: Date, endsAt: Date, minutes: number): DayPiece[] {
  const cuts = [startsAt]
  for (let cut = nextMidnight(startsAt); cut < endsAt; cut = nextMidnight(cut)) cuts.push(cut)
  const whole = endsAt.getTime() - startsAt.getTime()
  let given = 0
  const pieces = cuts.map((from, index) => {
    const to = cuts[index + 1] ?? endsAt
    const until =
      index === cuts.length - 1 ? minutes : Math.round((minutes * (to.getTime() - startsAt.getTime())) / whole)
    const piece = { day: localDay(from), part: index + 1, startsAt: from, endsAt: to, minutes: until - given }
    given = until
    return piece
  })
  return pieces.filter((piece) => piece.minutes > 0)
}
