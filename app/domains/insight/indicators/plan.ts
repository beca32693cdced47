import type { IndicatorRecord } from './model'

export interface MonthPoint {
  /** `2025-03` */
  month: string
  /** Participants who had entered by the end of the month. */
  entered: number
  /** As many as an even pace from the first to the last month would give. */
  planned: number
  minutes: number
  /** Minutes that may be reported, before rounding. */
  reportable: number
}

/** The months from the first to the last day, as `2025-03`. */
export function monthsBetween(startsOn: string, endsOn: string): string[] {
  const months: string[] = []
  let [year, month] = [Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7))]
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > endsOn.slice(0, 7)) return months
    months.push(name)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
}

/** Participants and time by month up to `today`, beside the plan of the whole project. */
export function courseOf(
  project: { startsOn: string; endsOn: string; plannedParticipants: number; selfStudyEligible: boolean },
  records: readonly Pick<IndicatorRecord, 'entryOn'>[],
  hours: readonly { month: string; minutes: number; selfStudyMinutes: number }[],
): MonthPoint[] {
  const months = monthsBetween(project.startsOn, project.endsOn)
  return months.map((month, index) => {
    const ofMonth = hours.filter((line) => line.month === month)
    const minutes = ofMonth.reduce((sum, line) => sum + line.minutes, 0)
    const selfStudy = ofMonth.reduce((sum, line) => sum + line.selfStudyMinutes, 0)
    return {
      month,
      entered: records.filter(({ entryOn }) => entryOn !== null && entryOn.slice(0, 7) <= month).length,
      planned: Math.round((project.plannedParticipants * (index + 1)) / months.length),
      minutes,
      reportable: project.selfStudyEligible ? minutes : minutes - selfStudy,
    }
  })
}
