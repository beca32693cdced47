import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepProjects } from '~/domains/identity'
import { acknowledgeInformation, listInformation, listOwnInformation } from '~/domains/participation/index.server'
import { InformationView } from '~/domains/participation/ui/information/information-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatDateTime, localDay } from '~/shared/dates'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

/** Nothing here needs a script, also when signed in. */
export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const language = languageOf(request)
  const asked = new URL(request.url).searchParams.get('version')
  const [versions, own] = await Promise.all([listInformation(db()), listOwnInformation(db(), actor.personId)])
  const newest = versions[0]
  const shown = asked === null ? newest : versions.find(({ version }) => version === asked)
  if (newest === undefined || shown === undefined) return notFound()
  const dayOf = (instant: Date | null) => (instant === null ? null : localDay(instant))
  const t = translator(language)
  return data(
    {
      title: `${t('pages')('information.title')} – ${t('common')('portal')}`,
      page: {
        version: shown.version,
        newest: newest.version,
        publishedOn: dayOf(shown.publishedAt),
        text: shown.wording[language],
        language,
        own: own.map(({ acknowledgedAt, ...record }) => ({
          ...record,
          acknowledgedAt: acknowledgedAt === null ? null : formatDateTime(acknowledgedAt),
        })),
        versions: versions.map(({ version, publishedAt }) => ({ version, publishedOn: dayOf(publishedAt) })),
        canPublish: canKeepProjects(actor),
      },
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, z.object({ intent: z.literal('acknowledge'), version: z.string().max(20) }))
  if (!form.ok) throw new Response(null, { status: 400 })
  const outcome = await acknowledgeInformation(db(), actor.personId, { version: form.value.version, at: now() })
  if (!outcome.ok) return data({ refused: true }, { status: 409 })
  return redirectWithToast(paths.noticeText(), 'noticeAcknowledged')
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Information() {
  const answer = useActionData<typeof action>()
  return <InformationView page={useLoaderData<typeof loader>().page} refused={answer?.refused ?? false} />
}
