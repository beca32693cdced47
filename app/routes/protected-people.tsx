import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { canHandleProtected } from '~/domains/identity'
import { listProtectedPeople, searchOpenPeople } from '~/domains/identity/index.server'
import { ProtectedList } from '~/domains/participation/ui/protected/protected-list'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canHandleProtected(actor)) return forbidden()
  const t = translator(languageOf(request))
  const search = (new URL(request.url).searchParams.get('sok') ?? '').trim().slice(0, 100)
  const people = await listProtectedPeople(db())
  const found = search.length < 3 ? null : await searchOpenPeople(db(), search)
  const page = {
    people: people.map(({ personId, alias, protection }) => ({
      personId,
      alias,
      protection: protection === 'marked' ? ('marked' as const) : ('protected' as const),
    })),
    search,
    found,
  }
  const title = `${t('handling')('title')} – ${t('common')('portal')}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ProtectedPeople() {
  return <ProtectedList page={useLoaderData<typeof loader>().page} />
}
