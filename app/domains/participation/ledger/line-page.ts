import { formatDateTime, formatTime } from '~/shared/dates'
import type { MonthEvent } from '../months/model'
import { monthOf } from '../months/rules/calendar'
import { shownEvent, type ShownMonthEvent } from '../months/sign-page'
import type { ChainLink, LedgerLine, LineEvent, LineEvidence, LineFigure, RelatedLine } from './model'

export type ShownEvidence =
  | (Omit<Extract<LineEvidence, { kind: 'completion' }>, 'finishedAt'> & { finishedAt: string })
  | (Omit<
      Extract<LineEvidence, { kind: 'attendance' }>,
      'meetingStartsAt' | 'meetingEndsAt' | 'cameAt' | 'leftAt' | 'markedAt' | 'confirmedAt'
    > & { meeting: string; came: string | null; left: string | null; markedAt: string; confirmedAt: string | null })

export interface LinePage {
  timeEntryId: string
  name: string
  isOwn: boolean
  isProtected: boolean
  /** A protected person's line is read without what tells where the person was: no title, day, evidence or names. */
  isVeiled: boolean
  participationId: string | null
  partner: string | null
  project: { diarienr: string; name: string; startsOn: string; endsOn: string } | null
  month: string
  workedOn: string | null
  time: string | null
  title: string | null
  minutes: number
  timeType: LedgerLine['timeType']
  sourceKind: LedgerLine['sourceKind']
  outsideReason: LedgerLine['outsideReason']
  recordedAt: string | null
  recordedBy: string | null
  reason: string | null
  isCorrected: boolean
  monthState: LedgerLine['monthState']
  isLocked: boolean
  link: ChainLink
  evidence: ShownEvidence | null
  related: (Omit<RelatedLine, 'recordedAt' | 'workedOn'> & { recordedAt: string | null; workedOn: string | null })[]
  figures: (Omit<LineFigure, 'frozenAt' | 'batchAt'> & { frozenAt: string; batchAt: string | null })[]
  events: ShownMonthEvent[]
  log: (Omit<LineEvent, 'at'> & { at: string })[]
  may: { correct: boolean; withdraw: boolean; readReports: boolean; readRecord: boolean }
}

/** One line with its evidence and its log as a reader may see it. */
export function linePageOf(
  line: LedgerLine,
  parts: {
    evidence: LineEvidence | undefined
    related: readonly RelatedLine[]
    figures: readonly LineFigure[]
    events: readonly MonthEvent[]
    log: readonly LineEvent[]
  },
  reader: { isOwn: boolean; mayCorrect: boolean; mayReadReports: boolean; mayReadRecord: boolean },
): LinePage {
  const { diarienr, projectName, projectStartsOn, projectEndsOn, startsAt, endsAt, isCorrected } = line
  const isVeiled = line.isProtected && !reader.isOwn
  const isFrozen = line.monthState === 'last' || line.monthState === 'exporterad'
  const isOpen = line.projectMonthState === 'oppen' && !isFrozen
  const unlessVeiled = <T>(value: T): T | null => (isVeiled ? null : value)
  const inProject = diarienr !== null && projectName !== null && projectStartsOn !== null && projectEndsOn !== null
  return {
    timeEntryId: line.timeEntryId,
    name: line.name,
    isOwn: reader.isOwn,
    isProtected: line.isProtected,
    isVeiled,
    participationId: line.participationId,
    partner: unlessVeiled(line.partner),
    project: inProject ? { diarienr, name: projectName, startsOn: projectStartsOn, endsOn: projectEndsOn } : null,
    month: monthOf(line.workedOn),
    workedOn: unlessVeiled(line.workedOn),
    time: isVeiled || startsAt === null || endsAt === null ? null : `${formatTime(startsAt)}–${formatTime(endsAt)}`,
    title: unlessVeiled(line.title),
    minutes: line.minutes,
    timeType: line.timeType,
    sourceKind: line.sourceKind,
    outsideReason: line.outsideReason,
    recordedAt: unlessVeiled(formatDateTime(line.recordedAt)),
    recordedBy: unlessVeiled(line.recordedBy),
    reason: unlessVeiled(line.reason),
    isCorrected,
    monthState: line.monthState,
    isLocked: line.projectMonthState !== 'oppen',
    link: line.link,
    evidence: isVeiled || parts.evidence === undefined ? null : shownEvidence(parts.evidence),
    related: parts.related.map((other) => ({
      ...other,
      workedOn: unlessVeiled(other.workedOn),
      reason: unlessVeiled(other.reason),
      recordedBy: unlessVeiled(other.recordedBy),
      recordedAt: unlessVeiled(formatDateTime(other.recordedAt)),
    })),
    figures: parts.figures.map((figure) => ({
      ...figure,
      frozenAt: formatDateTime(figure.frozenAt),
      batchAt: figure.batchAt === null ? null : formatDateTime(figure.batchAt),
    })),
    events: parts.events.map(shownEvent).toReversed(),
    log: isVeiled ? [] : parts.log.map((event) => ({ ...event, at: formatDateTime(event.at) })),
    may: {
      correct: reader.mayCorrect && !reader.isOwn && inProject && line.minutes > 0 && !isCorrected,
      withdraw: reader.isOwn && line.sourceKind === 'statement' && isOpen && !isCorrected,
      readReports: reader.mayReadReports,
      readRecord: reader.mayReadRecord,
    },
  }
}

function shownEvidence(evidence: LineEvidence): ShownEvidence {
  if (evidence.kind === 'completion') return { ...evidence, finishedAt: formatDateTime(evidence.finishedAt) }
  const { meetingStartsAt, meetingEndsAt, cameAt, leftAt, markedAt, confirmedAt, ...rest } = evidence
  return {
    ...rest,
    meeting: `${formatDateTime(meetingStartsAt)}–${formatTime(meetingEndsAt)}`,
    came: cameAt === null ? null : formatTime(cameAt),
    left: leftAt === null ? null : formatTime(leftAt),
    markedAt: formatDateTime(markedAt),
    confirmedAt: confirmedAt === null ? null : formatDateTime(confirmedAt),
  }
}
