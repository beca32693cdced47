import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { LONGEST_NOTE } from '~/domains/learning'
import { deleteNote, saveNote } from '~/domains/learning/index.server'
import { requireActor } from '~/session.server'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths, safeReturnPath } from '~/shared/paths'
import { readTimeStamp } from '~/shared/video/caption-file'

const text = z.string().trim().min(1).max(LONGEST_NOTE)
const second = z.number().int().min(0).max(1_000_000)
const sentNote = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('save'), noteId: z.uuid(), second, text }),
  z.object({ kind: z.literal('delete'), noteId: z.uuid() }),
])
const typedNote = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), noteId: z.uuid(), at: z.string(), text, back: z.string().default('') }),
  z.object({ intent: z.literal('delete'), noteId: z.uuid(), back: z.string().default('') }),
])

/** Notes of a lecture: JSON while they are written, answered with `{ savedAt }`, or a form that leads back to its page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const slug = params['slug'] ?? ''
  const at = now()
  if (request.headers.get('content-type')?.startsWith('application/json') === true) {
    const sent = sentNote.safeParse(await request.json().catch(() => undefined))
    if (!sent.success) return Response.json({ refusal: 'not-a-note' }, { status: 400 })
    if (sent.data.kind === 'delete') await deleteNote(db(), actor.personId, sent.data.noteId)
    else {
      const saved = await saveNote(db(), actor.personId, { ...sent.data, slug, at })
      if (saved === undefined) return Response.json({ refusal: 'not-saved' }, { status: 409 })
    }
    return Response.json({ savedAt: at.toISOString() })
  }
  const form = await readForm(request, typedNote)
  if (!form.ok) return redirectWithToast(backFrom(form.values['back'], slug), 'noteNotSaved')
  const typed = form.value
  const back = backFrom(typed.back, slug)
  if (typed.intent === 'delete') {
    await deleteNote(db(), actor.personId, typed.noteId)
    return redirectWithToast(back, 'noteDeleted')
  }
  const place = readTimeStamp(typed.at)
  if (place === undefined) return redirectWithToast(back, 'noteNotSaved')
  const note = { noteId: typed.noteId, second: Math.floor(place), text: typed.text }
  const saved = await saveNote(db(), actor.personId, { ...note, slug, at })
  return saved === undefined ? notFound() : redirectWithToast(back, 'noteSaved')
}

function backFrom(back: string | undefined, slug: string): string {
  return `${safeReturnPath(back === undefined || back === '' ? paths.lecture(slug) : back)}#anteckningar`
}
