import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { findPublishedTrack } from '~/domains/catalogue/index.server'
import { notFound } from '~/shared/http.server'
import { textFileResponse } from '~/shared/video/text-file-response'

/** The captions, chapters or descriptions of a published lecture in one language: `captions.sv.vtt`, `captions.sv.txt`. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { slug = '', fil = '' } = params
  const [, kind = '', language = '', form = ''] =
    /^(captions|chapters|descriptions)\.([a-z]{2,3})\.(vtt|txt)$/.exec(fil) ?? notFound()
  const found = (await findPublishedTrack(db(), { slug, kind, language })) ?? notFound()
  return textFileResponse({ ...found, form: form === 'vtt' ? 'vtt' : 'txt', cache: 'public, max-age=300' })
}
