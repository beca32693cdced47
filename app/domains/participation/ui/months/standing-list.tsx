import { Form, Link, useSearchParams } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDay, formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  DataTable,
  FacetGroup,
  Grid,
  Row,
  Section,
  SelectField,
  Stack,
  TextArea,
  TextField,
  VisuallyHidden,
} from '~/shared/ui'
import {
  type ClosingFilter,
  type ClosingPage,
  type MonthAnswer,
  monthFilterChoices,
  type ShownStanding,
  writeClosingFilter,
} from '../../months/closing-page'
import styles from './lines.module.css'
import { MonthBadge } from './month-badge'

const addressOf = ({ project, month, filter }: ClosingPage, change: Partial<ClosingFilter> = {}) =>
  paths.month(project.diarienr, month, writeClosingFilter(filter, change))

/** The person-months of the month: found by state, partner and name, attested or given back together. */
export function StandingList({ page, answer }: { page: ClosingPage; answer: MonthAnswer | undefined }) {
  const t = useOfficeT('closing')
  const [query] = useSearchParams()
  const { counts, filter, standing, mayLock } = page
  const acts = mayLock && standing.state === 'oppen' && page.rows.some(canBeChosen)
  return (
    <Section title={t('list.title', { count: counts.found })}>
      <Stack>
        <Filter page={page} />
        {acts ? (
          <Form method="post" key={`${writeClosingFilter(filter)} ${query.get('valj') ?? ''}`}>
            <Stack>
              <Table page={page} acts answer={answer} />
              <Pages page={page} />
              <Acts answer={answer} />
            </Stack>
          </Form>
        ) : (
          <>
            <Table page={page} acts={false} answer={answer} />
            <Pages page={page} />
          </>
        )}
      </Stack>
    </Section>
  )
}

const canBeChosen = (row: ShownStanding) => row.state === 'signerad' || row.state === 'attesterad'

