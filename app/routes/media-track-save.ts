import { type ActionFunctionArgs, json } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { saveTrack } from '~/domains/catalogue/index.server'
import { openTrack } from '~/server/track-upload.server'
import { optionalActor } from '~/session.server'
import { notFound, readJson } from '~/shared/http.server'

const second = z.number().min(0).max(1_000_000)
const savedCues = z.object({
  version: z.iso.datetime().nullable(),
  cues: z.array(z.object({ start: second, end: second, text: z.string().max(2_000) })).max(20_000),
})

/**
 * Cues as the editor sends them while they are written: kept at once. 401 without a session, 400 for what is no text, 409
 * when somebody else has saved it since.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await optionalActor(request)
  if (actor === undefined) return json({ error: 'signed-out' }, { status: 401 })
  const { name } = await openTrack(actor, params)
  const sent = await readJson(request, savedCues)
  if (sent === undefined) return json({ error: 'bad-cues' }, { status: 400 })
  const version = sent.version === null ? null : new Date(sent.version)
  const outcome = await saveTrack(db(), actor, name, { cues: sent.cues, version, at: now() })
  if (outcome.ok) return json({ version: outcome.value.changedAt.toISOString() })
  return outcome.refusal === 'not-found' ? notFound() : json({ error: 'edited-meanwhile' }, { status: 409 })
}
