import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { type Actor, canReadAuditLog, canReadReports } from '~/domains/identity'
import { type AuditFilter, readAuditFilter } from '~/domains/insight'
import { findAuditPlace, listAuditLines } from '~/domains/insight/index.server'
import { AuditLogView } from '~/domains/insight/ui/audit/audit-log-view'
import { participantScope, reachesProject } from '~/domains/participation'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'

const PAGE_SIZE = 100

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** What the address reads the log of, within the actor's projects; the whole log is for those who reach them all. */
async function chosenPlace(actor: Actor, { about }: AuditFilter) {
  if (about === null) return canReadAuditLog(actor) ? undefined : forbidden()
  if (!canReadReports(actor)) return forbidden()
  const place = await findAuditPlace(db(), about)
  if (place === undefined || !reachesProject(participantScope(actor), place.ownerId)) return notFound()
  return place
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const filter = readAuditFilter(new URL(request.url).searchParams)
  const place = await chosenPlace(actor, filter)
  const lines = await listAuditLines(db(), filter, PAGE_SIZE + 1, place)
  const t = translator(languageOf(request))
  return data(
    {
      title: `${t('auditLog')('title')} – ${t('common')('portal')}`,
      page: {
        filter,
        project: place === undefined ? null : { diarienr: place.diarienr, name: place.name },
        mayReadAll: canReadAuditLog(actor),
        lines: lines.slice(0, PAGE_SIZE),
        more: lines.length > PAGE_SIZE,
      },
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function AuditLog() {
  return <AuditLogView page={useLoaderData<typeof loader>().page} />
}
