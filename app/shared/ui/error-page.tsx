import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { ButtonLink } from './button'
import { Page, PageHeader, Row, Stack } from './layout'

function useWords(status: number): { title: string; text: string } {
  const t = useT('common')
  switch (status) {
    case 400:
      return {
        title: t('error.badRequestTitle'),
        text: t('error.badRequestText'),
      }
    case 403:
      return {
        title: t('error.forbiddenTitle'),
        text: t('error.forbiddenText'),
      }
    case 404:
    case 405:
      return { title: t('error.notFoundTitle'), text: t('error.notFoundText') }
    case 429:
      return { title: t('error.tooManyTitle'), text: t('error.tooManyText') }
    default:
      return { title: t('error.faultTitle'), text: t('error.faultText') }
  }
}

/** What went wrong and what to do next; a fault of ours shows the code to quote. */
export function ErrorPage({ requestId, label }: { requestId: string | undefined; label: string }) {
  const error = useRouteError()
  const t = useT('common')
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { title, text } = useWords(status)
  return (
    <Page width="text">
      <PageHeader title={title} lead={text} eyebrow={status >= 500 ? undefined : String(status)} />
      <Stack>
        {status >= 500 && requestId && (
          <p className="small">
            {label}: <code>{requestId}</code>
          </p>
        )}
        <Row>
          <ButtonLink to={paths.home()}>{t('error.home')}</ButtonLink>
          <ButtonLink to={paths.search()} variant="quiet">
            {t('error.search')}
          </ButtonLink>
        </Row>
      </Stack>
    </Page>
  )
}
