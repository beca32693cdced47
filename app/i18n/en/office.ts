import type { OfficeTexts } from '../sv/office'
import type { SameKeys } from '../translate'
import { attendance } from './attendance'
import { participants } from './participants'
import { project } from './project'
import { staff } from './staff'

export const officeTexts: SameKeys<OfficeTexts> = {
  attendance,
  participants,
  project,
  staff,
}
