import type { OfficeTexts } from '../sv/office'
import type { SameKeys } from '../translate'
import { attest } from './attest'
import { months } from './months'
import { participants } from './participants'
import { project } from './project'
import { staff } from './staff'

export const officeTexts: SameKeys<OfficeTexts> = {
  attest,
  months,
  participants,
  project,
  staff,
}
