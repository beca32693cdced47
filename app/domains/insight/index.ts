export {
  type FacetChoice,
  type Heatmap,
  type HeatmapCell,
  type HeatmapColumn,
  type HeatmapRow,
  type Job,
  jobs,
  type SchoolForm,
  schoolForms,
  type StaffFacts,
  type StaffFilter,
} from './model'
export { staffFilterOf, staffQuery } from './rules/filter'
export { heatmapOf, SMALLEST_GROUP } from './rules/heatmap'
export { type Piece, type SearchHit, type SearchKind, type SearchResult, searchKinds } from './search/model'
export { tellHeatmap, type ToldHeatmap } from './tell'
export { isMeasure } from './indicators/cell-query'
export { fileLines } from './indicators/file'
export { type IndicatorRecord, type Measure } from './indicators/model'
export { indicatorsPageOf } from './indicators/page'
export { periodQuery, readPeriod } from './indicators/period'
export { openRows } from './indicators/rows'
export { tellFile } from './indicators/tell-file'
export { type CalendarChoices, type CalendarFilter, type CalendarMeeting, type UndatedActivity } from './calendar/model'
export { readAuditFilter } from './audit/filter'
export type { AuditFilter } from './audit/model'
export { readCalendarFilter, weeksOf, writeCalendarFilter } from './calendar/rules'
export { actionText, keyText, sectionText } from './own/words'
export { type ErasableKind, erasableKinds } from './own/erasable'
export { shownEvidence, shownRequest } from './own/page'
export { bookingNewsOf } from './rules/booking-news'
export { type CourseNews, courseNewsOf } from './rules/course-news'
export { type AssignmentNews, assignmentNewsOf } from './rules/assignment-news'
export { discussionNewsOf } from './rules/discussion-news'
export { certificateNewsOf } from './rules/certificate-news'
export { composeMail, EMBLEM_ID, type MailTexts, type WrittenMail } from './mail/compose'
