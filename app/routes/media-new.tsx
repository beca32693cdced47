import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepMedia, FORM_FILE_BYTES, mediaScope } from '~/domains/catalogue'
import {
  beginUpload,
  findLastLibrary,
  findMedia,
  listMakerOrganisations,
  listOpenUploads,
} from '~/domains/catalogue/index.server'
import { UploadPage } from '~/domains/catalogue/ui/media/upload-page'
import type { Actor } from '~/domains/identity'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { incomingFolder } from '~/media-storage.server'
import { muxVideo } from '~/mux.server'
import { languageOf } from '~/server/language.server'
import { giveUpUpload, incomingBytes, settleUpload } from '~/server/media-uploads.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, redirectWithToast } from '~/shared/http.server'
import { isUuid, type MediaId, type OrganisationId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { receiveUpload } from '~/shared/upload.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function replacedBy(actor: Actor, url: string) {
  const asked = new URL(url).searchParams.get('ersatt')
  if (asked === null) return undefined
  return isUuid(asked) ? ((await findMedia(db(), mediaScope(actor), asked)) ?? notFound()) : notFound()
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepMedia(actor)) return forbidden()
  const [replaced, organisations, open, last] = await Promise.all([
    replacedBy(actor, request.url),
    listMakerOrganisations(db(), mediaScope(actor)),
    listOpenUploads(db(), actor.personId),
    findLastLibrary(db(), actor.personId),
  ])
  const t = translator(languageOf(request))
  return {
    title: `${t('media')('uploadPage.title')} – ${t('common')('portal')}`,
    page: {
      replaced: replaced && { mediaId: replaced.mediaId, title: replaced.title, kind: replaced.kind },
      chosen: last ?? organisations[0]?.organisationId ?? '',
      organisations: organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
      open: await Promise.all(
        open.map(async (one) => ({ ...one, received: (await incomingBytes(one.uploadId)) ?? one.received })),
      ),
      mostBytes: env().media.quota.file,
      filmsToMux: muxVideo() !== undefined,
    },
  }
}

/** Writes the form's file among those that are on their way. Answers its name and size, or why it was not taken. */
async function storeFormFile(request: Request, uploadId: string) {
  await mkdir(incomingFolder(), { recursive: true })
  const file = path.join(incomingFolder(), uploadId)
  const sink = createWriteStream(file)
  const most = Math.min(FORM_FILE_BYTES, env().media.quota.file)
  const received = await receiveUpload(request, 'file', most, async (piece) => {
    if (!sink.write(piece)) await once(sink, 'drain')
  })
  await new Promise<void>((resolve, reject) => sink.once('error', reject).end(resolve))
  if (!received.ok) await rm(file, { force: true })
  return { file, received }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepMedia(actor)) return forbidden()
  const refusal = (word: string) => data({ refusal: word }, { status: word === 'not-allowed' ? 403 : 400 })
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) {
    const uploadId = String((await request.formData()).get('avbryt') ?? '')
    if (!isUuid(uploadId) || !(await giveUpUpload(actor, uploadId))) return notFound()
    return redirectWithToast(paths.newMedia(), 'uploadGivenUp')
  }
  const uploadId = randomUUID()
  const { file, received } = await storeFormFile(request, uploadId)
  if (!received.ok) return refusal(received.refusal)
  const { name, size, fields } = received.value
  const organisation = String(fields.get('organisation') ?? '')
  const replaces = String(fields.get('replaces') ?? '')
  const wish = {
    uploadId,
    organisationId: (isUuid(organisation) ? organisation : randomUUID()) as OrganisationId,
    replaces: isUuid(replaces) ? (replaces as MediaId) : undefined,
    fileName: name,
    bytes: size,
    fileChangedAt: null,
  }
  const begun = await beginUpload(db(), actor, { wish, quota: env().media.quota, at: now() })
  if (!begun.ok) {
    await rm(file, { force: true })
    return refusal(begun.refusal)
  }
  const settled = await settleUpload(uploadId, file)
  const to = paths.mediaItem(begun.value.mediaId)
  return settled.ok ? redirectWithToast(to, 'mediaUploaded') : redirectWithToast(to, 'mediaRefused')
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function MediaNew() {
  const { page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return <UploadPage key={page.replaced?.mediaId ?? ''} {...page} refusal={failed?.refusal} />
}
