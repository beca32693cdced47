import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { leadScope } from '~/domains/learning'
import { findReadableFile } from '~/domains/learning/index.server'
import { mediaStorage } from '~/media-storage.server'
import { requireActor } from '~/session.server'
import { fileResponse } from '~/shared/file-response.server'
import { notFound } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'

/** A file of a work, to be saved and never opened in the portal: the author's, a reader's of the work, a course leader's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const fileId = params['id'] ?? ''
  const who = { personId: actor.personId, leads: leadScope(actor) }
  const file = (isUuid(fileId) ? await findReadableFile(db(), fileId, who) : undefined) ?? notFound()
  const stored = (await mediaStorage().find(file.key)) ?? notFound()
  const pieces = await mediaStorage().read(file.key, { start: 0, end: stored.size - 1 })
  const response = fileResponse({ name: file.name, type: file.contentType, pieces })
  response.headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  response.headers.set('Content-Length', String(stored.size))
  return response
}
