import { participants } from './participants'
import { partner } from './partner'
import { project } from './project'
import { staff } from './staff'

/** Texts of pages that few open: the browser fetches them with the first such page. */
export const officeTexts = {
  participants,
  partner,
  project,
  staff,
}

export type OfficeTexts = typeof officeTexts
