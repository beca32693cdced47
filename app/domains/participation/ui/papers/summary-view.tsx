import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatMinutes, formatMonth, formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Page,
  PageHeader,
  Row,
  Section,
  SelectField,
  Stack,
} from '~/shared/ui'
import type { MonthTotals, minuteColumns } from '../../papers/model'
import type { SummaryMonth, SummaryPage, SummaryRemark } from '../../papers/summary-page'
import styles from '../table.module.css'

/** Everybody's months in a period: the sums, how they agree with months and files, and the files themselves. */
export function SummaryView({ page }: { page: SummaryPage }) {
  const t = useOfficeT('papers')
  const { project, months } = page
  return (
    <Page width="wide">
      <PageHeader title={t('summary.title')} lead={t('summary.lead', project)} />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="summary" />
        {months.length === 0 ? (
          <EmptyState title={t('summary.empty')}>
            <p>{t('summary.emptyText')}</p>
          </EmptyState>
        ) : (
          <>
            <PeriodForm page={page} />
            <Totals page={page} />
            <Files page={page} />
          </>
        )}
      </Stack>
    </Page>
  )
}

function usePeriodName() {
  const t = useOfficeT('papers')
  const language = useLanguage()
  return (key: string) => {
    if (key === 'hela') return t('summary.whole')
    const [year = '', quarter] = key.split('-K')
    return quarter === undefined ? formatMonth(key, language) : t('summary.quarter', { year, quarter })
  }
}

function PeriodForm({ page: { project, period, choices } }: { page: SummaryPage }) {
  const t = useOfficeT('papers')
  const nameOf = usePeriodName()
  const option = (key: string) => ({ value: key, label: nameOf(key) })
  return (
    <Form method="get" action={paths.summary(project.diarienr)} key={period.key}>
      <Row>
        <SelectField
          label={t('summary.period')}
          name="period"
          defaultValue={period.key}
          options={[option('hela'), ...choices.quarters.map(option), ...choices.months.map(option)]}
        />
        <Button variant="quiet">{t('summary.show')}</Button>
      </Row>
    </Form>
  )
}

const shown = ['planned', 'attended', 'seen', 'signed', 'registered', 'reported', 'batchMinutes'] as const
const sumOf = (months: readonly MonthTotals[], column: 'persons' | (typeof minuteColumns)[number]) =>
  months.reduce((total, month) => total + month[column], 0)

function Totals({ page: { project, months, period } }: { page: SummaryPage }) {
  const t = useOfficeT('papers')
  const language = useLanguage()
  const nameOf = usePeriodName()
  return (
    <Section title={nameOf(period.key)}>
      <DataTable caption={t('summary.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('summary.short.month')}</th>
            <th scope="col" className="number">
              {t('summary.persons')}
            </th>
            {shown.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`summary.short.${column}`)}
              </th>
            ))}
            <th scope="col">{t('summary.check')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row" className={styles['nowrap']}>
                <Link to={paths.month(project.diarienr, month.month)}>{formatMonth(month.month, language)}</Link>
              </th>
              <td className="number">{formatNumber(month.persons, language)}</td>
              {shown.map((column) => (
                <td key={column} className="number">
                  {column === 'batchMinutes' ? <InFile month={month} /> : formatMinutes(month[column])}
                </td>
              ))}
              <td>
                <Check month={month} />
              </td>
            </tr>
          ))}
        </tbody>
        {months.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('summary.sum')}</th>
              <td className="number">{formatNumber(sumOf(months, 'persons'), language)}</td>
              {shown.map((column) => (
                <td key={column} className="number">
                  {formatMinutes(sumOf(months, column))}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        )}
      </DataTable>
    </Section>
  )
}

function InFile({ month }: { month: SummaryMonth }) {
  const t = useOfficeT('papers')
  if (month.batch === null) return <>{t('summary.noFile')}</>
  return (
    <Link to={paths.scbBatch(month.batch.batchId)} aria-label={t('summary.fileNumber', { number: month.batch.number })}>
      {formatMinutes(month.batchMinutes)}
    </Link>
  )
}

function Check({ month }: { month: SummaryMonth }) {
  const t = useOfficeT('papers')
  const told = (remark: SummaryRemark): string => {
    const time = formatMinutes
    if (remark.kind === 'ledger')
      return t('summary.ledgerDiffers', { rows: time(remark.rows), month: time(remark.month) })
    if (remark.kind === 'file') return t('summary.fileDiffers', { rows: time(remark.rows), file: time(remark.file) })
    if (remark.kind === 'left-out') return t('summary.leftOut', { minutes: time(remark.minutes) })
    return t('summary.late', { minutes: time(remark.minutes) })
  }
  const words = month.remarks.map(told).join(', ')
  if (!month.agrees) return <strong>{t('summary.differs', { what: words })}</strong>
  return <>{words === '' ? t('summary.agrees') : `${t('summary.agrees')}. ${words}.`}</>
}

function Files({ page: { project, period } }: { page: SummaryPage }) {
  const t = useOfficeT('papers')
  return (
    <Section title={t('summary.download')}>
      <p className="small">{t('summary.downloadText')}</p>
      <Row>
        {(['csv', 'xlsx', 'pdf'] as const).map((form) => (
          <ButtonLink key={form} to={paths.summaryFile(project.diarienr, form, period.key)} variant="quiet" document>
            {t(`summary.${form}`)}
          </ButtonLink>
        ))}
        <ButtonLink to={paths.projectPaper(project.diarienr)} variant="quiet" document>
          {t('project.fetch')}
        </ButtonLink>
      </Row>
    </Section>
  )
}
