import { type ActionFunctionArgs, json } from '@remix-run/node'
import { z } from 'zod'
import { recordHeartbeat } from '~/domains/learning/index.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { optionalActor } from '~/session.server'
import { readJson } from '~/shared/http.server'

const second = z.number().int().min(0).max(1_000_000)
const beatSchema = z.object({
  ranges: z.array(z.tuple([second, second])).max(500),
  position: z.number().min(0).max(1_000_000),
  rate: z.number().min(0.1).max(16),
})

/** Played seconds from the player. 401 without a session, 400 for what is not a beat, 404 without such a lecture. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await optionalActor(request)
  if (actor === undefined) return json({ error: 'signed-out' }, { status: 401 })
  const beat = await readJson(request, beatSchema)
  if (beat === undefined) return json({ error: 'bad-beat' }, { status: 400 })
  const { ranges, position, rate } = beat
  const at = now()
  const watch = await recordHeartbeat(db(), {
    personId: actor.personId,
    slug: params['slug'] ?? '',
    ranges,
    positionSeconds: position,
    rate,
    now: at,
  })
  if (watch === undefined) return json({ error: 'no-such-lecture' }, { status: 404 })
  return json({ watched: watch.watched, savedAt: at.toISOString() })
}
