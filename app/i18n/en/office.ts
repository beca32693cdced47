import type { OfficeTexts } from '../sv/office'
import type { SameKeys } from '../translate'
import { handling } from './handling'
import { participantImport } from './participant-import'
import { participants } from './participants'
import { project } from './project'
import { reports } from './reports'
import { staff } from './staff'

export const officeTexts: SameKeys<OfficeTexts> = {
  handling,
  participantImport,
  participants,
  project,
  reports,
  staff,
}
