import { randomUUID } from 'node:crypto'
import { writeFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepMedia, type MediaKind, mediaScope } from '~/domains/catalogue'
import {
  beginUpload,
  describeMedia,
  findMedia,
  listLectures,
  listMakerOrganisations,
  pickMedia,
} from '~/domains/catalogue/index.server'
import { env } from '~/env.server'
import { incomingFolder } from '~/media-storage.server'
import { settleUpload } from '~/server/media-uploads.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'
import { isUuid, type OrganisationId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { readUploadForm } from '~/shared/upload.server'

const kindsOf: Record<string, readonly MediaKind[]> = {
  bild: ['picture'],
  film: ['video'],
  ljud: ['audio'],
  fil: ['file'],
}

/** A thing that an editor can put into a text: `/media/valj?typ=bild|film|ljud|fil|forelasning&q=`. */
interface Pick {
  id: string
  address: string
  title: string
  /** Empty for a decorative picture; null where there is no text yet. */
  alt: string | null
  bytes: number | null
  width: number | null
  height: number | null
  credit: string
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepMedia(actor)) return forbidden()
  const search = new URL(request.url).searchParams
  const kind = search.get('typ') ?? ''
  const q = (search.get('q') ?? '').trim().slice(0, 100)
  if (kind === 'forelasning') {
    const words = q.toLocaleLowerCase('sv')
    const lectures = await listLectures(db())
    const items = lectures
      .filter(({ title }) => title.toLocaleLowerCase('sv').includes(words))
      .slice(0, 30)
      .map(({ lectureId, slug, title }): Pick => {
        const nothing = { alt: null, bytes: null, width: null, height: null, credit: '' }
        return { id: lectureId, address: paths.lecture(slug), title, ...nothing }
      })
    return json({ items })
  }
  const kinds = kindsOf[kind] ?? notFound()
  const found = await pickMedia(db(), mediaScope(actor), { kinds, q })
  const items = found.map(({ mediaId, kind: _kind, ...rest }): Pick => ({ id: mediaId, ...rest }))
  return json({ items })
}

const MOST_BYTES = 20_000_000

/** Takes one picture straight from a text's editor: multipart with `file`, and if wanted `organisation` and `alt`. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepMedia(actor)) return forbidden()
  const upload = await readUploadForm(request, 'file', MOST_BYTES)
  if (!upload.ok) return json({ error: upload.refusal }, { status: 400 })
  const { name, bytes, fields } = upload.value
  const asked = String(fields.get('organisation') ?? '')
  const [first] = isUuid(asked) ? [] : await listMakerOrganisations(db(), mediaScope(actor))
  const organisationId = isUuid(asked) ? (asked as OrganisationId) : (first?.organisationId ?? forbidden())
  const uploadId = randomUUID()
  const wish = {
    uploadId,
    organisationId,
    replaces: undefined,
    fileName: name,
    bytes: bytes.length,
    fileChangedAt: null,
  }
  const begun = await beginUpload(db(), actor, { wish, quota: env().media.quota, at: now() })
  if (!begun.ok) {
    return json({ error: begun.refusal }, { status: begun.refusal === 'not-allowed' ? 403 : 400 })
  }
  await mkdir(incomingFolder(), { recursive: true })
  const file = path.join(incomingFolder(), uploadId)
  await writeFile(file, bytes)
  const settled = await settleUpload(uploadId, file)
  if (!settled.ok) return json({ error: settled.refusal }, { status: 400 })
  const { mediaId } = settled.value
  const alt = String(fields.get('alt') ?? '')
    .trim()
    .slice(0, 1000)
  const item = (await findMedia(db(), mediaScope(actor), mediaId)) ?? notFound()
  const { title, language, licence, credit, decorative } = item
  const to = { title, language, licence, credit, decorative, alt: alt === '' ? null : alt, durationSeconds: undefined }
  if (alt !== '') await describeMedia(db(), actor, mediaId, { to, at: now() })
  return json({
    id: mediaId,
    address: item.address,
    title,
    alt: alt === '' ? null : alt,
    width: item.width,
    height: item.height,
  })
}
