import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { calendarFile, calendarHeaders, listFeedMeetings } from '~/domains/learning/index.server'
import { env } from '~/env.server'
import { requireActor } from '~/session.server'
import { notFound } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'

/** The meetings of one occasion for those who are booked or lead, saved by the person to the own calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const occasionId = params['id'] ?? ''
  if (!isUuid(occasionId)) return notFound()
  const meetings = await listFeedMeetings(db(), actor.personId, { occasionId })
  const first = meetings[0] ?? notFound()
  const origin = env().publicUrl?.replace(/\/$/, '') ?? new URL(request.url).origin
  const file = calendarFile(meetings, { name: first.title, origin, withPlace: true, now: now() })
  return new Response(file, { headers: calendarHeaders(`${first.slug}.ics`) })
}
