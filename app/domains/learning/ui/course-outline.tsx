import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { byModule } from '~/domains/catalogue'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { Progress } from '~/shared/ui'
import type { LessonPage } from '../lesson-page'
import type { LessonState } from '../model'
import { lessonAddress } from './lesson-address'
import styles from './lesson.module.css'

function stateOf(lesson: LessonState): 'done' | 'started' | 'open' {
  if (lesson.finishedAt !== null) return 'done'
  return lesson.visitedAt === null ? 'open' : 'started'
}

function Lesson({ page, lesson }: { page: LessonPage; lesson: LessonState }) {
  const t = useT('lesson')
  const state = stateOf(lesson)
  return (
    <li data-state={state}>
      <Link to={lessonAddress(page, lesson.slug)} aria-current={lesson.lessonId === page.lessonId ? 'page' : undefined}>
        <span>{lesson.title}</span>
        <span className="xsmall">
          {t(`kind.${lesson.kind}`)}, {formatMinutes(lesson.minutes)}
          {page.enrolled && ` · ${t(`outline.state.${state}`)}`}
        </span>
      </Link>
    </li>
  )
}

function Lessons({ page }: { page: LessonPage }) {
  return byModule(page.outline).map((group) => (
    <Fragment key={group.lessons[0]?.lessonId}>
      {group.module !== null && <p className={styles['module']}>{group.module}</p>}
      <ol className={styles['outline']}>
        {group.lessons.map((lesson) => (
          <Lesson key={lesson.lessonId} page={page} lesson={lesson} />
        ))}
      </ol>
    </Fragment>
  ))
}

/** The lessons of the course with their states; folded on a narrow screen, beside the lesson on a wide one. */
export function CourseOutline({ page }: { page: LessonPage }) {
  const t = useT('lesson')
  const total = page.outline.length
  const progress = t('outline.progress', { done: page.done, total })
  const heading = (
    <>
      <span className={styles['outlineTitle']}>{t('outline.title')}</span>
      {page.enrolled && <span className="small">{progress}</span>}
    </>
  )
  return (
    <nav className={styles['aside']} aria-label={t('outline.title')}>
      <details className={styles['folded']}>
        <summary>{heading}</summary>
        <Lessons page={page} />
      </details>
      <div className={styles['unfolded']}>
        <div className={styles['outlineHead']}>
          {heading}
          {page.enrolled && <Progress value={page.done} max={total} label={progress} />}
        </div>
        <Lessons page={page} />
      </div>
    </nav>
  )
}
