import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canLead } from '~/domains/catalogue'
import { checkInWindow } from '~/domains/learning'
import { checkInCode, findAttendanceMeeting, findCheckInSecret, listMarks } from '~/domains/learning/index.server'
import { ScreenView } from '~/domains/learning/ui/attendance/screen-view'
import { qrPath } from '~/domains/learning/ui/attendance/qr-path'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'
import { isUuid, type MeetingId } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** The code of this very moment, for the leader's screen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const meetingId = (params['meetingId'] ?? '') as MeetingId
  const found = isUuid(meetingId) ? await findAttendanceMeeting(db(), meetingId) : undefined
  const secret = found && (await findCheckInSecret(db(), meetingId))
  if (found === undefined || secret === undefined) return notFound()
  if (!canLead(actor, found)) return forbidden()
  const at = now()
  const origin = env().publicUrl ?? new URL(request.url).origin
  const { code, secondsLeft } = checkInCode(secret, at)
  const t = translator(languageOf(request))
  const marks = await listMarks(db(), [meetingId])
  return data(
    {
      title: `${t('attendance')('screen.title')}: ${found.title} – ${t('common')('portal')}`,
      screen: {
        meetingId,
        activity: found.title,
        meeting: found.meeting.title,
        startsAt: found.meeting.startsAt,
        endsAt: found.meeting.endsAt,
        state: found.state === 'installt' ? ('over' as const) : checkInWindow(found.meeting, at),
        code,
        secondsLeft,
        present: marks.filter((mark) => mark.present).length,
        qr: qrPath(origin + paths.checkIn(meetingId, code)),
        address: (origin + paths.checkInStart()).replace(/^https?:\/\//, ''),
      },
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export default function AttendanceScreen() {
  return <ScreenView screen={useLoaderData<typeof loader>().screen} />
}
