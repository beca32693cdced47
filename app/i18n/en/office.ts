import type { OfficeTexts } from '../sv/office'
import type { SameKeys } from '../translate'
import { participants } from './participants'
import { partner } from './partner'
import { project } from './project'
import { staff } from './staff'

export const officeTexts: SameKeys<OfficeTexts> = {
  participants,
  partner,
  project,
  staff,
}
