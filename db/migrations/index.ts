import type { Migration } from 'kysely'
import * as m0001 from './0001-identity'
import * as m0002 from './0002-organisation'
import * as m0003 from './0003-catalogue'
import * as m0004 from './0004-learning'
import * as m0005 from './0005-competence'
import * as m0006 from './0006-practice'
import * as m0007 from './0007-participation'
import * as m0008 from './0008-credential-notice'
import * as m0009 from './0009-feedback'
import * as m0010 from './0010-project-settings'
import * as m0011 from './0011-records'
import * as m0012 from './0012-activities'
import * as m0013 from './0013-months'
import * as m0014 from './0014-reports'
import * as m0015 from './0015-people'
import * as m0016 from './0016-ledger-walls'
import * as m0017 from './0017-report-template'
import * as m0018 from './0018-retention'
import * as m0019 from './0019-erasure'
import * as m0020 from './0020-deletion-indexes'
import * as m0021 from './0021-information'
import * as m0023 from './0023-export-line-index'
import * as m0024 from './0024-writing'
import * as m0025 from './0025-authoring'
import * as m0027 from './0027-questions'
import * as m0028 from './0028-media'
import * as m0029 from './0029-media-jobs'
import * as m0030 from './0030-lecture-notes'
import * as m0030b from './0030-mux-films'
import * as m0032 from './0032-discussion'
import * as m0033 from './0033-course-terms'
import * as m0034 from './0034-cohorts-paths'
import * as m0035 from './0035-lesson-texts'
import * as m0037 from './0037-mail'
import * as m0038 from './0038-packages'
import * as m0039 from './0039-assignments'

/** Every migration in order. A released migration is frozen: a change is a new file and a new line here. */
export const migrations: Record<string, Migration> = {
  '0001-identity': m0001,
  '0002-organisation': m0002,
  '0003-catalogue': m0003,
  '0004-learning': m0004,
  '0005-competence': m0005,
  '0006-practice': m0006,
  '0007-participation': m0007,
  '0008-credential-notice': m0008,
  '0009-feedback': m0009,
  '0010-project-settings': m0010,
  '0011-records': m0011,
  '0012-activities': m0012,
  '0013-months': m0013,
  '0014-reports': m0014,
  '0015-people': m0015,
  '0016-ledger-walls': m0016,
  '0017-report-template': m0017,
  '0018-retention': m0018,
  '0019-erasure': m0019,
  '0020-deletion-indexes': m0020,
  '0021-information': m0021,
  '0023-export-line-index': m0023,
  '0024-writing': m0024,
  '0025-authoring': m0025,
  '0027-questions': m0027,
  '0028-media': m0028,
  '0029-media-jobs': m0029,
  '0030-lecture-notes': m0030,
  '0030-mux-films': m0030b,
  '0032-discussion': m0032,
  '0033-course-terms': m0033,
  '0034-cohorts-paths': m0034,
  '0035-lesson-texts': m0035,
  '0037-mail': m0037,
  '0038-packages': m0038,
  '0039-assignments': m0039,
}
