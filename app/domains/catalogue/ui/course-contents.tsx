import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Section } from '~/shared/ui'
import type { Course } from '../model'
import { byModule } from '../rules'
import { ownLanguage } from '../translation'
import styles from './catalogue.module.css'
import type { CoursePage } from './course-page'

function LessonName({ page, lesson }: { page: CoursePage; lesson: Course['lessons'][number] }) {
  const { course, progress, preview } = page
  if (preview !== undefined) {
    const query = preview.language === course.language ? '' : `?sprak=${preview.language}`
    return <Link to={paths.draftPreviewLesson(course.slug, lesson.slug, query)}>{lesson.title}</Link>
  }
  if (progress === null) return <span>{lesson.title}</span>
  return <Link to={paths.lesson(course.slug, lesson.slug)}>{lesson.title}</Link>
}

/** The lessons of a course by module, each with its state to the reader. */
export function Contents({ page }: { page: CoursePage }) {
  const t = useT('catalogue')
  const common = useT('common')
  const { course, progress, reading } = page
  const { missing = [], ownModules = [] } = reading ?? {}
  /** The language of a title, which is that of the page when it has been translated. */
  const langOf = (isTranslated: boolean) => reading && (isTranslated ? reading.shown : ownLanguage(course.language))
  const done = new Set(progress?.doneLessons ?? [])
  return (
    <Section
      title={t('content')}
      actions={
        <span className="small">
          {t('contentSum', {
            lessons: t('lessons', { count: course.lessons.length }),
            time: formatMinutes(course.nominalMinutes),
          })}
        </span>
      }
    >
      {byModule(course.lessons).map((group) => (
        <div key={group.lessons[0]?.slug} className={styles['module']}>
          {group.module !== null && <h3 lang={langOf(!ownModules.includes(group.module))}>{group.module}</h3>}
          <ol className={styles['lessons']}>
            {group.lessons.map((lesson) => (
              <li key={lesson.slug}>
                <span className={styles['number']} aria-hidden="true">
                  {course.lessons.indexOf(lesson) + 1}
                </span>
                <span lang={langOf(!missing.includes(lesson.slug))}>
                  <LessonName page={page} lesson={lesson} />
                </span>
                {missing.includes(lesson.slug) && (
                  <Badge>{common(`reading.only.${ownLanguage(course.language)}`)}</Badge>
                )}
                {done.has(lesson.lessonId) ? <Badge tone="ok">{t('done')}</Badge> : <span />}
                <span className={styles['lessonMeta']}>
                  {t(`kinds.${lesson.kind}`)} · {formatMinutes(lesson.minutes)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Section>
  )
}
