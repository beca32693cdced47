import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SavedView } from '~/domains/learning/ui/offline/saved-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const t = translator(languageOf(request))
  return { viewerKey: actor.personId, title: `${t('offline')('list.title')} – ${t('common')('portal')}` }
}

export default function Saved() {
  return <SavedView viewerKey={useLoaderData<typeof loader>().viewerKey} />
}
