import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepMedia } from '~/domains/catalogue'
import { beginMuxUpload } from '~/domains/catalogue/index.server'
import { env } from '~/env.server'
import { muxVideo } from '~/mux.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'
import type { OrganisationId } from '~/shared/ids'

const wished = z.object({
  fileName: z.string().max(300),
  bytes: z.number().int().min(0),
  organisationId: z.uuid(),
})

/** Makes room for a film that the browser sends to Mux itself: `{ mediaId, url }`, or `{ refusal }` with status 422. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepMedia(actor)) return forbidden()
  const mux = muxVideo() ?? notFound()
  const sent = wished.safeParse(await request.json().catch(() => undefined))
  if (!sent.success) return Response.json({ refusal: 'failed' }, { status: 400 })
  const { organisationId, ...file } = sent.data
  const begun = await beginMuxUpload(db(), actor, mux, {
    wish: {
      ...file,
      uploadId: randomUUID(),
      organisationId: organisationId as OrganisationId,
      replaces: undefined,
      fileChangedAt: null,
    },
    quota: env().media.quota,
    origin: env().publicUrl ?? new URL(request.url).origin,
    at: now(),
  })
  return begun.ok ? Response.json(begun.value) : Response.json({ refusal: begun.refusal }, { status: 422 })
}
