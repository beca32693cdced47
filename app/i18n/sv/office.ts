import { handling } from './handling'
import { participantImport } from './participant-import'
import { participants } from './participants'
import { project } from './project'
import { reports } from './reports'
import { staff } from './staff'

/** Texts of pages that few open: the browser fetches them with the first such page. */
export const officeTexts = {
  handling,
  participantImport,
  participants,
  project,
  reports,
  staff,
}

export type OfficeTexts = typeof officeTexts
