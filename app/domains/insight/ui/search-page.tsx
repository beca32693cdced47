import { Form, Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Badge, Button, EmptyState, Notice, Page, PageHeader, Row, Stack, Tabs, TextField } from '~/shared/ui'
import { type Piece, type SearchHit, type SearchKind, type SearchResult, searchKinds } from '../search/model'
import { clockOf } from '../search/rules'
import styles from './search.module.css'

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  )
}

const addressOf: Record<SearchKind, (slug: string) => string> = {
  course: paths.course,
  activity: (slug) => paths.activity(slug),
  lecture: (slug) => paths.lecture(slug),
  example: paths.example,
}

function Hit({ hit }: { hit: SearchHit }) {
  const t = useT('search')
  const where = hit.fields.map((field) =>
    field === 'text' && hit.kind === 'lecture' ? t('spoken') : t(`field.${field}`),
  )
  const fields =
    where.length < 2 ? where.join('') : `${where.slice(0, -1).join(', ')} ${t('and')} ${where.at(-1) ?? ''}`
  return (
    <li className={styles['hit']}>
      <Row>
        <Badge tone={hit.kind === 'example' ? 'lichen' : 'sea'}>{t(`kind.${hit.kind}`)}</Badge>
        {fields !== '' && <span className="xsmall">{t('why', { fields })}</span>}
      </Row>
      <h2 lang="sv">
        <Link to={addressOf[hit.kind](hit.slug)}>
          <Marked pieces={hit.title} />
        </Link>
      </h2>
      {(hit.moments.length === 0 || hit.fields.includes('summary')) && (
        <p className="small" lang="sv">
          <Marked pieces={hit.passage} />
        </p>
      )}
      {hit.moments.length > 0 && (
        <ul className={styles['moments']} aria-label={t('moments')}>
          {hit.moments.map(({ second, passage }) => (
            <li key={second} className="small">
              <Link to={paths.lecture(hit.slug, second)}>{t('moment', { clock: clockOf(second) })}</Link>{' '}
              <span lang="sv">
                <Marked pieces={passage} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Browse() {
  const t = useT('search')
  return (
    <ul className={styles['suggestions']}>
      <li>
        <Link to={paths.courses()}>{t('courses')}</Link>
      </li>
      <li>
        <Link to={paths.calendar()}>{t('activities')}</Link>
      </li>
      <li>
        <Link to={paths.lectures()}>{t('lectures')}</Link>
      </li>
      <li>
        <Link to={paths.examples()}>{t('examples')}</Link>
      </li>
    </ul>
  )
}

function Suggestions() {
  const t = useT('search')
  return (
    <EmptyState title={t('emptyTitle')}>
      <p>{t('emptyText')}</p>
      <ul className={styles['suggestions']} lang="sv">
        {(['one', 'two', 'three', 'four'] as const).map((key) => (
          <li key={key}>
            <Link to={paths.search(t(`suggestions.${key}`))}>{t(`suggestions.${key}`)}</Link>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

function Hits({ query, kind, result }: { query: string; kind: SearchKind | null; result: SearchResult }) {
  const t = useT('search')
  const total = searchKinds.reduce((sum, each) => sum + result.counts[each], 0)
  if (total === 0) {
    return (
      <EmptyState title={t('noneTitle', { query })}>
        <p>{t('noneText')}</p>
        <Browse />
      </EmptyState>
    )
  }
  const shown = kind === null ? total : result.counts[kind]
  const tab = (each: SearchKind | null, label: string, count: number) => ({
    label: t('tab', { label, count }),
    to: each === null ? paths.search(query) : `${paths.search(query)}&typ=${each}`,
    active: kind === each,
  })
  return (
    <Stack>
      {result.corrections.map(({ word, instead }) => (
        <Notice key={word} tone="lichen">
          {t('correction', { word, instead })}
        </Notice>
      ))}
      {result.loose && <Notice tone="lichen">{t('loose')}</Notice>}
      <Tabs
        label={t('kindLabel')}
        items={[
          tab(null, t('all'), total),
          ...searchKinds.map((each) => tab(each, t(`kinds.${each}`), result.counts[each])),
        ]}
      />
      {shown === 0 && <p>{t('noneOfKind')}</p>}
      <ul className={styles['hits']}>
        {result.hits.map((hit) => (
          <Hit key={`${hit.kind}-${hit.slug}`} hit={hit} />
        ))}
      </ul>
      {shown > result.hits.length && <p className="small">{t('more')}</p>}
    </Stack>
  )
}

export function SearchPage({ query, kind, result }: { query: string; kind: SearchKind | null; result: SearchResult }) {
  const t = useT('search')
  const total = searchKinds.reduce((sum, each) => sum + result.counts[each], 0)
  return (
    <Page>
      <PageHeader
        title={query === '' || total === 0 ? t('heading') : t('headingFor', { count: total, query })}
        lead={t('lead')}
      />
      <Form method="get" action={paths.search()} role="search" className={styles['form']}>
        <TextField
          key={query}
          label={t('label')}
          name="q"
          type="search"
          defaultValue={query}
          maxLength={200}
          hint={t('hint')}
        />
        <Button>{t('submit')}</Button>
      </Form>
      {query === '' ? <Suggestions /> : <Hits query={query} kind={kind} result={result} />}
    </Page>
  )
}
