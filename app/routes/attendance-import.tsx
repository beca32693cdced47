import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canLead } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { type AttendanceMeeting, MEETING_FILE_BYTES } from '~/domains/learning'
import { findAttendanceMeeting, isConfirmed, readImportForm } from '~/domains/learning/index.server'
import { ImportView } from '~/domains/learning/ui/attendance/import-view'
import { translator } from '~/i18n/translator.server'
import { importAttendance, previewAttendance } from '~/journeys/import-attendance.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, redirectWithToast } from '~/shared/http.server'
import { isUuid, type MeetingId } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

async function meetingOf(actor: Actor, id = ''): Promise<AttendanceMeeting> {
  const found = (isUuid(id) ? await findAttendanceMeeting(db(), id as MeetingId) : undefined) ?? notFound()
  return canLead(actor, found) ? found : forbidden()
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await meetingOf(await requireActor(request), params['meetingId'])
  const { meetingId, startsAt, endsAt } = found.meeting
  const t = translator(languageOf(request))
  const open = found.state !== 'installt' && !(await isConfirmed(db(), meetingId))
  const page = { meetingId, activity: found.title, startsAt, endsAt, open }
  const title = `${t('attendance')('import.title')}: ${found.title} – ${t('common')('portal')}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const found = await meetingOf(actor, params['meetingId'])
  const { meetingId } = found.meeting
  const t = translator(languageOf(request))('attendance')
  const refuse = (error: string, text = '', status = 400) => data({ error, text, preview: null }, { status })
  const form = await readImportForm(request, MEETING_FILE_BYTES)
  if (!form.ok) return refuse(t(`import.fault.${form.refusal}`))
  const { text, choices } = form.value
  const preview = await previewAttendance(db(), actor, found, text)
  if (!preview.ok) return refuse(t(`import.fault.${preview.refusal}`), text)
  if (preview.value.otherDay !== null) return refuse(t('import.fault.other-day', { day: preview.value.otherDay }), text)
  const shown = { text, preview: preview.value }
  if (choices === undefined) return data({ ...shown, error: null })
  const outcome = await importAttendance(db(), actor, { meetingId, text, choices, now: now() })
  if (outcome.ok) return redirectWithToast(paths.attendance(meetingId), 'attendanceImported')
  if (outcome.refusal === 'no-such-meeting') return notFound()
  if (outcome.refusal === 'not-allowed') return forbidden()
  const error = t(`import.fault.${outcome.refusal}`, { day: '' })
  return data({ ...shown, error }, { status: 400 })
}

export default function AttendanceImport() {
  const { page } = useLoaderData<typeof loader>()
  return <ImportView page={page} answer={useActionData<typeof action>()} />
}
