import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { searchKinds } from '~/domains/insight'
import { searchPortal } from '~/domains/insight/index.server'
import { SearchPage } from '~/domains/insight/ui/search-page'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { viewerOf } from '~/viewer.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  const address = new URL(request.url).searchParams
  const query = (address.get('q') ?? '').trim().slice(0, 200)
  const kind = searchKinds.find((each) => each === address.get('typ')) ?? null
  return {
    title: `${query === '' ? '' : `${query} – `}${t('search')('title')} – ${t('common')('portal')}`,
    query,
    kind,
    result: await searchPortal(db(), await viewerOf(request), query, kind),
  }
}

export default function Search() {
  const { query, kind, result } = useLoaderData<typeof loader>()
  return <SearchPage query={query} kind={kind} result={result} />
}
