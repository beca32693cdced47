import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, Notice, Page, PageHeader, Progress, Section } from '~/shared/ui'
import type { PathProgress } from '../../path/rules'
import styles from '../catalogue.module.css'

export interface PathPage {
  slug: string
  title: string
  summary: string
  minutes: number
  isPublished: boolean
  mayEdit: boolean
  parts: {
    title: string
    need: number
    isChoice: boolean
    /** Without a name: the reader may not see the course. */
    courses: { slug: string | null; title: string | null; minutes: number; isDone: boolean }[]
  }[]
  /** Null to visitors. */
  progress: (Omit<PathProgress, 'next'> & { next: { slug: string; title: string } | null }) | null
}

function Own({ progress }: { progress: NonNullable<PathPage['progress']> }) {
  const t = useT('catalogue')
  const label = t('path.progress', { done: progress.done, total: progress.total })
  return (
    <div className={styles['start']}>
      <Progress value={progress.done} max={progress.total} label={label} />
      <p className="small">{label}</p>
      {progress.isDone && <p>{t('path.finishedText')}</p>}
      {progress.next !== null && (
        <p>
          <ButtonLink to={paths.course(progress.next.slug)}>
            {t('path.next', { course: progress.next.title })}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

/** A path: its parts in order with their courses, and how far the reader has come. */
export function PathView({ page }: { page: PathPage }) {
  const t = useT('catalogue')
  const { progress } = page
  return (
    <Page>
      <PageHeader
        title={page.title}
        lead={page.summary}
        eyebrow={`${t('path.one')} · ${t('path.atLeast', { time: formatMinutes(page.minutes) })}`}
        breadcrumbs={[{ label: t('path.title'), to: paths.learningPaths() }, { label: page.title }]}
        actions={
          page.mayEdit && (
            <ButtonLink variant="quiet" to={paths.authorPath(page.slug)}>
              {t('path.edit')}
            </ButtonLink>
          )
        }
      />
      {!page.isPublished && <Notice tone="lichen">{t('path.draft')}</Notice>}
      {progress !== null && <Own progress={progress} />}
      {page.parts.map((part, index) => (
        <Section
          key={index}
          title={part.title}
          actions={
            progress?.parts[index]?.isDone === true ? (
              <Badge tone="ok">{t('done')}</Badge>
            ) : (
              <span className="small">
                {part.isChoice
                  ? t('path.choice', { need: part.need, count: part.courses.length })
                  : t('path.all', { count: part.courses.length })}
              </span>
            )
          }
        >
          <ul className={styles['requirements']}>
            {part.courses.map((course, position) => (
              <li key={position}>
                {course.slug === null ? (
                  <span>{t('entry.closedCourse')}</span>
                ) : (
                  <Link to={paths.course(course.slug)}>{course.title}</Link>
                )}
                <span className="small">{formatMinutes(course.minutes)}</span>
                {course.isDone && <Badge tone="ok">{t('done')}</Badge>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}
