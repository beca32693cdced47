import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canMakePaths, listPaths } from '~/domains/catalogue/index.server'
import { PathDesk } from '~/domains/catalogue/ui/path/path-desk'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canMakePaths(actor)) return forbidden()
  const t = translator(languageOf(request))
  const list = await listPaths(db(), { personId: actor.personId, today: localDay(now()) }, true)
  return {
    title: `${t('pathMaking')('title')} – ${t('common')('portal')}`,
    list: list.map(({ slug, title, isPublished }) => ({ slug, title, isPublished })),
  }
}

export default function AuthorPaths() {
  return <PathDesk list={useLoaderData<typeof loader>().list} />
}
