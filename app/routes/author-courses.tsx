import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireAuthor } from '~/authoring.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { deskReach, deskViewOf, fitsView } from '~/domains/catalogue'
import { listDesk, listLedCohorts, openDraft } from '~/domains/catalogue/index.server'
import { DeskPage } from '~/domains/catalogue/ui/authoring/desk-view'
import { canLeadAssignments } from '~/domains/learning'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { formatDay } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAuthor(request)
  const t = translator(languageOf(request))
  const view = deskViewOf(new URL(request.url).searchParams)
  const [lines, led] = await Promise.all([listDesk(db(), deskReach(actor)), listLedCohorts(db(), actor.personId)])
  return {
    title: `${t('authoring')('title')} – ${t('common')('portal')}`,
    view,
    leads: canLeadAssignments(actor),
    led,
    lines: lines
      .filter((line) => fitsView(line, view))
      .map(({ changedAt, isOwn: _own, ...line }) => ({ ...line, changedOn: formatDay(changedAt) })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAuthor(request)
  const form = await readForm(request, z.object({ slug: z.string().max(200) }))
  if (!form.ok) throw new Response(null, { status: 400 })
  const outcome = await openDraft(db(), actor, { slug: form.value.slug, now: now() })
  if (outcome.ok) return redirectWithToast(paths.draft(outcome.value.slug), 'draftOpened')
  return outcome.refusal === 'not-found' ? notFound() : forbidden()
}

export default function AuthorCourses() {
  const { view, lines, led, leads } = useLoaderData<typeof loader>()
  return <DeskPage view={view} lines={lines} led={led} leads={leads} />
}
