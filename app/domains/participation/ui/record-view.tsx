import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Card, Facts, FormErrorSummary, Grid, Notice, Page, PageHeader, Stack } from '~/shared/ui'
import { Lamp } from './lamp'
import { RecordMerges } from './merge/record-merges'
import { DatesForm } from './dates-form'
import { NumberSection } from './number-section'
import { RecordCompletions, RecordLedger } from './record-ledger'
import type { RecordAnswer, RecordPage } from './record-page'

export function RecordView({ record, answer }: { record: RecordPage; answer: RecordAnswer | undefined }) {
  const t = useOfficeT('participants')
  const tMerge = useOfficeT('merge')
  const tBundle = useOfficeT('bundle')
  const { project, may } = record
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: t('title'), to: paths.participants() }, { label: record.name }]}
        title={record.name}
        actions={
          <>
            {may.merge && <Link to={paths.mergeParticipant(record.participationId)}>{tMerge('link')}</Link>}
            {may.readReports && (
              <>
                <Link to={paths.auditLogOf('post', record.participationId)}>{tBundle('log.link')}</Link>
                <Link to={paths.evidence(project.diarienr, `?post=${record.participationId}`)}>
                  {tBundle('links.person')}
                </Link>
              </>
            )}
          </>
        }
        lead={t('record.lead', { project: project.name, diarienr: project.diarienr })}
      />
      <Stack gap="l">
        <FormErrorSummary errors={answer?.errors} />
        {record.isProtected && (
          <Notice tone="granite">
            <h2>{t('record.protectedTitle')}</h2>
            <p>{t('record.protectedText')}</p>
          </Notice>
        )}
        <Grid columns="main">
          <Stack gap="l">
            {!record.isProtected && <RecordCompletions record={record} />}
            <RecordLedger record={record} />
          </Stack>
          <Stack>
            <RecordFacts record={record} />
            {may.keepDates && <DatesForm record={record} answer={answer?.intent === 'dates' ? answer : undefined} />}
            <RecordMerges merges={record.merges} />
            {!record.isProtected && <NumberSection record={record} answer={answer} />}
          </Stack>
        </Grid>
      </Stack>
    </Page>
  )
}

function RecordFacts({ record }: { record: RecordPage }) {
  const t = useOfficeT('participants')
  const { facts } = record
  return (
    <Card as="section">
      <h2>{t('record.facts')}</h2>
      <div>
        <Lamp state={record.completeness} waits={record.informationWaits} />
      </div>
      {facts !== null && (
        <Facts
          items={[
            { label: t('record.partner'), value: facts.partner },
            { label: t('record.employer'), value: facts.employer },
            { label: t('record.municipality'), value: facts.municipality ?? '–' },
            { label: t('record.registered'), value: facts.registeredOn },
            { label: t('record.entry'), value: facts.entryOn ?? t('record.open') },
            { label: t('record.exit'), value: facts.exitOn ?? t('record.open') },
            {
              label: t('record.notice'),
              value:
                facts.noticeAckAt === null
                  ? t('record.noticeUnread')
                  : t('record.noticeRead', { at: facts.noticeAckAt, version: facts.noticeVersion ?? '–' }),
            },
          ]}
        />
      )}
    </Card>
  )
}
