import type { PersonId, ProjectId } from '~/shared/ids'
import type { OutsideReason } from '../model'
import type { PersonMonthState, ProjectMonthState, SourceKind } from '../months/model'
import type { TimeType } from '../rules/months'

/** One row of the ledger with whose it is, who wrote it and how its month stands. */
export interface LedgerLine {
  timeEntryId: string
  personId: PersonId
  name: string
  isProtected: boolean
  participationId: string | null
  partner: string | null
  projectId: ProjectId | null
  diarienr: string | null
  projectName: string | null
  projectStartsOn: string | null
  projectEndsOn: string | null
  workedOn: string
  minutes: number
  timeType: TimeType
  /** False for self-study in a project that has not had it decided. */
  isReportable: boolean
  sourceKind: SourceKind
  sourceId: string
  part: number
  title: string
  outsideReason: OutsideReason | null
  startsAt: Date | null
  endsAt: Date | null
  recordedAt: Date
  recordedBy: string | null
  reason: string | null
  correctsId: string | null
  isCorrected: boolean
  monthState: PersonMonthState | null
  projectMonthState: ProjectMonthState
  link: ChainLink
}

/** The row's place in the person's chain; hashes in hexadecimal. */
export interface ChainLink {
  position: number
  /** How many links the person's chain has. */
  length: number
  rowHash: string
  hash: string
  /** Null for the first link, and when the link before it has been deleted by the rules of retention. */
  previousHash: string | null
  /** Whether the row still gives its hash and the hash follows from the link before; null when that link is gone. */
  holds: boolean | null
}

export type LineEvidence =
  | {
      kind: 'completion'
      completionId: string
      itemKind: 'lesson' | 'course' | 'lecture' | 'activity'
      title: string | null
      courseTitle: string | null
      courseSlug: string | null
      lectureSlug: string | null
      minutes: number
      round: number
      revision: number
      finishedAt: Date
    }
  | {
      kind: 'attendance'
      markId: string
      activityTitle: string
      activitySlug: string
      occasionId: string
      meetingId: string
      meetingStartsAt: Date
      meetingEndsAt: Date
      breakMinutes: number
      present: boolean
      cameAt: Date | null
      leftAt: Date | null
      method: 'qr' | 'ledare' | 'lista' | 'import'
      markedBy: string
      markedAt: Date
      confirmedBy: string | null
      confirmedAt: Date | null
      confirmedSha256: string | null
    }

/** A line that this one corrects or that corrects it. */
export interface RelatedLine {
  timeEntryId: string
  relation: 'corrects' | 'corrected-by'
  sourceKind: SourceKind
  workedOn: string
  minutes: number
  timeType: TimeType
  reason: string | null
  recordedAt: Date
  recordedBy: string | null
}

/** A frozen figure of the line's person-month, and a file that it went into. */
export interface LineFigure {
  generation: number
  frozenAt: Date
  reportedMinutes: number
  /** Whether the line was in the ledger when the figure was frozen. */
  includes: boolean
  batchId: string | null
  batchNumber: number | null
  batchPosition: number | null
  batchAt: Date | null
  isSuperseded: boolean
}

export interface LineEvent {
  action: string
  by: string | null
  reason: string | null
  at: Date
}
