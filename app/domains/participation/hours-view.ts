import type { LedgerEntry } from './model'
import { roundMonth, type Rounding, sumMonths, totalOf } from './rules/months'

export interface ProjectHours {
  projectId: string
  name: string
  registered: number
  reported: number
  /** Self-study that waits for a decision. */
  waiting: number
  /** Minutes that the rounding by month leaves unreported. */
  left: number
  rounding: Rounding
}

export interface MonthHours {
  month: string
  inProject: number
  outside: number
}

export interface HoursOverview {
  total: number
  outside: number
  count: number
  projects: ProjectHours[]
  /** The newest month first. */
  months: MonthHours[]
}

const sumOf = (entries: readonly LedgerEntry[]) => entries.reduce((sum, entry) => sum + entry.minutes, 0)

/** The sums of one person's ledger. Projects and outside add up to the total, and so do the months. */
export function overviewOf(
  entries: readonly LedgerEntry[],
  projects: readonly { projectId: string; projectName: string; selfStudyEligible: boolean; rounding: Rounding }[],
): HoursOverview {
  const months = new Map<string, MonthHours>()
  for (const entry of entries) {
    const key = entry.workedOn.slice(0, 7)
    const month = months.get(key) ?? { month: key, inProject: 0, outside: 0 }
    if (entry.projectId === null) month.outside += entry.minutes
    else month.inProject += entry.minutes
    months.set(key, month)
  }
  return {
    total: sumOf(entries),
    outside: sumOf(entries.filter((entry) => entry.projectId === null)),
    count: entries.length,
    projects: projects.map((project) => {
      const own = entries.filter((entry) => entry.projectId === project.projectId)
      const byMonth = sumMonths(own, project)
      const total = totalOf(byMonth)
      const left = byMonth.reduce((sum, month) => sum + roundMonth(month.reportable, project.rounding).left, 0)
      return {
        projectId: project.projectId,
        name: project.projectName,
        registered: total.registered,
        reported: total.reported,
        waiting: total.registered - total.reportable,
        left,
        rounding: project.rounding,
      }
    }),
    months: [...months.values()].toSorted((a, b) => b.month.localeCompare(a.month)),
  }
}
