/** What of the log an auditor of the projects reads, by what it concerns. Sign-ins and protection are not among it. */
export const auditActions = {
  timmar: [
    'meeting.confirmed',
    'attendance.imported',
    'product.accepted',
    'time-entry.corrected',
    'time-entry.withdrawn',
    'month.signed',
    'month.signature-withdrawn',
    'months.attested',
    'months.returned',
    'month.locked',
    'month.reopened',
  ],
  rapporter: ['scb-file.made', 'scb-file.released', 'scb-file.downloaded', 'indicators.exported', 'indicator.opened'],
  deltagare: [
    'participants.import-applied',
    'participants.import-undone',
    'participants.exported',
    'participation.imported',
    'participation.changed-by-import',
    'participation.import-undone',
    'participation.dates-changed',
    'person.merged',
    'identity-number.added',
    'identity-number.revealed',
    'information.published',
  ],
  projekt: [
    'project.rules-changed',
    'project.partner-added',
    'project.partner-changed',
    'project.goal-added',
    'project.goal-changed',
    'project.goal-closed',
    'project.goal-reopened',
    'project.aid-form-changed',
    'retention.applied',
    'identity-key.rotated',
  ],
  aktiviteter: [
    'activity.created',
    'activity.changed',
    'activity.publicerad',
    'activity.arkiverad',
    'activity.utkast',
    'occasion.planned',
    'occasion.changed',
    'occasion.cancelled',
    'booking.approved',
    'booking.refused',
    'booking.moved',
  ],
} as const

export type AuditGroup = keyof typeof auditActions
export type AuditAction = (typeof auditActions)[AuditGroup][number]
export const auditGroups = Object.keys(auditActions) as AuditGroup[]

/** What the address of the log chooses. */
export interface AuditFilter {
  group: AuditGroup | null
  /** Stockholm days, both within the choice. */
  from: string
  to: string
  /** Part of the shown name of the one who acted. */
  actor: string
  /** Events older than this one. */
  before: number | null
}

/** One event as others may see it: people by their shown names, and the reason only where nobody protected is meant. */
export interface AuditLine {
  auditEventId: number
  happenedAt: Date
  action: AuditAction
  actor: string | null
  subject: string | null
  subjectKind: string
  subjectId: string
  reason: string | null
}
