import { type Actor, canReadReports, canRevealIdentityNumber, shownName } from '~/domains/identity'
import { formatDateTime, localDay } from '~/shared/dates'
import type { LedgerEntry } from './model'
import { canAddIdentityNumber, canKeepRecords, canMergePeople } from './policy'
import { completenessOf } from './rules/completeness'
import { sumMonths, totalOf } from './rules/months'
import type { ParticipantRecord } from './store/record.server'
import type { MaskedNumber } from './store/identity-number.server'
import type { MergeEntry } from './store/merge-records.server'
import type { FinishedCourse } from './store/ledger.server'
import type { RecordPage } from './ui/record-page'

/** One record as the actor may see it. Of a protected person only the alias, the sums and the lamp leave this function. */
export function recordPageOf(
  actor: Actor,
  record: ParticipantRecord,
  parts: {
    numbers: readonly MaskedNumber[]
    ledger: readonly LedgerEntry[]
    courses: readonly FinishedCourse[]
    merges: readonly MergeEntry[]
    certificates: readonly { completionId: string; code: string }[]
  },
): RecordPage {
  const inProject = parts.ledger.filter((entry) => entry.projectId === record.projectId)
  const months = sumMonths(inProject, record)
  const { isProtected } = record
  const hasIdentityNumber = parts.numbers.some((number) => number.isCurrent)
  const codes = new Map(parts.certificates.map((link) => [link.completionId, link.code]))
  return {
    participationId: record.participationId,
    name: shownName(record),
    isProtected,
    project: {
      name: record.projectName,
      diarienr: record.diarienr,
      startsOn: record.startsOn,
      endsOn: record.endsOn,
      selfStudyEligible: record.selfStudyEligible,
      rounding: record.rounding,
    },
    facts: isProtected
      ? null
      : {
          partner: record.partner,
          employer: record.employer,
          municipality: record.municipality,
          registeredOn: record.registeredOn,
          entryOn: record.entryOn,
          exitOn: record.exitOn,
          noticeVersion: record.noticeVersion,
          noticeAckAt: record.noticeAckAt === null ? null : formatDateTime(record.noticeAckAt),
        },
    completeness: completenessOf({ ...record, hasIdentityNumber }),
    informationWaits: record.informationWaits,
    numbers: isProtected
      ? []
      : parts.numbers.map(({ validFrom, replacedBy, ...number }) => ({
          ...number,
          addedOn: localDay(validFrom),
          replacedBy: replacedBy && { kind: replacedBy.kind, masked: replacedBy.masked, on: localDay(replacedBy.at) },
        })),
    months: isProtected ? [] : months,
    total: totalOf(months),
    entries: isProtected
      ? []
      : inProject.map((entry) => ({
          timeEntryId: entry.timeEntryId,
          workedOn: entry.workedOn,
          title: entry.title,
          courseTitle: entry.courseTitle,
          courseSlug: entry.courseSlug,
          minutes: entry.minutes,
          recordedAt: formatDateTime(entry.recordedAt),
        })),
    merges: isProtected
      ? []
      : parts.merges.map(({ mergedAt, ...merge }) => ({ ...merge, mergedAt: formatDateTime(mergedAt) })),
    completions: isProtected
      ? []
      : parts.courses.map(({ finishedAt, ...course }) => ({
          ...course,
          finishedOn: localDay(finishedAt),
          certificateCode: codes.get(course.completionId) ?? null,
        })),
    may: {
      keepDates: canKeepRecords(actor) && !isProtected,
      addNumber: canAddIdentityNumber(actor) && !isProtected,
      merge: canMergePeople(actor) && !isProtected,
      readReports: canReadReports(actor),
      revealNumber: canRevealIdentityNumber(actor) && !isProtected,
    },
  }
}
