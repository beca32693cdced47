import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { canKeepMedia, mediaScope } from '~/domains/catalogue'
import { listMakerOrganisations, listMedia, MEDIA_PAGE } from '~/domains/catalogue/index.server'
import { MediaListPage } from '~/domains/catalogue/ui/media/media-list'
import { mediaFilterOf } from '~/domains/catalogue/ui/media/media-filter'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepMedia(actor)) return forbidden()
  const scope = mediaScope(actor)
  const filter = mediaFilterOf(new URL(request.url).searchParams)
  const [{ items, total }, organisations] = await Promise.all([
    listMedia(db(), scope, filter),
    listMakerOrganisations(db(), scope),
  ])
  const t = translator(languageOf(request))
  return {
    title: `${t('media')('title')} – ${t('common')('portal')}`,
    library: {
      filter,
      items,
      total,
      pages: Math.max(1, Math.ceil(total / MEDIA_PAGE)),
      organisations: organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
    },
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Media() {
  return <MediaListPage {...useLoaderData<typeof loader>().library} />
}
