import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadAttendance } from '~/domains/learning'
import { attendanceListPdf, findAttendanceMeeting } from '~/domains/learning/index.server'
import { auditsProject, findProjectName } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { fileResponse, PDF_TYPE } from '~/shared/file-response.server'
import { forbidden, notFound } from '~/shared/http.server'
import { isUuid, type MeetingId } from '~/shared/ids'

/** The närvarolista of a meeting: to print before it, as confirmed after it; for leaders and the project's auditors. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const meetingId = params['meetingId'] ?? ''
  const found = isUuid(meetingId) ? await findAttendanceMeeting(db(), meetingId as MeetingId) : undefined
  if (found === undefined) return notFound()
  if (!canReadAttendance(actor, found) && !(await auditsProject(db(), actor, found.projectId))) return forbidden()
  const project = found.projectId === null ? undefined : await findProjectName(db(), found.projectId)
  const language = languageOf(request)
  const t = translator(language)
  const texts = { language, t: t('attendance'), common: t('common') }
  const { name, bytes } = await attendanceListPdf(db(), found, { project, at: now() }, texts)
  return fileResponse({ name, type: PDF_TYPE, pieces: [bytes] }, 'inline')
}
