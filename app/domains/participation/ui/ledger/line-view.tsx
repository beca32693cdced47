import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Card, Facts, FormErrorSummary, Grid, Notice, Page, PageHeader, Row, Stack } from '~/shared/ui'
import type { LinePage } from '../../ledger/line-page'
import { MonthBadge } from '../months/month-badge'
import { History } from '../months/sign-view'
import { CorrectForm, type LineAnswer, WithdrawStatementForm } from './correct-form'
import { LineEvidenceSection } from './line-evidence'
import { Chain, Figures, Log, Related } from './line-tables'

/** One row of the ledger: what it says, what it rests on, what it became part of, and what has happened to it. */
export function LineView({ page, answer }: { page: LinePage; answer: LineAnswer | undefined }) {
  const t = useOfficeT('ledger')
  const log = useOfficeT('auditLog')
  const language = useLanguage()
  const month = formatMonth(page.month, language)
  return (
    <Page>
      <PageHeader
        breadcrumbs={[...trail(page, month, useT('hours')('title')), { label: t('title') }]}
        title={page.title ?? t('title')}
        actions={page.may.readReports && <Link to={paths.auditLogOf('rad', page.timeEntryId)}>{log('link')}</Link>}
        lead={page.isOwn ? t('own', { month }) : t('lead', { name: page.name, month })}
      />
      <Stack gap="l">
        <FormErrorSummary errors={answer?.errors} />
        <Standing page={page} />
        <Grid columns={2}>
          <LineFacts page={page} />
          {!page.isVeiled && <LineEvidenceSection page={page} />}
        </Grid>
        <Related page={page} />
        {page.may.correct && <CorrectForm page={page} answer={answer} />}
        {page.may.withdraw && <WithdrawStatementForm answer={answer} />}
        {page.project !== null && <Figures page={page} />}
        <Chain link={page.link} />
        {page.events.length > 0 && <History events={page.events} />}
        {page.log.length > 0 && <Log page={page} />}
      </Stack>
    </Page>
  )
}

function trail(page: LinePage, month: string, hours: string) {
  if (page.isOwn) return [{ label: hours, to: paths.hours(page.month) }]
  if (page.project === null || page.participationId === null || !page.may.readRecord) return []
  if (!page.may.readReports) return [{ label: page.name, to: paths.participant(page.participationId) }]
  const { diarienr } = page.project
  return [
    { label: month, to: paths.month(diarienr, page.month) },
    { label: page.name, to: paths.month(diarienr, page.month, `?post=${page.participationId}`) },
  ]
}

function Standing({ page }: { page: LinePage }) {
  const t = useOfficeT('ledger')
  const told = [
    ...(page.isVeiled ? [t('veiled')] : []),
    ...(page.minutes < 0 ? [t('contra')] : []),
    ...(page.isCorrected ? [t('corrected')] : []),
    ...(page.isLocked ? [t('locked')] : []),
  ]
  if (told.length === 0) return null
  return (
    <Notice tone="lichen">
      {told.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  )
}

function LineFacts({ page }: { page: LinePage }) {
  const papers = useOfficeT('papers')
  const t = useOfficeT('ledger')
  const months = useOfficeT('months')
  const hours = useT('hours')
  const month = formatMonth(page.month, useLanguage())
  const { project, participationId } = page
  const fact = (name: Parameters<typeof t>[0], value: string | null) =>
    value === null ? [] : [{ label: t(name), value }]
  return (
    <Card as="section">
      <h2>{t('facts.title')}</h2>
      <Stack>
        <Facts
          items={[
            ...fact('facts.person', page.name),
            ...fact('facts.day', page.workedOn),
            ...(page.workedOn === null ? fact('facts.month', month) : []),
            ...fact('facts.time', page.time),
            ...fact('facts.minutes', formatMinutes(page.minutes)),
            ...fact('facts.type', hours(`type.${page.timeType}`)),
            ...fact('facts.source', months(`source.${page.sourceKind}`)),
            ...fact('facts.project', project === null ? t('facts.outside') : `${project.name} (${project.diarienr})`),
            ...fact('facts.partner', page.partner),
            ...(page.monthState === null
              ? []
              : [{ label: t('facts.state'), value: <MonthBadge state={page.monthState} /> }]),
            ...fact('facts.recorded', page.recordedAt),
            ...fact('facts.by', page.recordedBy),
            ...fact('facts.reason', page.reason),
          ]}
        />
        {page.outsideReason !== null && <p className="small">{hours(`outside.${page.outsideReason}`)}</p>}
        <Row>
          {page.isOwn && project !== null && (
            <Link to={paths.signMonth(project.diarienr, page.month)}>{t('toMonth')}</Link>
          )}
          {page.may.readReports && project !== null && participationId !== null && (
            <Link to={paths.month(project.diarienr, page.month, `?post=${participationId}`)}>{t('toMonth')}</Link>
          )}
          {page.may.readRecord && participationId !== null && (
            <Link to={paths.participant(participationId)}>{t('toRecord')}</Link>
          )}
          {page.may.readReports && project !== null && participationId !== null && (
            <Link to={paths.monthPaper(project.diarienr, page.month, participationId)} reloadDocument>
              {papers('month.fetch')}
            </Link>
          )}
        </Row>
      </Stack>
    </Card>
  )
}
