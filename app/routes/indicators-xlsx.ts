import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadReports } from '~/domains/identity'
import { translator } from '~/i18n/translator.server'
import { takeIndicatorFile } from '~/journeys/open-indicators.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { fileResponse, XLSX_TYPE } from '~/shared/file-response.server'
import { forbidden, notFound } from '~/shared/http.server'
import { xlsxPieces } from '~/shared/xlsx-stream.server'
import { identityVault } from '~/vault.server'

/** The indicators of a period as a workbook: every table with the same columns. Each download is logged. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const t = translator(languageOf(request))('indicators')
  const taken = await takeIndicatorFile(db(), actor, identityVault(), {
    diarienr: params['diarienr'] ?? '',
    query: new URL(request.url).searchParams,
    form: 'xlsx',
    t,
    at: now(),
  })
  if (taken === undefined) return notFound()
  const { name, headings, rows } = taken
  const pieces = xlsxPieces([{ name: t('file.sheet'), headings, rows }])
  return fileResponse({ name: `${name}.xlsx`, type: XLSX_TYPE, pieces })
}
