import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Badge,
  ButtonLink,
  Card,
  DataTable,
  EuLockup,
  Facts,
  Grid,
  Notice,
  Page,
  PageHeader,
  Section,
  Stack,
} from '~/shared/ui'
import type { CertificateDocument } from '../model'
import styles from './certificate.module.css'

export interface ShownCertificate {
  code: string
  intact: boolean
  issuedOn: string
  sha256: string
  /** Null to those who may not know whose it is. */
  holderName: string | null
  /** The reader is the holder. */
  own: boolean
  /** The time for which it counts is over. */
  runOut: boolean
  document: Omit<CertificateDocument, 'holderName'>
}

/** The public check of a certificate; its holder, the office and auditors see the name and the PDF. */
export function CertificateView({ certificate }: { certificate: ShownCertificate }) {
  const t = useT('credential')
  const { code, document, holderName, own } = certificate
  const approved = document.kind === 'godkänt resultat'
  return (
    <Page width="normal">
      <PageHeader
        eyebrow={t('page.eyebrow')}
        title={t('page.title', { title: document.title })}
        lead={t(approved ? 'kindText.approved' : 'kindText.attended')}
        actions={
          <>
            {holderName !== null && (
              <ButtonLink to={paths.certificatePdf(code)} document>
                {t('page.pdf')}
              </ButtonLink>
            )}
            {own && (
              <ButtonLink to={paths.certificates()} variant="quiet">
                {t('page.mine')}
              </ButtonLink>
            )}
          </>
        }
      />
      <Stack gap="l">
        <State certificate={certificate} />
        <Grid columns="main">
          <div lang={document.language}>
            <Section title={t(!approved ? 'page.outcomesTaken' : own ? 'page.outcomes' : 'page.outcomesStranger')}>
              <ul>
                {document.outcomes.map((outcome) => (
                  <li key={outcome}>{outcome}</li>
                ))}
              </ul>
            </Section>
            {document.sources.length > 0 && <Sources document={document} />}
          </div>
          <Card>
            <Particulars certificate={certificate} approved={approved} />
            <EuLockup />
          </Card>
        </Grid>
      </Stack>
    </Page>
  )
}

function State({ certificate }: { certificate: ShownCertificate }) {
  const t = useT('credential')
  if (!certificate.intact) {
    return (
      <Notice tone="granite">
        <p>
          <Badge tone="granite">{t('page.broken')}</Badge> {t('page.brokenText')}
        </p>
      </Notice>
    )
  }
  const { code, issuedOn, runOut, document } = certificate
  return (
    <Notice tone={runOut ? 'lichen' : 'ok'}>
      <p>
        <Badge tone={runOut ? 'lichen' : 'ok'}>{t(runOut ? 'page.runOut' : 'page.valid')}</Badge>{' '}
        {t('page.validText', { code, day: issuedOn })}{' '}
        {document.validUntil !== undefined &&
          t(runOut ? 'page.runOutText' : 'page.untilText', { day: document.validUntil })}
      </p>
      {certificate.holderName === null && <p className="small">{t('page.strangerText')}</p>}
    </Notice>
  )
}

function Particulars({ certificate, approved }: { certificate: ShownCertificate; approved: boolean }) {
  const t = useT('credential')
  const common = useT('common')
  const { document, holderName } = certificate
  const { level } = document
  return (
    <Facts
      items={[
        ...(holderName === null ? [] : [{ label: t('page.holder'), value: holderName }]),
        { label: t('page.kind'), value: t(approved ? 'kind.approved' : 'kind.attended') },
        { label: t('page.hours'), value: formatMinutes(document.minutes) },
        ...(level === null ? [] : [{ label: t('page.level'), value: common('levelLabel', { level }) }]),
        { label: t('page.finished'), value: document.finishedOn },
        { label: t('page.issued'), value: certificate.issuedOn },
        ...(document.validUntil === undefined ? [] : [{ label: t('page.until'), value: document.validUntil }]),
        { label: t('page.issuer'), value: document.issuer },
        { label: t('page.code'), value: certificate.code },
        { label: t('page.seal'), value: <span className={`xsmall ${styles.seal}`}>{certificate.sha256}</span> },
      ]}
    />
  )
}

function Sources({ document }: { document: ShownCertificate['document'] }) {
  const t = useT('credential')
  return (
    <Section title={t('page.sources')}>
      <DataTable caption={t('page.sources')}>
        <thead>
          <tr>
            <th scope="col">{t('page.part')}</th>
            <th scope="col">{t('page.day')}</th>
            <th scope="col" className="number">
              {t('page.time')}
            </th>
          </tr>
        </thead>
        <tbody>
          {document.sources.map((source) => (
            <tr key={source.title}>
              <th scope="row">{source.title}</th>
              <td className={styles.day}>{source.finishedOn}</td>
              <td className="number">{formatMinutes(source.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}
