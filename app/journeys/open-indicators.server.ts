import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { fileLines, indicatorsPageOf, openRows, readPeriod, tellFile } from '~/domains/insight'
import { readIndicatorRecords } from '~/domains/insight/index.server'
import { participantScope } from '~/domains/participation'
import type { Vault } from '~/domains/participation/index.server'
import type { Translate } from '~/i18n/translate'
import type { Db } from '~db/schema'

interface Request {
  diarienr: string
  query: URLSearchParams
  at: Date
}

/** The records behind a figure. Seeing them is written to the audit log with the figure; undefined beyond the scope. */
export async function openIndicatorRows(db: Db, actor: Actor, vault: Pick<Vault, 'open'>, request: Request) {
  const { diarienr, query, at } = request
  const found = await readIndicatorRecords(db, participantScope(actor), vault, diarienr)
  if (found === undefined) return undefined
  const { project, records } = found
  const chosen = readPeriod(query, project)
  const opened = openRows(records, project, chosen.period, query)
  if (opened === undefined) return undefined
  const rows = opened.kind === 'hidden' ? 0 : opened.rows.length
  await recordAudit(db, {
    actorId: actor.personId,
    action: 'indicator.opened',
    subjectKind: 'project',
    subjectId: project.projectId,
    detail: { choice: query.toString().slice(0, 300), kind: opened.kind, rows },
    at,
  })
  return { project, period: chosen.period, opened }
}

/** Every table of a period as lines of a file. Each taking is written to the audit log; undefined beyond the scope. */
export async function takeIndicatorFile(
  db: Db,
  actor: Actor,
  vault: Pick<Vault, 'open'>,
  request: Request & { form: 'csv' | 'xlsx'; t: Translate<'indicators'> },
) {
  const found = await readIndicatorRecords(db, participantScope(actor), vault, request.diarienr)
  if (found === undefined) return undefined
  const { project, records } = found
  const chosen = readPeriod(request.query, project)
  const page = indicatorsPageOf(project, { records, hours: [], targets: [] }, chosen, 'EECO01')
  const [headings = [], ...rows] = tellFile(
    fileLines(page, records, project, chosen),
    project,
    chosen.period,
    request.t,
  )
  await recordAudit(db, {
    actorId: actor.personId,
    action: 'indicators.exported',
    subjectKind: 'project',
    subjectId: project.projectId,
    detail: { ...chosen.period, form: request.form },
    at: request.at,
  })
  return {
    headings: headings.map(String),
    rows,
    name: `${request.t('file.name')}-${project.diarienr}-${chosen.period.from}-${chosen.period.to}`,
  }
}
