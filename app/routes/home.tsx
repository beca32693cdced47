import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { optionalActor } from '~/session.server'
import { VisitorStart } from '~/shared/ui/visitor-start'

export const meta: MetaFunction = () => [{ title: 'Westum Lärportal' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  return { name: actor?.givenName }
}

export default function Home() {
  const { name } = useLoaderData<typeof loader>()
  const t = useT('home')
  if (name === undefined) return <VisitorStart />
  return <h1>{t('helloDay', { name })}</h1>
}
