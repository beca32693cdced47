import { Form, Link, useSearchParams } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDay, formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  ButtonLink,
  EmptyState,
  FacetGroup,
  FormErrorSummary,
  Page,
  PageHeader,
  Section,
  Stack,
  TextArea,
} from '~/shared/ui'
import type { ShownWork } from '../../months/work-page'
import { FindingText } from './month-lines'
import styles from './lines.module.css'

export interface AttestPage {
  items: ShownWork[]
  counts: { diarienr: string; projectName: string; month: string; count: number }[]
  filter: { diarienr: string | null; month: string | null }
  /** More wait than are shown. */
  more: number
}

export interface AttestAnswer {
  errors: Record<string, string>
  reason: string
  chosen: string[]
}

/** The work list of a principal or coordinator: signed months, with what to look at, attested together. */
export function AttestView({ page, answer }: { page: AttestPage; answer: AttestAnswer | undefined }) {
  const t = useOfficeT('attest')
  const filtered = page.filter.diarienr !== null || page.filter.month !== null
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="l">
        {page.counts.length > 0 && <Filter page={page} />}
        {page.items.length === 0 ? (
          <EmptyState
            title={t('empty.title')}
            action={filtered ? <ButtonLink to={paths.attest()}>{t('empty.all')}</ButtonLink> : undefined}
          >
            <p>{t(filtered ? 'empty.filtered' : 'empty.text')}</p>
          </EmptyState>
        ) : (
          <WorkForm page={page} answer={answer} />
        )}
      </Stack>
    </Page>
  )
}

function queryOf(diarienr: string | null, month: string | null): string {
  const query = new URLSearchParams()
  if (diarienr !== null) query.set('projekt', diarienr)
  if (month !== null) query.set('manad', month)
  return query.size === 0 ? '' : `?${query.toString()}`
}

function Filter({ page }: { page: AttestPage }) {
  const t = useOfficeT('attest')
  const language = useLanguage()
  const { counts, filter } = page
  const projects = new Map(counts.map((one) => [one.diarienr, one.projectName]))
  const months = [...new Set(counts.map((one) => one.month))]
  const sumOf = (keep: (one: AttestPage['counts'][number]) => boolean) =>
    counts.filter(keep).reduce((sum, one) => sum + one.count, 0)
  return (
    <div className="grid grid-2">
      {projects.size > 1 && (
        <FacetGroup
          level={2}
          legend={t('filter.project')}
          items={[...projects].map(([diarienr, label]) => ({
            label,
            count: sumOf((one) => one.diarienr === diarienr),
            to: paths.attest(queryOf(filter.diarienr === diarienr ? null : diarienr, filter.month)),
            active: filter.diarienr === diarienr,
          }))}
        />
      )}
      <FacetGroup
        level={2}
        legend={t('filter.month')}
        items={months.map((month) => ({
          label: formatMonth(month, language),
          count: sumOf((one) => one.month === month && (filter.diarienr === null || one.diarienr === filter.diarienr)),
          to: paths.attest(queryOf(filter.diarienr, filter.month === month ? null : month)),
          active: filter.month === month,
        }))}
      />
    </div>
  )
}

function WorkForm({ page, answer }: { page: AttestPage; answer: AttestAnswer | undefined }) {
  const t = useOfficeT('attest')
  const [query] = useSearchParams()
  const all = query.get('valj') === 'alla'
  const chosen = new Set(answer?.chosen ?? [])
  const base = queryOf(page.filter.diarienr, page.filter.month)
  const choose = all ? base : `${base === '' ? '?' : `${base}&`}valj=alla`
  return (
    <Form method="post" key={`${base} ${all}`}>
      <Stack gap="l">
        <FormErrorSummary errors={answer?.errors} />
        <Section
          title={t('list', { count: page.items.length + page.more })}
          actions={
            <Link to={paths.attest(choose)} preventScrollReset>
              {t(all ? 'chooseNone' : 'chooseAll')}
            </Link>
          }
        >
          <ul className="plain-list">
            {page.items.map((item) => (
              <Item key={item.key} item={item} checked={all || chosen.has(item.key)} />
            ))}
          </ul>
          {page.more > 0 && <p className="small">{t('more', { count: page.more })}</p>}
        </Section>
        <div>
          <Button name="intent" value="attest">
            {t('attest')}
          </Button>
          <p className="small">{t('attestHint')}</p>
        </div>
        <Section title={t('return.title')}>
          <Stack>
            <TextArea
              label={t('return.reason')}
              hint={t('return.hint')}
              name="reason"
              rows={3}
              maxLength={500}
              defaultValue={answer?.reason ?? ''}
              error={answer?.errors['reason']}
            />
            <div>
              <Button variant="quiet" name="intent" value="return">
                {t('return.button')}
              </Button>
            </div>
          </Stack>
        </Section>
      </Stack>
    </Form>
  )
}

function Item({ item, checked }: { item: ShownWork; checked: boolean }) {
  const t = useOfficeT('attest')
  const language = useLanguage()
  const id = `field-${item.key}`
  return (
    <li className={styles.line}>
      <div className="row">
        <input type="checkbox" className={styles.choice} id={id} name="key" value={item.key} defaultChecked={checked} />
        <label htmlFor={id} className={styles.what}>
          <strong>{item.name}</strong>, {formatMonth(item.month, language)}
        </label>
        <strong className={styles.nowrap}>{formatMinutes(item.minutes)}</strong>
        {item.findings.length > 0 && <Badge tone="lichen">{t('findings', { count: item.findings.length })}</Badge>}
      </div>
      <div className="small">
        {item.projectName} · {t('signed', { day: formatDay(item.signedAt) })} ·{' '}
        {t('reportable', { time: formatMinutes(item.reportableMinutes) })}
      </div>
      {item.isProtected && <div className="small">{t('protected')}</div>}
      {item.findings.length > 0 && (
        <ul className="small">
          {item.findings.map((finding, index) => (
            <li key={index}>
              <FindingText finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {item.lines.length > 0 && (
        <details>
          <summary>{t('lines', { count: item.lines.length })}</summary>
          <ul className="small">
            {item.lines.map((line) => (
              <li key={line.timeEntryId}>
                {line.workedOn} · {line.title} · {formatMinutes(line.minutes)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
