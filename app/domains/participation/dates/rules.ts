/** What the ledger and the bookings say of one record. */
export interface RecordActivity {
  participationId: string
  name: string
  partner: string | null
  entryOn: string | null
  exitOn: string | null
  /** First and last Stockholm day with time left in the project after corrections. */
  firstOn: string
  firstTitle: string
  lastOn: string
  lastTitle: string
  /** Whether a meeting of the project is still to come for which the person is booked, waits or has applied. */
  hasPlanned: boolean
}

export type EntryReason = 'unset' | 'time-before' | 'later-time'
export type ExitReason = 'quiet' | 'project-over' | 'time-after'

export interface DatesProposal extends RecordActivity {
  entry: { day: string; reason: EntryReason } | undefined
  exit: { day: string; reason: ExitReason } | undefined
}

/**
 * The entry day is the first attended day of the project. The exit day is the last one, when nothing more is planned and
 * the project is over or nothing was attended for as many days as the project says; never later than the project's end.
 * Undefined when the record says so already.
 */
export function proposalOf(
  activity: RecordActivity,
  project: { endsOn: string; exitAfterDays: number },
  today: string,
): DatesProposal | undefined {
  const entry = entryOf(activity)
  const exit = exitOf(activity, project, today)
  return entry === undefined && exit === undefined ? undefined : { ...activity, entry, exit }
}

function entryOf({ entryOn, firstOn }: RecordActivity): DatesProposal['entry'] {
  if (entryOn === firstOn) return undefined
  return { day: firstOn, reason: entryOn === null ? 'unset' : firstOn < entryOn ? 'time-before' : 'later-time' }
}

function exitOf(
  { exitOn, lastOn, hasPlanned }: RecordActivity,
  { endsOn, exitAfterDays }: { endsOn: string; exitAfterDays: number },
  today: string,
): DatesProposal['exit'] {
  if (exitOn !== null) return exitOn < lastOn ? { day: lastOn, reason: 'time-after' } : undefined
  if (today > endsOn) return { day: lastOn, reason: 'project-over' }
  if (hasPlanned || daysBetween(lastOn, today) < exitAfterDays) return undefined
  return { day: lastOn, reason: 'quiet' }
}

/** What a form sends back of a proposal, so that nothing else is confirmed than what was shown. */
export function keyOfProposal({ participationId, entry, exit }: DatesProposal): string {
  return [participationId, entry?.day ?? '', exit?.day ?? ''].join('.')
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
