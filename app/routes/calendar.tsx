import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { makerScope } from '~/domains/catalogue'
import { listUnpublished } from '~/domains/catalogue/index.server'
import { canMakeActivities } from '~/domains/identity'
import { readCalendarFilter, weeksOf } from '~/domains/insight'
import { findCalendarChoices, listCalendarMeetings, listUndated } from '~/domains/insight/index.server'
import { CalendarPage } from '~/domains/insight/ui/calendar/calendar-page'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { optionalActor } from '~/session.server'
import { localDay } from '~/shared/dates'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const at = now()
  const today = localDay(at)
  const read = readCalendarFilter(new URL(request.url).searchParams, today)
  const filter = actor === undefined ? { ...read, leader: undefined, mine: false } : read
  const weeks = weeksOf(filter.month)
  const shown = { from: weeks[0]?.days[0] ?? today, to: weeks.at(-1)?.days.at(-1) ?? today }
  const [meetings, undated, choices, drafts] = await Promise.all([
    listCalendarMeetings(db(), { ...shown, filter, personId: actor?.personId ?? null }),
    listUndated(db(), filter, at),
    findCalendarChoices(db(), actor !== undefined),
    actor === undefined ? [] : listUnpublished(db(), makerScope(actor)),
  ])
  const t = translator(languageOf(request))
  return {
    title: `${t('calendar')('title')} – ${t('common')('portal')}`,
    content: {
      filter,
      today,
      meetings,
      undated: filter.mine ? [] : undated,
      choices,
      signedIn: actor !== undefined,
      makes: actor !== undefined && canMakeActivities(actor),
      drafts: drafts.map(({ slug, title, state }) => ({ slug, title, state })),
    },
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Calendar() {
  return <CalendarPage content={useLoaderData<typeof loader>().content} />
}
