import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { logMonthPapers, monthPaperEntries } from '~/domains/participation/index.server'
import { paperTexts, requireReportMonth } from '~/papers.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { fileResponse, ZIP_TYPE } from '~/shared/file-response.server'
import { zipOf } from '~/shared/zip.server'

/** Every närvarointyg of a month in one zip, sent as they are made; identity numbers are masked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { project, month } = await requireReportMonth(actor, params)
  const { projectId, diarienr } = project
  const texts = paperTexts(languageOf(request))
  await logMonthPapers(db(), actor, { projectId, month, form: 'zip', at: now() })
  const pieces = zipOf(monthPaperEntries(db(), project, [month], texts))
  return fileResponse({ name: `${texts.papers('month.file')}-${diarienr}-${month}.zip`, type: ZIP_TYPE, pieces })
}
