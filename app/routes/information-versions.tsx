import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepProjects, canReadReports } from '~/domains/identity'
import { faultsOfWording, LEAST_LETTERS, MOST_LETTERS } from '~/domains/participation'
import { countWaitingInformation, listInformation, publishInformation } from '~/domains/participation/index.server'
import { VersionsView } from '~/domains/participation/ui/information/versions-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const [versions, projects] = await Promise.all([listInformation(db()), countWaitingInformation(db())])
  const [newest] = versions
  if (newest === undefined) return notFound()
  const t = translator(languageOf(request))
  const page = {
    newest: { version: newest.version, ...newest.wording },
    versions: versions.map(({ wording: _, publishedAt, ...one }) => ({
      ...one,
      publishedOn: publishedAt === null ? null : localDay(publishedAt),
    })),
    projects,
    canPublish: canKeepProjects(actor),
  }
  const title = `${t('information')('title')} – ${t('common')('portal')}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const forms = z.object({
  intent: z.enum(['preview', 'publish']),
  basedOn: z.string().max(20),
  sv: z.string().max(100_000),
  en: z.string().max(100_000),
  asksAgain: z.literal('ja').optional(),
})

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepProjects(actor)) return forbidden()
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { intent, basedOn, sv, en } = form.value
  const values = { sv, en, asksAgain: form.value.asksAgain === 'ja' }
  const t = translator(languageOf(request))('information')
  const errors = Object.fromEntries(
    Object.entries(faultsOfWording(values)).map(([field, fault]) => [
      field,
      t(`faults.${fault}`, { least: LEAST_LETTERS, most: MOST_LETTERS }),
    ]),
  ) as Record<string, string>
  if (Object.keys(errors).length > 0) return data({ errors, values, preview: false }, { status: 400 })
  if (intent === 'preview') return data({ errors: {} as Record<string, string>, values, preview: true })
  const outcome = await publishInformation(db(), actor, { ...values, basedOn, at: now() })
  if (outcome.ok) return redirectWithToast(paths.informationVersions(), 'informationPublished')
  if (outcome.refusal === 'not-allowed') return forbidden()
  const refusal = outcome.refusal === 'same' ? 'same' : 'newer'
  return data({ errors: { sv: t(`faults.${refusal}`) }, values, preview: false }, { status: 409 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function InformationVersions() {
  return <VersionsView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
