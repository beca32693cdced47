import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { canReadAuditLog } from '~/domains/identity'
import { readAuditFilter } from '~/domains/insight'
import { listAuditLines } from '~/domains/insight/index.server'
import { AuditLogView } from '~/domains/insight/ui/audit/audit-log-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'

const PAGE_SIZE = 100

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadAuditLog(actor)) return forbidden()
  const filter = readAuditFilter(new URL(request.url).searchParams)
  const lines = await listAuditLines(db(), filter, PAGE_SIZE + 1)
  const t = translator(languageOf(request))
  return data(
    {
      title: `${t('auditLog')('title')} – ${t('common')('portal')}`,
      page: { filter, lines: lines.slice(0, PAGE_SIZE), more: lines.length > PAGE_SIZE },
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function AuditLog() {
  return <AuditLogView page={useLoaderData<typeof loader>().page} />
}
