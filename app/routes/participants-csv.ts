import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canReadParticipants } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { csvOf } from '~/domains/insight'
import {
  completenessOf,
  participantScope,
  readParticipantFilter,
  sumMonths,
  totalOf,
  writeParticipantFilter,
} from '~/domains/participation'
import { listParticipants, listProjectLines, listReachedProjects } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden, notFound } from '~/shared/http.server'

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
  const rows = await listParticipants(db(), scope, project.projectId, filter)
  const lines = await listProjectLines(
    db(),
    project.projectId,
    rows.map((row) => row.personId),
  )
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
  const file = csvOf([
    columns.map((column) => t(`csv.${column}`)),
    ...rows.map((row) => {
      const sums = totalOf(sumMonths(lines.get(row.personId) ?? [], project))
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
    }),
  ])
  const at = now()
  await recordAudit(db(), {
    actorId: actor.personId,
    action: 'participants.exported',
    subjectKind: 'project',
    subjectId: project.projectId,
    detail: { choice: writeParticipantFilter(filter, { search: '' }), rows: rows.length },
    at,
  })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${t('csv.file')}-${project.diarienr}-${localDay(at)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
