import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireAttendanceList } from '~/attendance-list.server'
import { db } from '~/db.server'
import { attendanceListTable } from '~/domains/learning/index.server'
import { tableFile } from '~/papers.server'
import { requireActor } from '~/session.server'

/** The närvarolista of a meeting as CSV or as a workbook, as the address ends. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { found, project, texts } = await requireAttendanceList(request, actor, params['meetingId'])
  const { name, ...table } = await attendanceListTable(db(), found, { project }, texts)
  const form = new URL(request.url).pathname.endsWith('.xlsx') ? 'xlsx' : 'csv'
  return tableFile(name, texts.t('table.sheet'), form, table)
}
