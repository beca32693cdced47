import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireAttendanceList } from '~/attendance-list.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { attendanceListPdf } from '~/domains/learning/index.server'
import { requireActor } from '~/session.server'
import { fileResponse, PDF_TYPE } from '~/shared/file-response.server'

/** The närvarolista of a meeting: to print before it, as confirmed after it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { found, project, texts } = await requireAttendanceList(request, actor, params['meetingId'])
  const { name, bytes } = await attendanceListPdf(db(), found, { project, at: now() }, texts)
  return fileResponse({ name, type: PDF_TYPE, pieces: [bytes] }, 'inline')
}
