import type { LoggedEvent } from '../store/log.server'

/** What the log is shown of: everything, or one thing with its name. */
export type LogOf =
  { kind: 'person'; name: string } | { kind: 'month'; month: string } | { kind: 'meeting' } | { kind: 'batch' } | null

export const logSubjects = [
  'project',
  'project-month',
  'export-batch',
  'participation',
  'person',
  'time-entry',
  'month-event',
  'activity',
  'occasion',
  'meeting',
] as const

export interface LogPage {
  project: { diarienr: string; name: string }
  of: LogOf
  events: LoggedEvent[]
  /** The address query of the page with earlier events; null on the last one. */
  earlier: string | null
}
