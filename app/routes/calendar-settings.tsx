import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { findProtection } from '~/domains/identity/index.server'
import { deleteFeed, findFeed, makeFeed } from '~/domains/learning/index.server'
import { FeedPage } from '~/domains/learning/ui/activity/feed-page'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const [feed, protection] = await Promise.all([findFeed(db(), personId), findProtection(db(), personId)])
  const t = translator(languageOf(request))
  return {
    title: `${t('calendar')('feedTitle')} – ${t('common')('portal')}`,
    madeOn: feed === undefined ? null : localDay(feed.createdAt),
    isProtected: protection !== 'none',
  }
}

/** The secret is in this answer alone and nowhere in an address or a cookie of ours. */
export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const form = await readForm(request, z.object({ intent: z.enum(['make', 'revoke']) }))
  if (!form.ok) throw new Response(null, { status: 400 })
  if (form.value.intent === 'revoke') {
    await deleteFeed(db(), personId)
    return redirectWithToast(paths.calendarSettings(), 'feedRemoved')
  }
  const { token } = await makeFeed(db(), personId, now())
  const origin = env().publicUrl?.replace(/\/$/, '') ?? new URL(request.url).origin
  return data(
    { address: `${origin}${paths.calendarFeed(token)}` },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function CalendarSettings() {
  const { madeOn, isProtected } = useLoaderData<typeof loader>()
  return <FeedPage madeOn={madeOn} isProtected={isProtected} address={useActionData<typeof action>()?.address} />
}
