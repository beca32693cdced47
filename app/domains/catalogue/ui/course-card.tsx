import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge } from '~/shared/ui'
import type { CourseCard } from '../model'
import styles from './catalogue.module.css'

export type ListedCourse = Pick<
  CourseCard,
  'slug' | 'title' | 'summary' | 'level' | 'nominalMinutes' | 'themes' | 'lessonCount' | 'coverPath'
>

/** `Nivå 2: Tillämpar`. */
export function useLevelName(): (level: number) => string {
  const t = useT('catalogue')
  const common = useT('common')
  return (level) => t('level', { level, name: common(`level.${level}` as 'level.1') })
}

/** A course in a list. The picture says nothing that the words do not, so it is silent to a screen reader. */
export function CourseCardView({ course, eager = false }: { course: ListedCourse; eager?: boolean }) {
  const t = useT('catalogue')
  const common = useT('common')
  const levelName = useLevelName()
  return (
    <li className={styles['card']}>
      {course.coverPath !== null && (
        <img
          className={styles['cover']}
          src={course.coverPath}
          alt=""
          width={960}
          height={540}
          loading={eager ? 'eager' : 'lazy'}
        />
      )}
      <div className={styles['text']}>
        <h2>
          <Link to={paths.course(course.slug)} prefetch="intent">
            {course.title}
          </Link>
        </h2>
        <p className="small">{course.summary}</p>
        <div className="row">
          {course.themes.map((theme) => (
            <Badge key={theme}>{common(`themes.${theme}`)}</Badge>
          ))}
        </div>
        <div className={styles['meta']}>
          <span>{formatMinutes(course.nominalMinutes)}</span>
          <span>{levelName(course.level)}</span>
          <span>{t('lessons', { count: course.lessonCount })}</span>
        </div>
      </div>
    </li>
  )
}
