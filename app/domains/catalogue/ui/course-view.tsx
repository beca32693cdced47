import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatDay, formatMinutes } from '~/shared/dates'
import { DocumentView } from '~/shared/editor/document-view'
import { pick } from '~/shared/language'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  Card,
  Facts,
  Grid,
  Notice,
  Page,
  PageHeader,
  Progress,
  ReadingLanguage,
  Section,
} from '~/shared/ui'
import type { Source } from '../model'
import { ownLanguage } from '../translation'
import styles from './catalogue.module.css'
import { useLevelName } from './course-card'
import { CourseContents } from './course-contents'
import { CourseNews } from './course-news'
import type { CoursePage } from './course-page'

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
          {
            label: t('languageName'),
            value: (page.reading?.languages ?? [ownLanguage(course.language)])
              .map((each) => t(`languages.${each}`))
              .join(', '),
          },
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
  const common = useT('common')
  const levelName = useLevelName()
  const { course, reading } = page
  const lang = reading?.shown ?? page.preview?.language
  const form = t(course.form === 'kort-kurs' ? 'kort-kurs' : 'kurs')
  return (
    <Page width="wide">
      <PageHeader
        title={<span lang={lang}>{course.title}</span>}
        lead={<span lang={lang}>{course.summary}</span>}
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
      {reading !== undefined && <ReadingLanguage {...reading} />}
      {reading?.isOutdated === true && <p className="small">{common('reading.outdatedCourse')}</p>}
      {course.retired && <Notice tone="lichen">{t('retired')}</Notice>}
      {page.news !== undefined && page.news !== null && <CourseNews news={page.news} />}
      {page.preview === undefined && (
        <div className={styles['start']}>
          <Start page={page} />
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
            <div lang={lang}>
              <DocumentView document={course.description} />
            </div>
          </div>
          <Section title={t('outcomes')}>
            <ul className={styles['outcomes']} lang={lang}>
              {course.outcomes.map((outcome) => (
                <li key={outcome}>{outcome}</li>
              ))}
            </ul>
          </Section>
          <CourseContents page={page} />
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
