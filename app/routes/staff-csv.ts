import type { LoaderFunctionArgs } from '@remix-run/node'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { findFramework } from '~/domains/competence/index.server'
import { canReviewStaff } from '~/domains/identity'
import { staffFilterOf } from '~/domains/insight'
import { heatmapFor } from '~/domains/insight/index.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { CSV_TYPE, fileResponse } from '~/shared/file-response.server'
import { forbidden, notFound } from '~/shared/http.server'
import { pick } from '~/shared/language'
import { csvPieces } from '~/shared/stream-file.server'

/** The picture as a file: one line a person, one column an area or competence, the level as a figure. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReviewStaff(actor)) forbidden()
  const language = languageOf(request)
  const t = translator(language)('staff')
  const framework = await findFramework(db(), EVIDENCE_FRAMEWORK)
  if (framework === undefined) notFound()
  const at = now()
  const filter = staffFilterOf(new URL(request.url).searchParams)
  const { columns, rows } = await heatmapFor(db(), actor, filter, { now: at, framework })
  const lines = rows.map((row) => [
    row.name,
    ...columns.map((_, index) => (row.cells === null ? t('notShared') : (row.cells[index]?.level ?? 0))),
  ])
  const head = [t('person'), ...columns.map((column) => `${column.code} ${pick(column.name, language)}`)]
  return fileResponse({ name: `medarbetare-${localDay(at)}.csv`, type: CSV_TYPE, pieces: csvPieces(head, lines) })
}
