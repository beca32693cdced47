import type { LocalGoal, ProjectPartner } from '../../project/model'
import type { ReportCalendar } from '../../project/rules'
import type { ProjectCard } from '../../store/project-detail.server'

export type ShownProject = Omit<ProjectCard, 'projectId' | 'ownerId'>
export type ShownPartner = Omit<ProjectPartner, 'organisationId'>
/** `closedAt` is the Stockholm day of the closing. */
export type ShownGoal = Omit<LocalGoal, 'organisationId' | 'closedAt'> & { closedOn: string | null }

export interface ProjectOverview {
  project: ShownProject
  /** The whole project, or the records of the actor's own partner. */
  everyone: boolean
  totals: { participants: number; complete: number; minutes: number }
  /** Null for those who do not report. */
  calendar: ReportCalendar | null
  partners: (ShownPartner & { reached: boolean })[]
  /** External employers whose people cannot book, since no state-aid form is in force. */
  blockedEmployers: { slug: string; name: string; isPartner: boolean }[]
  goals: ShownGoal[]
}