function Filter({ page }: { page: ClosingPage }) {
  const t = useOfficeT('closing')
  const { counts, filter, partners } = page
  return (
    <Stack>
      <FacetGroup
        legend={t('list.state')}
        items={monthFilterChoices
          .filter((choice) => counts[choice] > 0 || choice === filter.state)
          .map((choice) => ({
            label: t(`list.states.${choice}`),
            count: counts[choice],
            to: addressOf(page, { state: filter.state === choice ? null : choice }),
            active: filter.state === choice,
          }))}
      />
      <Form method="get" key={writeClosingFilter(filter)}>
        {filter.state !== null && <input type="hidden" name="lage" value={filter.state} />}
        <Grid columns={2}>
          <TextField label={t('list.search')} name="sok" type="search" defaultValue={filter.search} maxLength={100} />
          <SelectField
            label={t('list.partner')}
            name="partner"
            defaultValue={filter.partner ?? ''}
            options={[
              { value: '', label: t('list.all') },
              ...partners.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
        </Grid>
        <Row>
          <Button variant="quiet">{t('list.apply')}</Button>
          {writeClosingFilter(filter) !== '' && (
            <Link to={paths.month(page.project.diarienr, page.month)}>{t('list.clear')}</Link>
          )}
        </Row>
      </Form>
    </Stack>
  )
}

function Table({ page, acts, answer }: { page: ClosingPage; acts: boolean; answer: MonthAnswer | undefined }) {
  const t = useOfficeT('closing')
  const [query] = useSearchParams()
  const all = query.get('valj') === 'alla'
  const chosen = new Set(answer?.chosen ?? [])
  const choose = addressOf(page)
  return (
    <>
      {acts && (
        <p>
          <Link to={all ? choose : `${choose}${choose.includes('?') ? '&' : '?'}valj=alla`} preventScrollReset>
            {t(all ? 'list.chooseNone' : 'list.chooseAll')}
          </Link>
        </p>
      )}
      <DataTable caption={t('list.caption')}>
        <thead>
          <tr>
            {acts && <th scope="col">{t('list.choose')}</th>}
            <th scope="col">{t('list.name')}</th>
            <th scope="col">{t('list.partner')}</th>
            <th scope="col">{t('months.state')}</th>
            <th scope="col" className="number">
              {t('month.hours')}
            </th>
            <th scope="col" className="number">
              {t('list.reportable')}
            </th>
            <th scope="col">{t('list.signed')}</th>
            <th scope="col">{t('list.attested')}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.length === 0 && (
            <tr>
              <td colSpan={acts ? 8 : 7}>{t('list.none')}</td>
            </tr>
          )}
          {page.rows.map((row) => (
            <tr key={row.key}>
              {acts && (
                <td>
                  {canBeChosen(row) && (
                    <label>
                      <VisuallyHidden>{t('list.chooseOne', { name: row.name })}</VisuallyHidden>
                      <input
                        type="checkbox"
                        className={styles.choice}
                        name="key"
                        value={row.key}
                        defaultChecked={(all && row.state === 'signerad') || chosen.has(row.key)}
                      />
                    </label>
                  )}
                </td>
              )}
              <Cells page={page} row={row} />
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  )
}

function Cells({ page, row }: { page: ClosingPage; row: ShownStanding }) {
  const t = useOfficeT('closing')
  const months = useOfficeT('months')
  return (
    <>
      <th scope="row">
        <Link to={paths.month(page.project.diarienr, page.month, `?post=${row.participationId}`)}>{row.name}</Link>
        {row.isProtected && (
          <div>
            <Badge tone="granite">{t('list.protected')}</Badge>
          </div>
        )}
      </th>
      <td>{row.partner ?? '–'}</td>
      <td>
        <MonthBadge state={row.state} />
        {row.lateMinutes !== 0 && (
          <div>
            <Badge tone="lichen">{t('list.late', { time: formatMinutes(row.lateMinutes) })}</Badge>
          </div>
        )}
        {row.returnReason !== null && <div className="small">{t('list.returned', { reason: row.returnReason })}</div>}
      </td>
      <td className="number">{formatMinutes(row.minutes)}</td>
      <td className="number">{formatMinutes(row.reportableMinutes)}</td>
      <td>{row.signedAt === null ? '–' : formatDay(row.signedAt)}</td>
      <td>
        {row.attestedAt === null ? '–' : formatDay(row.attestedAt)}
        {row.attestedMethod !== null && (
          <div className="small">
            {row.attestedBy}, {months(`method.${row.attestedMethod}`)}
          </div>
        )}
      </td>
    </>
  )
}

function Acts({ answer }: { answer: MonthAnswer | undefined }) {
  const t = useOfficeT('closing')
  return (
    <Stack>
      {answer?.errors['key'] !== undefined && (
        <p className="field-error" id="field-key">
          {answer.errors['key']}
        </p>
      )}
      <TextArea
        label={t('acts.reason')}
        hint={t('acts.hint')}
        name="reason"
        rows={3}
        maxLength={500}
        defaultValue={answer?.errors['reopenReason'] === undefined ? (answer?.reason ?? '') : ''}
        error={answer?.errors['reason']}
      />
      <Row>
        <Button name="intent" value="attest">
          {t('acts.attest')}
        </Button>
        <Button variant="quiet" name="intent" value="return">
          {t('acts.return')}
        </Button>
      </Row>
    </Stack>
  )
}

function Pages({ page }: { page: ClosingPage }) {
  const t = useOfficeT('closing')
  const { pages, filter } = page
  if (pages <= 1) return null
  return (
    <nav aria-label={t('list.pages')}>
      <Row>
        {filter.page > 1 && <Link to={addressOf(page, { page: filter.page - 1 })}>{t('list.previous')}</Link>}
        <span>{t('list.where', { page: filter.page, pages })}</span>
        {filter.page < pages && <Link to={addressOf(page, { page: filter.page + 1 })}>{t('list.next')}</Link>}
      </Row>
    </nav>
  )
}
