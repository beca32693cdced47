import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDay } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Button, ButtonLink, EmptyState, Page, PageHeader, Progress, Row, Tabs } from '~/shared/ui'
import { lengthText } from '~/shared/video'
import { type MediaCard, mediaKinds } from '../../media/model'
import { sizeText } from '../../media/rules'
import { addressOfLibrary, type LibraryFilter } from './media-filter'
import styles from './media.module.css'

type Shown = Omit<MediaCard, 'createdAt' | 'changedAt'> & { createdAt: string | Date }

/** What a file looks like: the picture, the film's poster, or its kind in words. */
export function MediaThumb({ item }: { item: Pick<Shown, 'kind' | 'address' | 'posterAddress' | 'state'> }) {
  const t = useOfficeT('media')
  const picture = item.kind === 'picture' && item.state === 'klar' ? item.address : item.posterAddress
  if (picture !== null) return <img className={styles.thumb} src={picture} alt="" loading="lazy" />
  return (
    <div className={styles.blank} aria-hidden="true">
      {t(`kinds.${item.kind}`)}
    </div>
  )
}

export function StateLine({ item }: { item: Pick<Shown, 'title' | 'state' | 'fault' | 'progress'> }) {
  const t = useOfficeT('media')
  if (item.state === 'fel' && item.fault !== null)
    return (
      <>
        <Badge tone="granite">{t('states.fel')}</Badge>
        <p className="small">{t(`faults.${item.fault}`)}</p>
      </>
    )
  if (item.progress === null && item.state === 'klar') return null
  const percent = item.progress ?? 0
  return (
    <>
      <Badge tone="lichen">{t(`states.${item.state === 'klar' ? 'laddas-upp' : item.state}`)}</Badge>
      <Progress value={percent} max={100} label={item.title} />
      <p className="xsmall">{t('progress', { percent })}</p>
    </>
  )
}

function Item({ item }: { item: Shown }) {
  const t = useOfficeT('media')
  const language = useLanguage()
  const facts = [
    t(`kinds.${item.kind}`),
    ...(item.bytes > 0 ? [sizeText(item.bytes, language)] : []),
    ...(item.durationSeconds === null ? [] : [lengthText(item.durationSeconds)]),
    formatDay(new Date(item.createdAt)),
  ]
  return (
    <li className={styles.card}>
      <MediaThumb item={item} />
      <div className={styles.words}>
        <h2 className={styles.cardTitle}>
          <Link to={paths.mediaItem(item.mediaId)}>{item.title}</Link>
        </h2>
        <p className="xsmall">{facts.join(' · ')}</p>
        <p className="xsmall">{item.organisationName}</p>
        <StateLine item={item} />
        {item.state === 'klar' && item.kind === 'picture' && !item.decorative && (item.alt ?? '') === '' && (
          <Badge tone="lichen">{t('needsAlt')}</Badge>
        )}
        <p className="xsmall">{item.uses === 0 ? t('unused') : t('usedIn', { count: item.uses })}</p>
      </div>
    </li>
  )
}

/** The library of the reader's organisations: search, kinds, and one card a file. */
export function MediaListPage({
  filter,
  items,
  total,
  pages,
  organisations,
}: {
  filter: LibraryFilter
  items: Shown[]
  total: number
  pages: number
  organisations: { value: string; label: string }[]
}) {
  const t = useOfficeT('media')
  const isFiltered = filter.q !== '' || filter.kind !== null || filter.organisationId !== null || filter.page > 1
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink to={paths.newMedia()}>{t('upload')}</ButtonLink>}
      />
      <Tabs
        label={t('kind')}
        items={[
          { label: t('all'), to: addressOfLibrary(filter, { kind: null }), active: filter.kind === null },
          ...mediaKinds.map((kind) => ({
            label: t(`kinds.${kind}`),
            to: addressOfLibrary(filter, { kind }),
            active: filter.kind === kind,
          })),
        ]}
      />
      <Form method="get" action={paths.media()} className={styles.search} role="search">
        {filter.kind !== null && <input type="hidden" name="typ" value={filter.kind} />}
        <div className="field">
          <label htmlFor="media-q">{t('search')}</label>
          <input id="media-q" className="input" type="search" name="q" defaultValue={filter.q} key={filter.q} />
        </div>
        {organisations.length > 1 && (
          <div className="field">
            <label htmlFor="media-organisation">{t('organisation')}</label>
            <select
              id="media-organisation"
              className="input"
              name="organisation"
              key={filter.organisationId}
              defaultValue={filter.organisationId ?? ''}
            >
              <option value="">{t('all')}</option>
              {organisations.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )}
        <Button variant="quiet">{t('find')}</Button>
      </Form>
      {items.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? 'noMatch' : 'none')}
          action={
            isFiltered ? (
              <ButtonLink to={paths.media()} variant="quiet">
                {t('clear')}
              </ButtonLink>
            ) : (
              <ButtonLink to={paths.newMedia()}>{t('upload')}</ButtonLink>
            )
          }
        >
          <p>{t(isFiltered ? 'noMatchLead' : 'noneLead')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="small">{t('count', { count: total })}</p>
          <ul className={styles.cards}>
            {items.map((item) => (
              <Item key={item.mediaId} item={item} />
            ))}
          </ul>
        </>
      )}
      {pages > 1 && (
        <nav aria-label={t('pages')}>
          <Row>
            {filter.page > 1 && (
              <Link to={addressOfLibrary(filter, { page: filter.page - 1 })} rel="prev">
                {t('previous')}
              </Link>
            )}
            <span className="small">{t('page', { page: filter.page, of: pages })}</span>
            {filter.page < pages && (
              <Link to={addressOfLibrary(filter, { page: filter.page + 1 })} rel="next">
                {t('next')}
              </Link>
            )}
          </Row>
        </nav>
      )}
    </Page>
  )
}
