import type { OfficeTexts } from '../sv/office'
import type { SameKeys } from '../translate'
import { indicators } from './indicators'
import { handling } from './handling'
import { making } from './making'
import { participants } from './participants'
import { partner } from './partner'
import { project } from './project'
import { reports } from './reports'
import { staff } from './staff'

export const officeTexts: SameKeys<OfficeTexts> = {
  indicators,
  handling,
  making,
  participants,
  partner,
  project,
  reports,
  staff,
}
