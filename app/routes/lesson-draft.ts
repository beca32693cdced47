import { type ActionFunctionArgs, data } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { LONGEST_ANSWER, MOST_PARTS } from '~/domains/learning'
import { saveDraft } from '~/journeys/work-on-lesson.server'
import { requireActor } from '~/session.server'
import { notFound, readJson } from '~/shared/http.server'

const draft = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answers'),
    after: z.number().int().min(0).max(100_000),
    responses: z.record(z.string().max(60), z.array(z.string().max(LONGEST_ANSWER)).max(MOST_PARTS)),
  }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('prompt'), key: z.string().max(40), text: z.string() }),
])

/**
 * Takes a draft as JSON while its writer works; answers `{ savedAt }`, or `{ refusal }` with status 409. A draft that
 * was overtaken by its own submission is no fault: nothing is left to save, and the status is 200.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { slug: courseSlug = '', lektion: lessonSlug = '' } = params
  const sent = await readJson(request, draft)
  if (sent === undefined) throw data(null, { status: 400 })
  const saved = await saveDraft(db(), actor, { courseSlug, lessonSlug, now: now() }, sent)
  if (saved.ok) return Response.json({ savedAt: saved.value.savedAt.toISOString() })
  if (saved.refusal === 'no-such-lesson') notFound()
  const status = saved.refusal === 'already-submitted' ? 200 : 409
  return Response.json({ refusal: saved.refusal }, { status })
}
