import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDateTime, formatMinutes, formatMonth, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Facts, Grid, Notice, Page, PageHeader, Section } from '~/shared/ui'
import type { BatchPage } from '../../reports/batch-page'
import { DifferenceSection } from './difference-section'
import { type DownloadAnswer, DownloadSection } from './download-section'
import { FileLog, LineTable } from './line-table'

/** One file for the fund: whether it holds, what is in it, what it changed, and the way to take it out. */
export function BatchView({ view, answer }: { view: BatchPage; answer: DownloadAnswer | undefined }) {
  const t = useOfficeT('reports')
  const log = useOfficeT('auditLog')
  const language = useLanguage()
  const { batch, project } = view
  const month = formatMonth(batch.month, language)
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[
          { label: project.name, to: paths.project(project.diarienr) },
          { label: t('batch.back'), to: paths.reports(project.diarienr) },
          { label: t('months.number', { number: batch.number }) },
        ]}
        title={t('batch.title', { number: batch.number, month })}
        actions={<Link to={paths.auditLogOf('fil', batch.batchId)}>{log('link')}</Link>}
      />
      <State view={view} />
      {batch.state === 'klar' && (
        <>
          <Section title={t('batch.facts')}>
            <Grid columns="main">
              <BatchFacts view={view} />
              <DownloadSection view={view} answer={answer} />
            </Grid>
          </Section>
          {view.acknowledged.length > 0 && (
            <Section title={t('batch.acknowledged')}>
              <ul>
                {view.acknowledged.map(({ participationId, name, missing }) => (
                  <li key={participationId}>
                    <Link to={paths.participant(participationId)}>{name}</Link>:{' '}
                    {missing.map((part) => t(`make.missing.${part}`)).join(', ')}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <DifferenceSection view={view} />
          <LineTable view={view} />
        </>
      )}
      <FileLog view={view} />
    </Page>
  )
}

function State({ view }: { view: BatchPage }) {
  const t = useOfficeT('reports')
  const { batch, project } = view
  if (batch.state === 'koad') {
    return (
      <Notice tone="lichen">
        <p>{t('batch.queued')}</p>
        <ButtonLink to={paths.reports(project.diarienr)} variant="quiet">
          {t('batch.back')}
        </ButtonLink>
      </Notice>
    )
  }
  const { supersededBy } = batch
  if (supersededBy === null) {
    return (
      <Notice tone="ok">
        <p>{t('batch.valid')}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="granite">
      <p>
        {t('batch.superseded', { number: supersededBy.number })}{' '}
        <Link to={paths.scbBatch(supersededBy.batchId)}>{t('months.number', { number: supersededBy.number })}</Link>
      </p>
    </Notice>
  )
}

function BatchFacts({ view }: { view: BatchPage }) {
  const t = useOfficeT('reports')
  const language = useLanguage()
  const { batch, project } = view
  const day = batch.finishedAt === null ? '' : formatDateTime(batch.finishedAt)
  return (
    <Facts
      items={[
        { label: t('batch.project'), value: `${project.name} · ${project.diarienr}` },
        { label: t('batch.month'), value: formatMonth(batch.month, language) },
        { label: t('batch.rows'), value: formatNumber(batch.rowCount, language) },
        { label: t('batch.hours'), value: formatMinutes(batch.reportedMinutes) },
        { label: t('batch.made'), value: t('batch.by', { day, name: batch.madeBy }) },
        { label: t('batch.generation'), value: batch.generation },
        {
          label: t('batch.template'),
          value: t('batch.templateValue', { name: batch.template, version: batch.templateVersion }),
        },
        { label: t('batch.hash'), value: <Checksum hex={batch.contentSha256 ?? ''} /> },
      ]}
    />
  )
}

/** A checksum in groups, so that it breaks on a narrow screen and can be compared by eye. */
function Checksum({ hex }: { hex: string }) {
  return <code>{hex.replaceAll(/(.{8})(?=.)/g, '$1 ')}</code>
}
