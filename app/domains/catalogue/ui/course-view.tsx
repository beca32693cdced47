import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatDay, formatMinutes } from '~/shared/dates'
import { DocumentView } from '~/shared/editor/document-view'
import { type Language, pick } from '~/shared/language'
import { SaveOffline } from '~/shared/offline/save-offline'
import { paths } from '~/shared/paths'
import { Badge, Button, ButtonLink, Card, Facts, Grid, Notice, Page, PageHeader, Progress, Section } from '~/shared/ui'
import type { Course, Source } from '../model'
import { byModule } from '../rules'
import styles from './catalogue.module.css'
import { useLevelName } from './course-card'
import { CourseNews, type CourseNewsContent } from './course-news'

/** How the signed-in person stands to the course. */
export interface OwnProgress {
  done: number
  total: number
  minutesLeft: number
  finishedOn: string | null
  next: { slug: string; title: string } | null
  doneLessons: string[]
}

export interface CoursePage {
  course: Omit<Course, 'publishedAt' | 'retiredAt'> & { publishedOn: string; retired: boolean }
  names: { code: string; name: { sv: string; en: string } }[]
  signedIn: boolean
  /** Tells one person's copies on a shared device from another's; null for somebody who does not take the course. */
  savesAs: string | null
  /** Editors and course leaders are led on to how the questions work. */
  keepsQuestions: boolean
  progress: OwnProgress | null
  /** In the preview of a draft: lessons lead to their previews, and nothing can be begun. */
  preview?: { language: Language }
  /** What is new since the person was told, and the version that is kept instead; null when there is nothing to tell. */
  news?: CourseNewsContent | null
  /** Whether the reader may edit the course. */
  mayEdit?: boolean
}

function Start({ page }: { page: CoursePage }) {
  const t = useT('catalogue')
  const { course, progress } = page
  if (!page.signedIn) {
    return (
      <>
        <p>
          <ButtonLink to={paths.signIn(paths.course(course.slug))}>{t('signInToStart')}</ButtonLink>
        </p>
        <p className="small">{t('startHint')}</p>
      </>
    )
  }
  if (progress === null) {
    return (
      <>
        <Form method="post">
          <Button>{t('enrol')}</Button>
        </Form>
        <p className="small">{t('startHint')}</p>
      </>
    )
  }
  const label = t('progress', { done: progress.done, total: progress.total })
  const first = course.lessons[0]
  return (
    <>
      <Progress value={progress.done} max={progress.total} label={label} />
      <p className="small">
        {label}
        {progress.minutesLeft > 0 && ` · ${t('left', { time: formatMinutes(progress.minutesLeft) })}`}
      </p>
      {progress.finishedOn !== null && <p>{t('finished', { day: progress.finishedOn })}</p>}
      {progress.next !== null ? (
        <p>
          <ButtonLink to={paths.lesson(course.slug, progress.next.slug)}>
            {t('continue', { lesson: progress.next.title })}
          </ButtonLink>
        </p>
      ) : (
        <div className="row">
          <ButtonLink to={paths.certificates()}>{t('seeCertificates')}</ButtonLink>
          {first !== undefined && (
            <ButtonLink to={paths.lesson(course.slug, first.slug)} variant="quiet">
              {t('again')}
            </ButtonLink>
          )}
        </div>
      )}
    </>
  )
}

function LessonName({ page, lesson }: { page: CoursePage; lesson: Course['lessons'][number] }) {
  const { course, progress, preview } = page
  if (preview !== undefined) {
    const query = preview.language === course.language ? '' : `?sprak=${preview.language}`
    return <Link to={paths.draftPreviewLesson(course.slug, lesson.slug, query)}>{lesson.title}</Link>
  }
  if (progress === null) return <span>{lesson.title}</span>
  return <Link to={paths.lesson(course.slug, lesson.slug)}>{lesson.title}</Link>
}

