import type { CourseTerms, DeadlineRule } from './model'
import { daysBefore } from './validity'

/** When somebody's lessons are open: ISO days, both inclusive; null is no bound. */
export interface StudyWindow {
  startsOn: string | null
  deadlineOn: string | null
  afterDeadline: DeadlineRule
}

/** The days of a cohort go before those of its course. */
export function studyWindow(
  schedule: CourseTerms['schedule'],
  cohort: { startsOn: string | null; deadlineOn: string | null } | null,
): StudyWindow {
  const { startsOn, deadlineOn, afterDeadline } = schedule
  return {
    startsOn: cohort?.startsOn ?? startsOn,
    deadlineOn: cohort?.deadlineOn ?? deadlineOn,
    afterDeadline,
  }
}

export type StudyState = 'open' | 'before' | 'late' | 'shut'

/** How the lessons stand today: shut before the start; after the deadline open but late, or shut. */
export function studyState({ startsOn, deadlineOn, afterDeadline }: StudyWindow, today: string): StudyState {
  if (startsOn !== null && today < startsOn) return 'before'
  if (deadlineOn === null || today <= deadlineOn) return 'open'
  return afterDeadline === 'stangd' ? 'shut' : 'late'
}

/** Whether one may work on the lessons. */
export function mayStudy(window: StudyWindow, today: string): boolean {
  return ['open', 'late'].includes(studyState(window, today))
}

/** Whether today is a day on which those who are not done are reminded of the deadline. */
export function isReminded(deadlineOn: string | null, remindDays: number, today: string): boolean {
  return deadlineOn !== null && today <= deadlineOn && today >= daysBefore(deadlineOn, remindDays)
}

/** Whether one may begin in a cohort: it is open and its last day has not passed, unless late work is taken. */
export function mayJoin(window: StudyWindow, today: string): boolean {
  const state = studyState(window, today)
  return state === 'open' || state === 'before' || state === 'late'
}
