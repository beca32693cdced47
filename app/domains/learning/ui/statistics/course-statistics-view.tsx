import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, EmptyState, Notice, Page, PageHeader, Row, Section, SelectField } from '~/shared/ui'
import { versionText } from '../../course-statistics/file'
import type { Finding } from '../../course-statistics/findings'
import type { Told, ToldCounts, VersionGroup } from '../../course-statistics/model'
import styles from './statistics.module.css'
import { LectureMinutes, LessonTable } from './course-pictures'

type Group = Pick<VersionGroup, 'first' | 'last'>

export interface CourseStatisticsPage {
  course: { slug: string; title: string }
  groups: Group[]
  chosen: Group | null
  counts: ToldCounts | null
  findings: Finding[]
}

/** How a course is going, for those who make it: no persons, nothing below five, and what one can do about it. */
export function CourseStatisticsView({ page }: { page: CourseStatisticsPage }) {
  const t = useOfficeT('courseStatistics')
  const { course, counts, chosen } = page
  const query = chosen === null ? '' : `?version=${chosen.first}`
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: course.title, to: paths.course(course.slug) }, { label: t('title') }]}
        actions={
          <>
            {counts !== null && (
              <ButtonLink to={paths.courseStatisticsFile(course.slug, query)} variant="quiet" document>
                {t('file.link')}
              </ButtonLink>
            )}
            <ButtonLink to={paths.questionStatistics(course.slug)} variant="quiet">
              {t('more')}
            </ButtonLink>
          </>
        }
      />
      {counts === null ? (
        <EmptyState title={t('tooFew')}>
          <p>{t('tooFewText')}</p>
        </EmptyState>
      ) : (
        <>
          {page.groups.length > 0 && <Versions page={page} />}
          <Sums counts={counts} />
          <Notice>{t('rounded')}</Notice>
          <Section title={t('findings.title')}>
            <Findings page={page} />
          </Section>
          <Section title={t('lessons.title')}>
            <LessonTable counts={counts} course={course.slug} />
          </Section>
          {counts.lectures.length > 0 && (
            <Section title={t('lectures.title')}>
              <p>{t('lectures.lead')}</p>
              {counts.lectures.map((lecture) => (
                <LectureMinutes key={lecture.slug} lecture={lecture} />
              ))}
            </Section>
          )}
        </>
      )}
    </Page>
  )
}

function Versions({ page }: { page: CourseStatisticsPage }) {
  const t = useOfficeT('courseStatistics')
  return (
    <Form method="get" className="section no-print">
      <Row>
        <SelectField
          label={t('version.title')}
          hint={t('version.hint')}
          name="version"
          defaultValue={page.chosen === null ? '' : String(page.chosen.first)}
          options={[
            { value: '', label: t('version.all') },
            ...page.groups.map((group) => ({ value: String(group.first), label: versionText(group, t) })),
          ]}
        />
        <Button variant="quiet">{t('version.show')}</Button>
      </Row>
    </Form>
  )
}

function Sums({ counts }: { counts: ToldCounts }) {
  const t = useOfficeT('courseStatistics')
  const shown = (told: Told) => (told === null ? t('few') : t('people', { count: told }))
  return (
    <dl className={styles['sums']}>
      {(['starts', 'finishes'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`sum.${name}`)}</dt>
          <dd className="figure-large">{shown(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

function Findings({ page }: { page: CourseStatisticsPage }) {
  const t = useOfficeT('courseStatistics')
  if (page.findings.length === 0) return <p>{t('findings.none')}</p>
  return (
    <ul className={styles['findings']}>
      {page.findings.map((finding) => (
        <li key={finding.kind}>
          <FindingView finding={finding} course={page.course.slug} />
        </li>
      ))}
    </ul>
  )
}

function FindingView({ finding, course }: { finding: Finding; course: string }) {
  const t = useOfficeT('courseStatistics')
  const { kind, share } = finding
  if (kind === 'never-opens') return <p>{t('findings.never-opens', { share })}</p>
  const name = kind === 'stops-watching' ? finding.lecture : finding.lesson
  const minute = kind === 'stops-watching' ? finding.minute : 0
  return (
    <>
      <p>{t(`findings.${kind}`, { share, name, minute })}</p>
      <Row>
        <Link to={paths.lesson(course, finding.slug)}>{t('findings.open')}</Link>
        {kind === 'opens-not-finishes' && finding.hasQuestions && (
          <Link to={`${paths.questionStatistics(course)}#${finding.slug}`}>{t('findings.questions')}</Link>
        )}
      </Row>
    </>
  )
}