function Contents({ page }: { page: CoursePage }) {
  const t = useT('catalogue')
  const { course, progress } = page
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
          {group.module !== null && <h3>{group.module}</h3>}
          <ol className={styles['lessons']}>
            {group.lessons.map((lesson) => (
              <li key={lesson.slug}>
                <span className={styles['number']} aria-hidden="true">
                  {course.lessons.indexOf(lesson) + 1}
                </span>
                <LessonName page={page} lesson={lesson} />
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

function Counts({ page }: { page: CoursePage }) {
  const t = useT('catalogue')
  const language = useLanguage()
  const levelName = useLevelName()
  const names = new Map(page.names.map(({ code, name }) => [code, pick(name, language)]))
  return (
    <Card as="section">
      <h2>{t('countsTitle')}</h2>
      <p className="small">{t('counts')}</p>
      <ul className={styles['counts']}>
        {page.course.competences.map(({ code, level, weight }) => (
          <li key={code}>
            <b>
              {code} {names.get(code)}
            </b>
            <br />
            <span className="small">
              {levelName(level)}, {weight >= 1 ? t('full') : t('partial', { percent: Math.round(weight * 100) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function SourceList({ sources }: { sources: Source[] }) {
  return (
    <ul className={styles['sources']}>
      {sources.map(({ title, publisher, url, year }) => (
        <li key={url + title}>
          <a href={url} rel="noopener noreferrer">
            {title}
          </a>
          . {publisher}
          {year === undefined ? '' : `, ${year}`}.
        </li>
      ))}
    </ul>
  )
}

function CourseFacts({ page }: { page: CoursePage }): ReactNode {
  const t = useT('catalogue')
  const common = useT('common')
  const levelName = useLevelName()
  const { course } = page
  return (
    <Card as="section">
      <h2>{t('facts')}</h2>
      <Facts
        items={[
          { label: t('time'), value: formatMinutes(course.nominalMinutes) },
          { label: t('levelName'), value: levelName(course.level) },
          { label: t('audience'), value: course.audiences.map((each) => common(`jobs.${each}`)).join(', ') },
          {
            label: t('schoolForms'),
            value: course.schoolForms.map((each) => common(`schoolForms.${each}`)).join(', '),
          },
          { label: t('certificate'), value: t(course.assessed ? 'certificateAssessed' : 'certificatePlain') },
          { label: t('languageName'), value: t(course.language === 'en' ? 'languages.en' : 'languages.sv') },
          { label: t('licence'), value: course.licence },
          {
            label: t('revision'),
            value: t('revisionValue', { revision: course.revision, day: formatDay(course.publishedOn) }),
          },
        ]}
      />
    </Card>
  )
}

/** A course before, during and after: what it gives, what is in it, and the next step. */
export function CourseView({ page }: { page: CoursePage }) {
  const t = useT('catalogue')
  const levelName = useLevelName()
  const { course } = page
  const form = t(course.form === 'kort-kurs' ? 'kort-kurs' : 'kurs')
  return (
    <Page width="wide">
      <PageHeader
        title={course.title}
        lead={course.summary}
        eyebrow={`${form} · ${formatMinutes(course.nominalMinutes)} · ${levelName(course.level)}`}
        breadcrumbs={
          page.preview === undefined ? [{ label: t('courses'), to: paths.courses() }, { label: course.title }] : []
        }
        actions={
          page.mayEdit === true && (
            <Form method="post">
              <Button variant="quiet" name="intent" value="edit">
                {t('edit')}
              </Button>
            </Form>
          )
        }
      />
      {course.retired && <Notice tone="lichen">{t('retired')}</Notice>}
      {page.news !== undefined && page.news !== null && <CourseNews news={page.news} />}
      {page.preview === undefined && (
        <div className={styles['start']}>
          <Start page={page} />
          {page.savesAs !== null && <SaveOffline viewerKey={page.savesAs} course={course} lessons={course.lessons} />}
        </div>
      )}
      <Grid columns="main">
        <div>
          {course.coverPath !== null && (
            <img
              className={styles['hero']}
              src={course.coverPath}
              alt={course.coverAlt ?? ''}
              width={960}
              height={540}
            />
          )}
          <div className="section">
            <DocumentView document={course.description} />
          </div>
          <Section title={t('outcomes')}>
            <ul className={styles['outcomes']}>
              {course.outcomes.map((outcome) => (
                <li key={outcome}>{outcome}</li>
              ))}
            </ul>
          </Section>
          <Contents page={page} />
          <Section title={t('sources')}>
            <SourceList sources={course.sources} />
          </Section>
        </div>
        <div className={styles['aside']}>
          <Counts page={page} />
          <CourseFacts page={page} />
          {page.keepsQuestions && (
            <p>
              <Link to={paths.questionStatistics(course.slug)}>{t('questionStatistics')}</Link>
            </p>
          )}
        </div>
      </Grid>
    </Page>
  )
}
