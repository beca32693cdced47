import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatDay, formatMinutes } from '~/shared/dates'
import { DocumentView } from '~/shared/editor/document-view'
import { pick } from '~/shared/language'
import { SaveOffline } from '~/shared/offline/save-offline'
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
import { licenceAddress } from '../licence'
import type { Source } from '../model'
import { ownLanguage } from '../translation'
import styles from './catalogue.module.css'
import { useLevelName } from './course-card'
import { CohortChoice } from './cohort-choice'
import { Contents } from './course-contents'
import { CourseEntry } from './course-entry'
import { CourseNews } from './course-news'
import type { CoursePage } from './course-page'
import { CourseRenewal } from './course-renewal'
import { isShut, StudyDays } from './study-days'

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
    const { cohorts = [] } = page
    const isAlone = !course.terms.schedule.cohortsOnly && page.study?.state !== 'shut'
    if (page.entry?.mayBegin === false) return null
    if (!isAlone && cohorts.every(({ seatsLeft }) => seatsLeft === 0)) return <p>{t('cohort.none')}</p>
    return (
      <>
        <Form method="post" className="stack stack-s">
          <CohortChoice cohorts={cohorts} only={!isAlone} />
          <div>
            <Button>{t('enrol')}</Button>
          </div>
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
      {isShut(page.study) ? null : progress.next !== null ? (
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

function Licence({ licence }: { licence: string }) {
  const address = licenceAddress(licence)
  return address === null ? (
    licence
  ) : (
    <a href={address} rel="license noopener noreferrer">
      {licence}
    </a>
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
              .map((each, index) => (index === 0 ? t(`languages.${each}`) : common(`reading.names.${each}`)))
              .join(', '),
          },
          ...(course.terms.validity.months === null
            ? []
            : [{ label: t('validity'), value: t('validMonths', { count: course.terms.validity.months }) }]),
          { label: t('licence'), value: <Licence licence={course.licence} /> },
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
export function CourseView({ page, refused }: { page: CoursePage; refused?: string | undefined }) {
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
            <>
              <Form method="post">
                <Button variant="quiet" name="intent" value="edit">
                  {t('edit')}
                </Button>
              </Form>
              <ButtonLink variant="quiet" to={paths.courseParticipants(course.slug)}>
                {t('participants')}
              </ButtonLink>
            </>
          )
        }
      />
      {reading !== undefined && <ReadingLanguage {...reading} />}
      {reading?.isOutdated === true && <p className="small">{common('reading.outdatedCourse')}</p>}
      {course.retired && <Notice tone="lichen">{t('retired')}</Notice>}
      {page.news !== undefined && page.news !== null && <CourseNews news={page.news} />}
      {page.preview === undefined && (
        <div className={styles['start']}>
          {refused !== undefined && (
            <Notice tone="granite" live>
              {refused}
            </Notice>
          )}
          {page.entry !== undefined && page.entry !== null && <CourseEntry entry={page.entry} names={page.names} />}
          {page.study !== undefined && page.study !== null && <StudyDays study={page.study} />}
          {page.renewal !== undefined && page.renewal !== null && (
            <CourseRenewal
              renewal={page.renewal}
              cohorts={page.cohorts ?? []}
              cohortsOnly={course.terms.schedule.cohortsOnly}
            />
          )}
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
              lang={reading?.cover ?? lang}
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
          <Contents page={page} />
          <Section title={t('sources')}>
            <SourceList sources={course.sources} />
          </Section>
        </div>
        <div className={styles['aside']}>
          <Counts page={page} />
          <CourseFacts page={page} />
          {course.learningPaths.map(({ slug, title }) => (
            <p key={slug}>
              {t('path.partOf')} <Link to={paths.learningPath(slug)}>{title}</Link>
            </p>
          ))}
          {(page.progress?.discusses === true || page.mayEdit === true) && page.preview === undefined && (
            <p>
              <Link to={paths.discussion(course.slug)}>{t('discussion')}</Link>
            </p>
          )}
          {page.mayEdit === true && (
            <p>
              <Link to={paths.courseStatistics(course.slug)}>{t('courseStatistics')}</Link>
            </p>
          )}
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
