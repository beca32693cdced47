import { formatTime, localDay } from '~/shared/dates'
import type { ProjectDetail } from '../project/model'
import type { MonthEvent, MonthLine, PersonMonth, PlannedMeeting, ProjectMonthState } from './model'
import { monthIsOver } from './rules/calendar'
import { type Finding, findingsOf, standingLines } from './rules/findings'
import { stateAfter } from './rules/state'

export type ShownLine = Pick<
  MonthLine,
  | 'timeEntryId'
  | 'workedOn'
  | 'minutes'
  | 'timeType'
  | 'sourceKind'
  | 'title'
  | 'reason'
  | 'planned'
  | 'attended'
  | 'seen'
  | 'signed'
  | 'late'
> & { time: string | null }

export interface ShownMonthEvent {
  monthEventId: string
  kind: MonthEvent['kind']
  method: MonthEvent['method']
  actorName: string | null
  minutes: number
  reason: string | null
  happenedAt: Date
}

export type ShownFinding = Finding & { titles: string[] }

export interface SignPage {
  diarienr: string
  projectName: string
  month: string
  state: PersonMonth['state'] | 'tom'
  projectState: ProjectMonthState
  /** False while days of the month are left: more time may come, and then the month is signed again. */
  isOver: boolean
  canSign: boolean
  canState: boolean
  /** Whether the own signature may be taken back: it stands, and the month is not locked. */
  canWithdraw: boolean
  /** Digest of the lines as shown; what is signed. */
  seen: string
  minutes: number
  reportableMinutes: number
  attestationWanted: boolean
  selfStudyEligible: boolean
  planned: number
  attended: number
  seenMinutes: number
  signedMinutes: number | null
  lines: ShownLine[]
  meetings: ShownMeeting[]
  findings: ShownFinding[]
  /** Lines that came after the last signature. */
  changed: number
  returned: { reason: string; by: string | null; isOwn: boolean } | null
  events: ShownMonthEvent[]
  firstDay: string
  lastDay: string
}

/** A booked meeting without time: `ahead` when it is not over, so that nobody was to mark it yet. */
export interface ShownMeeting {
  meetingId: string
  title: string
  workedOn: string
  time: string
  minutes: number
  ahead: boolean
}

/** The answer to a form of the page that did not go through; what was written stays. */
export interface SignAnswer {
  intent: string
  errors: Record<string, string>
  values: Record<string, string>
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** A participant's month in one project, ready to be read and signed on a phone. */
export function signPageOf(
  project: ProjectDetail,
  found: {
    month: string
    now: Date
    standing: PersonMonth | undefined
    projectState: ProjectMonthState
    generation: number
    lines: readonly MonthLine[]
    meetings: readonly PlannedMeeting[]
    events: readonly MonthEvent[]
  },
): SignPage {
  const { month, standing, lines, events } = found
  const today = localDay(found.now)
  const circumstances = { attestationWanted: standing?.attestationWanted ?? false, generation: found.generation }
  const open = found.projectState === 'oppen'
  const wasSigned = events.some((event) => event.kind === 'signerad')
  const latest = events.findLast((event) => event.kind !== 'andrad')
  const waits = standing?.state === 'oppen' || standing?.state === 'rattad'
  return {
    diarienr: project.diarienr,
    projectName: project.name,
    month,
    state: standing?.state ?? 'tom',
    projectState: found.projectState,
    isOver: monthIsOver(month, today, project.endsOn),
    canSign: standing !== undefined && open && stateAfter(standing.state, 'sign', circumstances) !== undefined,
    canState: open && standing?.state !== 'last' && standing?.state !== 'exporterad',
    canWithdraw: open && (standing?.state === 'signerad' || standing?.state === 'attesterad'),
    seen: standing?.linesSha256 ?? '',
    minutes: standing?.minutes ?? 0,
    reportableMinutes: standing?.reportableMinutes ?? 0,
    attestationWanted: circumstances.attestationWanted,
    selfStudyEligible: project.selfStudyEligible,
    planned: sum(lines.map((line) => line.planned)) + sum(found.meetings.map((meeting) => meeting.minutes)),
    attended: sum(lines.map((line) => line.attended)),
    seenMinutes: sum(lines.map((line) => line.seen)),
    signedMinutes: wasSigned ? sum(lines.map((line) => line.signed)) : null,
    lines: lines.map(shownLine),
    meetings: found.meetings.map((meeting) => ({
      meetingId: meeting.meetingId,
      title: meeting.title,
      workedOn: meeting.workedOn,
      time: span(meeting.startsAt, meeting.endsAt),
      minutes: meeting.minutes,
      ahead: meeting.endsAt > found.now,
    })),
    findings: findingsWithTitles(lines, project),
    changed: wasSigned ? lines.filter((line) => line.signed === null).length : 0,
    returned:
      waits && latest?.kind === 'aterlamnad'
        ? { reason: latest.reason ?? '', by: latest.actorName, isOwn: latest.method === 'egen' }
        : null,
    events: events.map(shownEvent).toReversed(),
    firstDay: project.startsOn > `${month}-01` ? project.startsOn : `${month}-01`,
    lastDay: project.endsOn < today ? project.endsOn : today,
  }
}

/** What should be looked at in these lines, each with the names of the lines it is about. */
export function findingsWithTitles(
  lines: readonly MonthLine[],
  project: { dailyCapMinutes: number; startsOn: string; endsOn: string },
): ShownFinding[] {
  const titles = new Map(lines.map((line) => [line.timeEntryId, line.title]))
  return findingsOf(standingLines(lines), project).map((finding) => {
    const ids = 'timeEntryIds' in finding ? finding.timeEntryIds : 'timeEntryId' in finding ? [finding.timeEntryId] : []
    return { ...finding, titles: ids.map((id) => titles.get(id) ?? '') }
  })
}

export function shownLine(line: MonthLine): ShownLine {
  const { timeEntryId, workedOn, minutes, timeType, sourceKind, title, reason, planned, attended, seen, signed, late } =
    line
  const time = line.startsAt !== null && line.endsAt !== null ? span(line.startsAt, line.endsAt) : null
  return {
    timeEntryId,
    workedOn,
    minutes,
    timeType,
    sourceKind,
    title,
    reason,
    planned,
    attended,
    seen,
    signed,
    late,
    time,
  }
}

export function shownEvent(event: MonthEvent): ShownMonthEvent {
  const { monthEventId, kind, method, actorName, minutes, reason, happenedAt } = event
  return { monthEventId, kind, method, actorName, minutes, reason, happenedAt }
}

function span(from: Date, to: Date): string {
  return `${formatTime(from)}–${formatTime(to)}`
}
