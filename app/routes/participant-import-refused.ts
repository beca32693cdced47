import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { recordAudit } from '~/domains/identity/index.server'
import { canImportParticipants, type Problem, refusedLines } from '~/domains/participation'
import { listImportRows, previewImport } from '~/domains/participation/index.server'
import { tellProblem } from '~/domains/participation/ui/import/tell'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { CSV_TYPE, fileResponse } from '~/shared/file-response.server'
import { forbidden, notFound } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { csvPieces } from '~/shared/stream-file.server'
import { identityVault } from '~/vault.server'

/**
 * The refused rows of an import with their problems. While the file waits they are whole for the one who uploaded it,
 * and masked for others; when it is applied only lines and problems are left. Each download is logged.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const importId = params['importId'] ?? ''
  if (!canImportParticipants(actor)) return forbidden()
  if (!isUuid(importId)) return notFound()
  const at = now()
  const preview = await previewImport(db(), actor, identityVault(), { importId, at })
  if (preview === undefined || preview.stored.state === 'avbruten') return notFound()
  const { stored, table, rows } = preview
  const t = translator(languageOf(request))('participantImport')
  const tRecord = translator(languageOf(request))('participants')
  const tell = (problem: Problem, heading: string | null) => {
    const column = heading ?? (problem.column === null ? t('rows.wholeRow') : t(`field.${problem.column}`))
    return `${column}: ${tellProblem(problem, t, tRecord)}`
  }
  const whole = stored.actorId === actor.personId
  const lines =
    table === undefined
      ? (await listImportRows(db(), importId))
          .filter(({ outcome }) => outcome === 'avvisad')
          .map(({ line, detail }) => [String(line), (detail.problems ?? []).map((one) => tell(one, null)).join(' ')])
      : refusedLines(table, stored.choices.mapping, rows, tell, whole)
  const head = [...(table?.header ?? []), t('csv.line'), t('csv.problem')]
  await recordAudit(db(), {
    actorId: actor.personId,
    action: 'participants.import-refused-downloaded',
    subjectKind: 'participant_import',
    subjectId: importId,
    detail: { rows: lines.length },
    at,
  })
  return fileResponse({ name: `${t('csv.file')}.csv`, type: CSV_TYPE, pieces: csvPieces(head, lines) })
}
