import { type ActionFunctionArgs, data } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { metText, openText, saveOpenText } from '~/journeys/write-text.server'
import { requireActor } from '~/session.server'
import { checkDocument } from '~/shared/editor/schema.server'
import { forbidden, notFound } from '~/shared/http.server'

const LARGEST = 1_000_000

const withoutNul = z.string().refine((text) => !text.includes('\u0000'))
const save = z.object({
  body: z.unknown(),
  fields: z.record(withoutNul.max(40), withoutNul.max(5000)),
  baseSeq: z.number().int().min(0).max(2_000_000_000),
  key: withoutNul.min(1).max(60),
  turn: z.number().int().min(1).max(2_000_000_000),
})

async function readSave(request: Request) {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST) throw data(null, { status: 413 })
  const text = await request.text()
  if (text.length > LARGEST) throw data(null, { status: 413 })
  const sent = save.safeParse(
    await Promise.resolve(text)
      .then(JSON.parse)
      .catch(() => undefined),
  )
  return sent.success ? sent.data : undefined
}

/**
 * Takes a text as JSON while its writer works; answers `{ seq, savedAt }`. Another's text is answered with status 409,
 * `{ theirs, shown, differences }` (from theirs to the one sent), and a text that may not be stored with 422, `{ message }`.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const opened = await openText(db(), actor, params['textId'] ?? '')
  if (!opened.ok) return opened.refusal === 'not-allowed' ? forbidden() : notFound()
  const sent = await readSave(request)
  if (sent === undefined) throw data(null, { status: 400 })
  const { body, fields, baseSeq, key, turn } = sent
  const writer = { key, turn }
  const saved = await saveOpenText(db(), actor, opened.value, { body, fields, baseSeq, writer, at: now() })
  if (saved.ok) return Response.json(saved.value)
  switch (saved.refusal) {
    case 'no-such-text':
      return notFound()
    case 'not-allowed':
      return forbidden()
    case 'body-refused':
      return Response.json({ refusal: saved.refusal, message: saved.message }, { status: 422 })
    case 'conflict': {
      const checked = checkDocument(body)
      const { theirs, shown, differences } = metText(
        { body: checked.ok ? checked.value : opened.value.text.body, fields },
        saved.theirs,
      )
      return Response.json({ refusal: saved.refusal, theirs, shown, differences }, { status: 409 })
    }
  }
}
