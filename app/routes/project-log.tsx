import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { type Actor, shownName } from '~/domains/identity'
import type { LogOf } from '~/domains/insight'
import { type LogChoice, listLogPage } from '~/domains/insight/index.server'
import { LogView } from '~/domains/insight/ui/log/log-view'
import { isMonth, participantScope } from '~/domains/participation'
import { findRecord } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { requireReportProject } from '~/papers.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { notFound } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'

const SIZE = 100

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** What the address asks to see the log of; 404 for a record beyond the scope. */
async function chosen(
  actor: Actor,
  projectId: string,
  query: URLSearchParams,
): Promise<{ choice: LogChoice; of: LogOf }> {
  const [post, month, meeting, batch] = ['post', 'manad', 'traff', 'fil'].map((name) => query.get(name))
  if (post != null) {
    const record = isUuid(post) ? await findRecord(db(), participantScope(actor), post) : undefined
    if (record === undefined || record.projectId !== projectId) return notFound()
    return { choice: { personId: record.personId }, of: { kind: 'person', name: shownName(record) } }
  }
  if (month != null && isMonth(month)) {
    return { choice: { kind: 'project-month', id: `${projectId}/${month}` }, of: { kind: 'month', month } }
  }
  if (meeting != null) return { choice: { kind: 'meeting', id: meeting }, of: { kind: 'meeting' } }
  if (batch != null) return { choice: { kind: 'export-batch', id: batch }, of: { kind: 'batch' } }
  return { choice: undefined, of: null }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { projectId, diarienr, name } = await requireReportProject(actor, params)
  const query = new URL(request.url).searchParams
  const { choice, of } = await chosen(actor, projectId, query)
  const asked = Number(query.get('fore') ?? '')
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined
  const events = await listLogPage(db(), projectId, choice, { before, size: SIZE + 1 })
  const last = events.length > SIZE ? events[SIZE - 1] : undefined
  if (last !== undefined) query.set('fore', String(last.id))
  const earlier = last === undefined ? null : `?${query.toString()}`
  const page = { project: { diarienr, name }, of, events: events.slice(0, SIZE), earlier }
  const title = `${translator(languageOf(request))('bundle')('log.title')} – ${name}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export default function ProjectLog() {
  return <LogView page={useLoaderData<typeof loader>().page} />
}
