import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { formatDay, formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, EmptyState, Page, PageHeader } from '~/shared/ui'
import type { LectureCard } from '../model'
import styles from './catalogue.module.css'

export type ListedLecture = Pick<
  LectureCard,
  'slug' | 'title' | 'summary' | 'minutes' | 'themes' | 'posterPath' | 'recordedOn' | 'speaker'
>

export function LectureList({ lectures }: { lectures: ListedLecture[] }) {
  const t = useT('catalogue')
  const common = useT('common')
  return (
    <Page width="wide">
      <PageHeader title={t('lectures')} lead={t('lecturesLead')} />
      {lectures.length === 0 ? (
        <EmptyState
          title={t('lecturesEmptyTitle')}
          action={<ButtonLink to={paths.courses()}>{t('courses')}</ButtonLink>}
        />
      ) : (
        <>
          <p className={styles['bar']}>{t('lecturesShown', { count: lectures.length })}</p>
          <ul className={styles['cards']}>
            {lectures.map((lecture, index) => (
              <li key={lecture.slug} className={styles['card']}>
                <img
                  className={styles['cover']}
                  src={lecture.posterPath}
                  alt=""
                  width={1280}
                  height={720}
                  loading={index < 2 ? 'eager' : 'lazy'}
                />
                <div className={styles['text']}>
                  <h2>
                    <Link to={paths.lecture(lecture.slug)} prefetch="intent">
                      {lecture.title}
                    </Link>
                  </h2>
                  <p className="small">{lecture.summary}</p>
                  <div className="row">
                    {lecture.themes.map((theme) => (
                      <Badge key={theme}>{common(`themes.${theme}`)}</Badge>
                    ))}
                  </div>
                  <div className={styles['meta']}>
                    <span>{t('withCheck', { time: formatMinutes(lecture.minutes) })}</span>
                    <span>{t('recorded', { day: formatDay(lecture.recordedOn) })}</span>
                    <span>{t('spokenBy', { speaker: lecture.speaker })}</span>
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
