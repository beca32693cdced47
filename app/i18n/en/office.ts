import type { OfficeTexts } from '../sv/office'
import type { SameKeys } from '../translate'
import { account } from './account'
import { assignmentMaking } from './assignment-making'
import { assignments } from './assignments'
import { attest } from './attest'
import { bundle } from './bundle'
import { authoring } from './authoring'
import { auditLog } from './audit-log'
import { closing } from './closing'
import { coursePackage } from './course-package'
import { courseParticipants } from './course-participants'
import { courseReview } from './course-review'
import { courseSettings } from './course-settings'
import { courseStatistics } from './course-statistics'
import { discussion } from './discussion'
import { editor } from './editor'
import { ledger } from './ledger'
import { months } from './months'
import { erasure } from './erasure'
import { indicators } from './indicators'
import { handling } from './handling'
import { participantDates } from './participant-dates'
import { participantImport } from './participant-import'
import { merge } from './merge'
import { mailChoice } from './mail-choice'
import { media } from './media'
import { captioning } from './captioning'
import { lectureMaking } from './lecture-making'
import { making } from './making'
import { attendance } from './attendance'
import { own } from './own'
import { papers } from './papers'
import { participants } from './participants'
import { partner } from './partner'
import { pathMaking } from './path-making'
import { project } from './project'
import { quizzes } from './quizzes'
import { reports } from './reports'
import { information } from './information'
import { proof } from './proof'
import { retention } from './retention'
import { staff } from './staff'
import { writing } from './writing'

export const officeTexts: SameKeys<OfficeTexts> = {
  account,
  assignmentMaking,
  assignments,
  attest,
  bundle,
  authoring,
  auditLog,
  closing,
  coursePackage,
  courseParticipants,
  courseReview,
  courseSettings,
  courseStatistics,
  discussion,
  editor,
  ledger,
  months,
  erasure,
  indicators,
  handling,
  participantDates,
  participantImport,
  merge,
  mailChoice,
  media,
  captioning,
  lectureMaking,
  making,
  attendance,
  own,
  papers,
  participants,
  partner,
  pathMaking,
  project,
  quizzes,
  reports,
  information,
  proof,
  retention,
  staff,
  writing,
}
