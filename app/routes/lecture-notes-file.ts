import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { notesMarkdown, notesText } from '~/domains/learning'
import { findNotes } from '~/domains/learning/index.server'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { fileResponse } from '~/shared/file-response.server'
import { notFound } from '~/shared/http.server'
import { paths } from '~/shared/paths'

/** One's own notes of a lecture as Markdown (`anteckningar.md`) or plain text (`anteckningar.txt`). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { slug = '', fil = '' } = params
  const form = fil === 'anteckningar.md' ? 'md' : fil === 'anteckningar.txt' ? 'txt' : notFound()
  const { title, notes } = (await findNotes(db(), actor.personId, slug)) ?? notFound()
  const language = languageOf(request)
  const origin = env().publicUrl ?? new URL(request.url).origin
  const file = {
    title: translator(language)('video')('notes.fileTitle', { title }),
    notes,
    language,
    addressAt: (second: number) => origin + paths.lecture(slug, second),
  }
  const body = form === 'md' ? notesMarkdown(file) : notesText(file)
  return fileResponse({
    name: `${slug}-anteckningar.${form}`,
    type: form === 'md' ? 'text/markdown; charset=utf-8' : 'text/plain; charset=utf-8',
    pieces: [new TextEncoder().encode(body)],
  })
}
