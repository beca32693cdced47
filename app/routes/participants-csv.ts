import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadParticipants } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import {
  completenessOf,
  participantScope,
  readParticipantFilter,
  sumMonths,
  totalOf,
  writeParticipantFilter,
} from '~/domains/participation'
import {
  listChosenParticipants,
  listParticipantIds,
  listProjectLines,
  listReachedProjects,
  type ParticipantRow,
} from '~/domains/participation/index.server'
import type { Translate } from '~/i18n/translate'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { CSV_TYPE, fileResponse } from '~/shared/file-response.server'
import { forbidden, notFound } from '~/shared/http.server'
import { csvPieces, inParts } from '~/shared/stream-file.server'

const PART = 1_000

const columns = [
  'participant',
  'partner',
  'employer',
  'municipality',
  'registered',
  'entry',
  'exit',
  'complete',
  'missing',
  'minutes',
  'reportable',
  'reported',
  'completions',
] as const

/** The chosen participants as a file, one line a person, without identity numbers. Each download is logged. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadParticipants(actor)) return forbidden()
  const t = translator(languageOf(request))('participants')
  const filter = readParticipantFilter(new URL(request.url).searchParams)
  const scope = participantScope(actor)
  const projects = await listReachedProjects(db(), scope)
  const project = projects.find(({ diarienr }) => diarienr === filter.project) ?? projects[0]
  if (project === undefined) return notFound()
  const { projectId, diarienr } = project
  const ids = await listParticipantIds(db(), scope, projectId, filter)
  const at = now()
  await recordAudit(db(), {
    actorId: actor.personId,
    action: 'participants.exported',
    subjectKind: 'project',
    subjectId: projectId,
    detail: { choice: writeParticipantFilter(filter, { search: '' }), rows: ids.length },
    at,
  })
  const rows = inParts(ids, PART, async (some) => {
    const people = await listChosenParticipants(db(), scope, projectId, some)
    const lines = await listProjectLines(
      db(),
      projectId,
      people.map((row) => row.personId),
    )
    return people.map((row) => csvRow(row, totalOf(sumMonths(lines.get(row.personId) ?? [], project)), t))
  })
  const headings = columns.map((column) => t(`csv.${column}`))
  const name = `${t('csv.file')}-${diarienr}-${localDay(at)}.csv`
  return fileResponse({ name, type: CSV_TYPE, pieces: csvPieces(headings, rows) })
}

function csvRow(row: ParticipantRow, sums: ReturnType<typeof totalOf>, t: Translate<'participants'>) {
  const state = completenessOf({ ...row, employerId: row.isProtected ? row.name : row.employer })
  const open = (value: string | null) => (row.isProtected ? '' : (value ?? ''))
  return [
    row.name,
    open(row.partner),
    open(row.employer),
    open(row.municipality),
    open(row.registeredOn),
    open(row.entryOn),
    open(row.exitOn),
    t(state.complete ? 'csv.yes' : 'csv.no'),
    state.missing.map((part) => t(`missing.${part}`)).join(', '),
    sums.registered,
    sums.reportable,
    sums.reported,
    row.completions,
  ]
}
