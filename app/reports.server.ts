import path from 'node:path'
import { findUsableTemplate, type UsableTemplate } from '~/domains/participation/index.server'
import type { Db } from '~db/schema'

/** The template of the fund's file as the content folder has it now, or the last whole version with its faults. */
export function scbTemplate(db: Db): Promise<UsableTemplate> {
  return findUsableTemplate(db, path.resolve('content'))
}
