export type Rounding = 'floor_hours' | 'minutes'
export type TimeType = 'schemalagd' | 'sjalvstudier' | 'forberedelse' | 'studiebesok' | 'resa'

/** How a project reports time; the office sets both from the decision on support. */
export interface ReportingRule {
  rounding: Rounding
  selfStudyEligible: boolean
}

export interface LedgerLine {
  /** Stockholm day, `2025-03-24`. */
  workedOn: string
  minutes: number
  timeType: TimeType
}

/** Self-study is reported only when the project has had it decided; every other kind of time always is. */
export function isReportable(timeType: TimeType, rule: ReportingRule): boolean {
  return timeType !== 'sjalvstudier' || rule.selfStudyEligible
}

/** The minutes of one person-month as they are reported, and what the rounding leaves: their sum is what went in. */
export function roundMonth(minutes: number, rounding: Rounding): { reported: number; left: number } {
  if (rounding === 'minutes') return { reported: minutes, left: 0 }
  const reported = Math.floor(minutes / 60) * 60
  return { reported, left: minutes - reported }
}

export interface MonthSum {
  /** `2025-03` */
  month: string
  registered: number
  /** Minutes that may be reported, before rounding. */
  reportable: number
  /** Minutes after the rounding of the person-month. */
  reported: number
}

/** One person's time in one project by month, oldest first. Rounding is by person-month, never by entry. */
export function sumMonths(lines: readonly LedgerLine[], rule: ReportingRule): MonthSum[] {
  const months = new Map<string, { registered: number; reportable: number }>()
  for (const line of lines) {
    const month = line.workedOn.slice(0, 7)
    const sum = months.get(month) ?? { registered: 0, reportable: 0 }
    sum.registered += line.minutes
    if (isReportable(line.timeType, rule)) sum.reportable += line.minutes
    months.set(month, sum)
  }
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, sum]) => ({
      month,
      ...sum,
      reported: roundMonth(sum.reportable, rule.rounding).reported,
    }))
}

export function totalOf(months: readonly MonthSum[]): Omit<MonthSum, 'month'> {
  return months.reduce(
    (total, month) => ({
      registered: total.registered + month.registered,
      reportable: total.reportable + month.reportable,
      reported: total.reported + month.reported,
    }),
    { registered: 0, reportable: 0, reported: 0 },
  )
}
