import type { PersonMonthState, ProjectMonthState } from './model'
import { monthOf } from './rules/calendar'
import { waitsForSignature } from './rules/state'

/** One of the person's own months, as the page of own hours shows it. */
export interface SignableMonth {
  diarienr: string
  projectName: string
  month: string
  state: PersonMonthState
  /** The month is over and waits for the person's signature. */
  waits: boolean
}

export function signableMonths(
  months: readonly (Omit<SignableMonth, 'waits'> & { projectState: ProjectMonthState })[],
  today: string,
): SignableMonth[] {
  return months.map(({ diarienr, projectName, month, state, projectState }) => ({
    diarienr,
    projectName,
    month,
    state,
    waits: waitsForSignature(state) && projectState === 'oppen' && month < monthOf(today),
  }))
}
