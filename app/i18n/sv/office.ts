import { indicators } from './indicators'
import { participants } from './participants'
import { project } from './project'
import { staff } from './staff'

/** Texts of pages that few open: the browser fetches them with the first such page. */
export const officeTexts = {
  indicators,
  participants,
  project,
  staff,
}

export type OfficeTexts = typeof officeTexts
