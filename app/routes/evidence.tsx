import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { canRevealIdentityNumber, shownName } from '~/domains/identity'
import { listBundles } from '~/domains/insight/index.server'
import { EvidenceView } from '~/domains/insight/ui/evidence/evidence-view'
import { participantScope } from '~/domains/participation'
import { findRecord, listMonthsWithTime } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { requireReportProject } from '~/papers.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { notFound } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'

const LATEST = 20

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { projectId, diarienr, name } = await requireReportProject(actor, params)
  const query = new URL(request.url).searchParams
  const participationId = query.get('post')
  if (participationId !== null && !isUuid(participationId)) return notFound()
  const [months, taken, record] = await Promise.all([
    listMonthsWithTime(db(), projectId),
    listBundles(db(), projectId, LATEST),
    participationId === null ? null : findRecord(db(), participantScope(actor), participationId),
  ])
  if (record === undefined || (record !== null && record.projectId !== projectId)) return notFound()
  const title = `${translator(languageOf(request))('bundle')('title')} – ${name}`
  const page = {
    project: { diarienr, name },
    months: months.toReversed(),
    person: record && { participationId: record.participationId, name: shownName(record) },
    mayTakeNumbers: canRevealIdentityNumber(actor),
    taken,
  }
  const fault = query.get('fel') === 'skal'
  return data({ title, page, fault }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export default function Evidence() {
  const { page, fault } = useLoaderData<typeof loader>()
  return <EvidenceView page={page} fault={fault} />
}
