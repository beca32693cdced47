import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { calendarFile, calendarHeaders, findFeedOwnerByToken, listFeedMeetings } from '~/domains/learning/index.server'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { notFound } from '~/shared/http.server'

const HALF_A_YEAR = 183 * 86_400_000

/** The calendar behind a secret address: no sign-in, because calendar programs have none. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const owner = (await findFeedOwnerByToken(db(), params['token'] ?? '')) ?? notFound()
  const at = now()
  const meetings = await listFeedMeetings(db(), owner.personId, { since: new Date(at.getTime() - HALF_A_YEAR) })
  const file = calendarFile(meetings, {
    name: translator(owner.language)('calendar')('feedName'),
    origin: env().publicUrl?.replace(/\/$/, '') ?? new URL(request.url).origin,
    withPlace: !owner.isProtected,
    now: at,
  })
  return new Response(file, { headers: calendarHeaders() })
}
