import { type ActionFunctionArgs, data } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { LONGEST_ANSWER, MOST_PARTS } from '~/domains/learning'
import { takeKeptWork } from '~/journeys/take-kept-work.server'
import { requireActor } from '~/session.server'
import { notFound, readJson } from '~/shared/http.server'

const answers = {
  after: z.number().int().min(0).max(100_000),
  responses: z.record(z.string().max(60), z.array(z.string().max(LONGEST_ANSWER)).max(MOST_PARTS)),
}
/** The saved time of the text that was written over, null for none. */
const over = z
  .string()
  .datetime()
  .nullable()
  .transform((instant) => (instant === null ? null : new Date(instant)))

const kept = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answers'), ...answers }),
  z.object({ kind: z.literal('text'), text: z.string(), over }),
  z.object({ kind: z.literal('prompt'), key: z.string().max(40), text: z.string(), over }),
  z.object({ kind: z.literal('submit'), ...answers }),
  z.object({
    kind: z.literal('finish'),
    text: z.string().optional(),
    over: over.optional(),
    transcriptRead: z.boolean(),
  }),
])

/**
 * Takes as JSON what was done on a lesson without a connection. Answers what came of it, or `{ refusal }` with status
 * 409; 404 when the lesson is gone. Answers that were overtaken by their own submission are no fault: the status is 200.
 * Sent twice it counts once.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { slug: courseSlug = '', lektion: lessonSlug = '' } = params
  const sent = await readJson(request, kept)
  if (sent === undefined) throw data(null, { status: 400 })
  const taken = await takeKeptWork(db(), actor, { courseSlug, lessonSlug, now: now() }, sent)
  if (taken.ok) return Response.json(taken.value)
  if (taken.refusal === 'no-such-lesson') notFound()
  const isOvertaken = sent.kind === 'answers' && taken.refusal === 'already-submitted'
  return Response.json({ refusal: taken.refusal }, { status: isOvertaken ? 200 : 409 })
}
