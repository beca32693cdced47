import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadAttendance } from '~/domains/learning'
import { attendancePage, findAttendanceMeeting } from '~/domains/learning/index.server'
import { auditsProject } from '~/domains/participation/index.server'
import { AttendanceView } from '~/domains/learning/ui/attendance/attendance-view'
import { translator } from '~/i18n/translator.server'
import { attendanceForms, keepAttendance } from '~/journeys/keep-attendance.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatTime } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid, type MeetingId } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

async function meetingOf(params: { meetingId?: string | undefined }) {
  const meetingId = params.meetingId ?? ''
  return (isUuid(meetingId) ? await findAttendanceMeeting(db(), meetingId as MeetingId) : undefined) ?? notFound()
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const found = await meetingOf(params)
  if (!canReadAttendance(actor, found) && !(await auditsProject(db(), actor, found.projectId))) return forbidden()
  const query = new URL(request.url).searchParams
  const page = await attendancePage(db(), actor, found, { words: query.get('sok') ?? '', now: now() })
  const t = translator(languageOf(request))
  return data(
    {
      title: `${t('attendance')('title')}: ${found.title} – ${t('common')('portal')}`,
      method: query.get('metod') === 'lista' ? ('lista' as const) : ('ledare' as const),
      page,
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const found = await meetingOf(params)
  const { meetingId } = found.meeting
  const t = translator(languageOf(request))('attendance')
  const form = await readForm(request, attendanceForms)
  const at = now()
  if (!form.ok) {
    if (!canReadAttendance(actor, found)) return forbidden()
    return data({ intent: '', error: t('fault.form'), values: {} as Record<string, string> }, { status: 400 })
  }
  const { intent } = form.value
  const outcome = await keepAttendance(db(), actor, meetingId, form.value, at)
  if (outcome.ok) {
    const from = new URL(request.url).searchParams.get('metod') === 'lista' ? '?metod=lista' : ''
    const place = form.value.intent === 'mark' ? `#p-${form.value.personId}` : ''
    return redirectWithToast(paths.attendance(meetingId, from + place), outcome.value.toast)
  }
  if (outcome.refusal === 'not-allowed') return forbidden()
  const times = { from: formatTime(found.meeting.startsAt), to: formatTime(found.meeting.endsAt) }
  const values = Object.fromEntries(Object.entries(form.value).filter(([, value]) => typeof value === 'string'))
  return data({ intent, error: t(`fault.${outcome.refusal}`, times), values }, { status: 400 })
}

export default function Attendance() {
  const { page, method } = useLoaderData<typeof loader>()
  return <AttendanceView page={page} method={method} answer={useActionData<typeof action>()} />
}
