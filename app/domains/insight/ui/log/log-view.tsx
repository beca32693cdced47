import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDateTime, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { DataTable, Page, PageHeader, Row, Stack } from '~/shared/ui'
import { type LogPage, logSubjects } from '../../log/page'
import styles from './log.module.css'

type Event = LogPage['events'][number]

/** The audit log of a project, or of one thing in it, as auditors and the office read it. */
export function LogView({ page }: { page: LogPage }) {
  const t = useOfficeT('bundle')
  const language = useLanguage()
  const { project, of, events, earlier } = page
  const { diarienr } = project
  const words =
    of === null
      ? null
      : t(`log.of.${of.kind}`, {
          name: of.kind === 'person' ? of.name : '',
          month: of.kind === 'month' ? formatMonth(of.month, language) : '',
        })
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: project.name, to: paths.project(diarienr) }, { label: t('log.title') }]}
        title={t('log.title')}
        lead={t('log.lead', project)}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={diarienr} current="evidence" />
        {words !== null && (
          <Row>
            <strong>{words}</strong>
            <Link to={paths.projectLog(diarienr)}>{t('log.all')}</Link>
          </Row>
        )}
        {events.length === 0 ? <p>{t('log.none')}</p> : <Events events={events} diarienr={diarienr} />}
        {earlier !== null && (
          <p>
            <Link to={paths.projectLog(diarienr, earlier)}>{t('log.earlier')}</Link>
          </p>
        )}
      </Stack>
    </Page>
  )
}

function Events({ events, diarienr }: { events: Event[]; diarienr: string }) {
  const t = useOfficeT('bundle')
  return (
    <DataTable caption={t('log.caption')}>
      <thead>
        <tr>
          {(['at', 'by', 'event', 'about', 'reason', 'detail'] as const).map((heading) => (
            <th key={heading} scope="col">
              {t(`log.${heading}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <th scope="row" className={styles['at']}>
              {formatDateTime(event.at)}
            </th>
            <td>{event.actor ?? '–'}</td>
            <td>
              <code>{event.action}</code>
            </td>
            <td>
              <Subject event={event} diarienr={diarienr} />
            </td>
            <td>{event.reason ?? ''}</td>
            <td>
              <code className={styles['detail']}>{event.detail === '{}' ? '' : event.detail}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Subject({ event, diarienr }: { event: Event; diarienr: string }) {
  const t = useOfficeT('bundle')
  const { subjectKind, subjectId, about } = event
  const kind = logSubjects.find((one) => one === subjectKind)
  const words = kind === undefined ? subjectKind : t(`log.subject.${kind}`)
  const to = addressOf(subjectKind, subjectId, diarienr)
  return (
    <>
      {to === undefined ? words : <Link to={to}>{words}</Link>}
      {about !== null && `, ${about}`}
    </>
  )
}

function addressOf(kind: string, id: string, diarienr: string): string | undefined {
  switch (kind) {
    case 'participation':
      return paths.participant(id)
    case 'time-entry':
      return paths.ledgerLine(id)
    case 'export-batch':
      return paths.scbBatch(id)
    case 'meeting':
      return paths.attendance(id)
    case 'project-month':
      return paths.month(diarienr, id.split('/')[1] ?? '')
    case 'project':
      return paths.project(diarienr)
    default:
      return undefined
  }
}
