import path from 'node:path'
import { redirect } from '@remix-run/node'
import { type FileForm, findUsableTemplate, openFile, type UsableTemplate } from '~/domains/participation/index.server'
import type { Db } from '~db/schema'
import { fileResponse } from '~/shared/file-response.server'
import { forbidden, notFound } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { now } from './clock.server'
import { db } from './db.server'
import { requireActor } from './session.server'
import { identityVault } from './vault.server'

/** The template of the fund's file as the content folder has it now, or the last whole version with its faults. */
export function scbTemplate(db: Db): Promise<UsableTemplate> {
  return findUsableTemplate(db, path.resolve('content'))
}

/** The answer to one who asks for the fund's file in a form: the file, or the page on which a reason is stated. */
export async function scbFileFor(request: Request, batchId: string, form: FileForm, type: string): Promise<Response> {
  const actor = await requireActor(request)
  if (!isUuid(batchId)) return notFound()
  const outcome = await openFile(db(), actor, identityVault(), { batchId, form, at: now() })
  if (outcome.ok) return fileResponse({ ...outcome.value, type })
  switch (outcome.refusal) {
    case 'not-allowed':
      return forbidden()
    case 'not-found':
      return notFound()
    case 'reason-first':
      return redirect(`${paths.scbBatch(batchId, '?skal=1')}#hamta`)
  }
}
