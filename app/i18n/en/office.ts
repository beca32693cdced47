import type { OfficeTexts } from '../sv/office'
import type { SameKeys } from '../translate'
import { indicators } from './indicators'
import { participants } from './participants'
import { project } from './project'
import { staff } from './staff'

export const officeTexts: SameKeys<OfficeTexts> = {
  indicators,
  participants,
  project,
  staff,
}
