import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, Card, EmptyState, Grid, Page, PageHeader, Row } from '~/shared/ui'

export interface ListedCertificate {
  code: string
  title: string
  approved: boolean
  minutes: number
  level: number | null
  finishedOn: string
  validUntil: string | null
  runOut: boolean
}

/** The holder's own certificates, the newest first. */
export function CertificateList({ certificates }: { certificates: readonly ListedCertificate[] }) {
  const t = useT('credential')
  const common = useT('common')
  return (
    <Page>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      {certificates.length === 0 ? (
        <EmptyState
          title={t('list.emptyTitle')}
          action={<ButtonLink to={paths.courses()}>{t('list.emptyAction')}</ButtonLink>}
        >
          <p>{t('list.emptyText')}</p>
        </EmptyState>
      ) : (
        <Grid columns={2}>
          {certificates.map((certificate) => (
            <Card as="article" key={certificate.code}>
              <Row>
                <Badge tone={certificate.approved ? 'ok' : 'plain'}>
                  {t(certificate.approved ? 'kind.approved' : 'kind.attended')}
                </Badge>
                {certificate.runOut && <Badge tone="lichen">{t('page.runOut')}</Badge>}
                {certificate.level !== null && <Badge>{common('levelLabel', { level: certificate.level })}</Badge>}
              </Row>
              <h2>
                <Link to={paths.certificate(certificate.code)}>{certificate.title}</Link>
              </h2>
              <p className="small">
                {certificate.finishedOn} · {formatMinutes(certificate.minutes)} ·{' '}
                {t('list.code', { code: certificate.code })}
              </p>
              {certificate.validUntil !== null && (
                <p className="small">
                  {t(certificate.runOut ? 'page.runOutText' : 'page.untilText', { day: certificate.validUntil })}
                </p>
              )}
              <Row>
                <ButtonLink to={paths.certificatePdf(certificate.code)} variant="quiet" document>
                  {t('list.pdf')}
                </ButtonLink>
              </Row>
            </Card>
          ))}
        </Grid>
      )}
    </Page>
  )
}
