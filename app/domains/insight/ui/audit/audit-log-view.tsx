import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Button,
  DataTable,
  EmptyState,
  Grid,
  Page,
  PageHeader,
  Row,
  Section,
  SelectField,
  Stack,
  TextField,
} from '~/shared/ui'
import { writeAuditFilter } from '../../audit/filter'
import { type AuditFilter, auditGroups, type AuditLine } from '../../audit/model'

export interface AuditLogPage {
  filter: AuditFilter
  lines: AuditLine[]
  /** Older events than those of the page fit the choice too. */
  more: boolean
}

/** Where an event can be followed further; undefined where nothing stands behind it. */
function addressOf({ subjectKind, subjectId }: AuditLine): string | undefined {
  switch (subjectKind) {
    case 'participation':
      return paths.participant(subjectId)
    case 'time-entry':
      return paths.ledgerLine(subjectId)
    case 'export-batch':
      return paths.scbBatch(subjectId)
    case 'meeting':
      return paths.attendance(subjectId)
    default:
      return undefined
  }
}

/** The log of what has been done in the projects: who, when, what and why, the newest first. */
export function AuditLogView({ page }: { page: AuditLogPage }) {
  const t = useOfficeT('auditLog')
  const project = useOfficeT('project')
  const { filter, lines, more } = page
  const last = lines.at(-1)
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: project('title'), to: paths.project() }, { label: t('title') }]}
        title={t('title')}
        lead={t('lead')}
      />
      <Stack gap="l">
        <Section title={t('filter.title')}>
          <Filter filter={filter} />
        </Section>
        {lines.length === 0 ? (
          <EmptyState title={t('none.title')}>
            <p>{t('none.text')}</p>
          </EmptyState>
        ) : (
          <Lines lines={lines} />
        )}
        <Row>
          {filter.before !== null && (
            <Link to={paths.auditLog(writeAuditFilter(filter, { before: null }))}>{t('newest')}</Link>
          )}
          {more && last !== undefined && (
            <Link to={paths.auditLog(writeAuditFilter(filter, { before: last.auditEventId }))}>{t('older')}</Link>
          )}
        </Row>
      </Stack>
    </Page>
  )
}

function Filter({ filter }: { filter: AuditFilter }) {
  const t = useOfficeT('auditLog')
  const chosen = writeAuditFilter(filter, { before: null })
  return (
    <Form method="get" key={chosen} className="stack">
      <Grid columns={2}>
        <SelectField
          label={t('filter.group')}
          name="slag"
          defaultValue={filter.group ?? ''}
          options={[
            { value: '', label: t('filter.all') },
            ...auditGroups.map((group) => ({ value: group, label: t(`groups.${group}`) })),
          ]}
        />
        <TextField label={t('filter.actor')} name="vem" type="search" defaultValue={filter.actor} maxLength={80} />
        <TextField label={t('filter.from')} name="fran" type="date" defaultValue={filter.from} />
        <TextField label={t('filter.to')} name="till" type="date" defaultValue={filter.to} />
      </Grid>
      <Row>
        <Button variant="quiet">{t('filter.apply')}</Button>
        {chosen !== '' && <Link to={paths.auditLog()}>{t('filter.clear')}</Link>}
      </Row>
    </Form>
  )
}

function Lines({ lines }: { lines: readonly AuditLine[] }) {
  const t = useOfficeT('auditLog')
  return (
    <DataTable caption={t('table.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('table.when')}</th>
          <th scope="col">{t('table.what')}</th>
          <th scope="col">{t('table.who')}</th>
          <th scope="col">{t('table.about')}</th>
          <th scope="col">{t('table.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const to = addressOf(line)
          const about = line.subject ?? '–'
          return (
            <tr key={line.auditEventId}>
              <td>{formatDateTime(line.happenedAt)}</td>
              <th scope="row">{t(`actions.${line.action}`)}</th>
              <td>{line.actor ?? t('table.portal')}</td>
              <td>{to === undefined || line.subject === null ? about : <Link to={to}>{about}</Link>}</td>
              <td>{line.reason ?? ''}</td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
