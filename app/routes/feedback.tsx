import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canReadFeedback } from '~/domains/identity'
import { listFeedback } from '~/domains/notice/index.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { useT } from '~/i18n/use-t'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatDateTime } from '~/shared/dates'
import { forbidden } from '~/shared/http.server'
import { DataTable, EmptyState, Page, PageHeader } from '~/shared/ui'

/** Nothing here needs a script, also when signed in. */
export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canReadFeedback(actor)) forbidden()
  const t = translator(languageOf(request))
  const messages = await listFeedback(db())
  return {
    title: `${t('pages')('feedback.title')} – ${t('common')('portal')}`,
    messages: messages.map((one) => ({
      ...one,
      createdAt: formatDateTime(one.createdAt),
    })),
  }
}

export default function Feedback() {
  const { messages } = useLoaderData<typeof loader>()
  const t = useT('pages')
  return (
    <Page>
      <PageHeader title={t('feedback.title')} lead={t('feedback.lead')} />
      {messages.length === 0 ? (
        <EmptyState title={t('feedback.emptyTitle')}>{t('feedback.empty')}</EmptyState>
      ) : (
        <DataTable caption={t('feedback.title')}>
          <thead>
            <tr>
              <th scope="col">{t('feedback.received')}</th>
              <th scope="col">{t('feedback.message')}</th>
              <th scope="col">{t('feedback.contact')}</th>
            </tr>
          </thead>
          <tbody>
            {messages.map((one) => (
              <tr key={one.feedbackId}>
                <td>{one.createdAt}</td>
                <td>{one.message}</td>
                <td>{one.contact ?? t('feedback.anonymous')}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  )
}
