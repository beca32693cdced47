import type { CourseTerms, DeadlineRule } from './model'
import { daysBefore } from './validity'

/** When somebody's lessons are open: ISO days, both inclusive; null is no bound. */
export interface StudyWindow {
  startsOn: string | null
  deadlineOn: string | null
  afterDeadline: DeadlineRule
}

/**
 * The days of a cohort go before those of its course. Whoever takes the course again, outside a cohort, has no days: those
 * of the course were for the first round.
 */
export function studyWindow(
  schedule: CourseTerms['schedule'],
  cohort: { startsOn: string | null; deadlineOn: string | null } | null,
  round = 1,
): StudyWindow {
  const { startsOn, deadlineOn, afterDeadline } = schedule
  if (cohort === null && round > 1) return { startsOn: null, deadlineOn: null, afterDeadline }
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

/** The days before a deadline on which those who are not done are reminded: once when its time comes, once the day before. */
export function reminderStep(
  deadlineOn: string | null,
  remindDays: number,
  today: string,
): 'early' | 'late' | undefined {
  if (deadlineOn === null || today > deadlineOn || today < daysBefore(deadlineOn, remindDays)) return undefined
  return today >= daysBefore(deadlineOn, 1) ? 'late' : 'early'
}
