import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { findFramework } from '~/domains/competence/index.server'
import { canReviewStaff } from '~/domains/identity'
import { staffFilterOf, tellHeatmap } from '~/domains/insight'
import { heatmapFor } from '~/domains/insight/index.server'
import { type StaffContent, StaffPage } from '~/domains/insight/ui/staff-page'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'
import { pick } from '~/shared/language'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReviewStaff(actor)) forbidden()
  const language = languageOf(request)
  const t = translator(language)
  const query = new URL(request.url).searchParams
  const framework = await findFramework(db(), EVIDENCE_FRAMEWORK)
  if (framework === undefined) notFound()
  const asked = staffFilterOf(query)
  const area = framework.areas.find((one) => one.code === asked.area)
  const filter = { ...asked, area: area?.code ?? null }
  const heatmap = await heatmapFor(db(), actor, filter, { now: now(), framework })
  const content: StaffContent = {
    heatmap: tellHeatmap(heatmap, language),
    filter,
    view: query.get('vy') === 'tabell' ? 'table' : 'picture',
    area: area === undefined ? null : { code: area.code, name: pick(area.name, language) },
  }
  return { title: `${t('staff')('title')} – ${t('common')('portal')}`, content }
}

export default function Staff() {
  const { content } = useLoaderData<typeof loader>()
  return <StaffPage content={content} />
}
