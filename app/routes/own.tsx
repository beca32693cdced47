import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { actionText, sectionText } from '~/domains/insight'
import { listLookedAt, ownSections } from '~/domains/insight/index.server'
import { OwnView } from '~/domains/insight/ui/own/own-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatDateTime } from '~/shared/dates'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const faults = ['wrong-password', 'too-many-attempts'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const of = translator(languageOf(request))
  const [t, words] = [of('own'), of('copy')]
  const looked = await listLookedAt(db(), personId, 50)
  const fault = faults.find((name) => name === new URL(request.url).searchParams.get('fel'))
  const page = {
    parts: ownSections.map(({ name }) => sectionText(words, name)),
    looked: looked.map((line) => ({
      at: formatDateTime(line.happenedAt),
      what: actionText(words, line.action),
      who: line.actor,
      why: line.reason ?? '',
    })),
  }
  const errors = fault === undefined ? undefined : { copyPassword: t(`fault.${fault}`) }
  return data({ title: `${t('title')} – ${of('common')('portal')}`, page, errors })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Own() {
  const { page, errors } = useLoaderData<typeof loader>()
  return <OwnView page={page} errors={errors} />
}
