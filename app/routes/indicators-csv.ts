import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadReports } from '~/domains/identity'
import { translator } from '~/i18n/translator.server'
import { takeIndicatorFile } from '~/journeys/open-indicators.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { CSV_TYPE, fileResponse } from '~/shared/file-response.server'
import { forbidden, notFound } from '~/shared/http.server'
import { csvPieces } from '~/shared/stream-file.server'
import { identityVault } from '~/vault.server'

/** The indicators of a period as CSV: every table with the same columns. Each download is logged. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadReports(actor)) return forbidden()
  const taken = await takeIndicatorFile(db(), actor, identityVault(), {
    diarienr: params['diarienr'] ?? '',
    query: new URL(request.url).searchParams,
    form: 'csv',
    t: translator(languageOf(request))('indicators'),
    at: now(),
  })
  if (taken === undefined) return notFound()
  const { name, headings, rows } = taken
  return fileResponse({ name: `${name}.csv`, type: CSV_TYPE, pieces: csvPieces(headings, rows) })
}
