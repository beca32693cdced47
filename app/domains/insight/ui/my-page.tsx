import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, Card, EmptyState, Grid, Page, PageHeader, Progress, Row, Section, Stack } from '~/shared/ui'
import type { BookingNews } from '../rules/booking-news'
import type { AssignmentNews } from '../rules/assignment-news'
import type { CourseNews } from '../rules/course-news'
import type { DiscussionNews } from '../rules/discussion-news'
import type { Reminder } from '../rules/reminders'
import { tellAssignment, tellCourse, tellDiscussion } from '../rules/told'
import type { ProductToDo } from '../model'
import { BookingLine, NextMeetings, type StartMeeting } from './start-activities'
import { StartReminders } from './start-reminders'

export interface OngoingCourse {
  slug: string
  title: string
  done: number
  total: number
  minutesLeft: number
  next: { slug: string; title: string } | undefined
  /** The day on which the lessons open, while it lies ahead, and the last day; ISO days. */
  opensOn: string | null
  deadlineOn: string | null
}

export interface MyPageContent {
  name: string
  /** The part of the day in Europe/Stockholm. */
  greeting: 'Morning' | 'Day' | 'Evening'
  day: string
  month: string
  ongoing: OngoingCourse[]
  hours: { monthMinutes: number; totalMinutes: number; informationWaits: boolean }
  meetings: StartMeeting[]
  bookings: BookingNews[]
  courseNews: CourseNews[]
  assignmentNews: AssignmentNews[]
  discussions: DiscussionNews[]
  levels: { code: string; name: string; level: number }[]
  certificates: { code: string; title: string }[]
  /** Whether the office has lately denied a request for erasure. */
  erasureDenied: boolean
  reminders: Reminder[]
  products: ProductToDo[]
  /** Learning paths on which the person has begun. */
  paths: { slug: string; title: string; done: number; total: number; isDone: boolean }[]
}

function Current({ course }: { course: OngoingCourse }) {
  const t = useT('home')
  const next = course.next
  return (
    <Card as="section">
      <Row between>
        <Badge>{t('ongoing')}</Badge>
        <span className="small">{t('lessonOf', { done: course.done, total: course.total })}</span>
      </Row>
      <h2>
        <Link to={paths.course(course.slug)}>{course.title}</Link>
      </h2>
      <p className="small">
        {next && <strong>{t('next', { lesson: next.title })}. </strong>}
        {t('minutesLeft', { time: formatMinutes(course.minutesLeft) })}.
      </p>
      {course.opensOn !== null && <p className="small">{t('opensOn', { day: course.opensOn })}</p>}
      {course.deadlineOn !== null && <p className="small">{t('deadlineOn', { day: course.deadlineOn })}</p>}
      <Progress
        value={course.done}
        max={course.total}
        label={t('lessonOf', { done: course.done, total: course.total })}
      />
      <Row>
        {next && <ButtonLink to={paths.lesson(course.slug, next.slug)}>{t('continue')}</ButtonLink>}
        <ButtonLink to={paths.course(course.slug)} variant="quiet">
          {t('overview')}
        </ButtonLink>
      </Row>
    </Card>
  )
}

function Hours({ content }: { content: MyPageContent }) {
  const t = useT('home')
  const language = useLanguage()
  return (
    <Card as="section">
      <h2>{t('hoursTitle', { month: formatMonth(content.month, language) })}</h2>
      {content.hours.monthMinutes === 0 ? (
        <p>{t('hoursNone')}</p>
      ) : (
        <p className="figure-large">{formatMinutes(content.hours.monthMinutes)}</p>
      )}
      <p className="small">{t('hoursTotal', { time: formatMinutes(content.hours.totalMinutes) })}</p>
      <p>
        <Link to={paths.hours()}>{t('hoursLink')}</Link>
      </p>
    </Card>
  )
}

function Levels({ levels }: { levels: MyPageContent['levels'] }) {
  const t = useT('home')
  const common = useT('common')
  return (
    <Card as="section">
      <h2>{t('levelsTitle')}</h2>
      <p className="small">{levels.length === 0 ? t('levelsNone') : t('levelsText', { count: levels.length })}</p>
      {levels.length > 0 && (
        <ul className="plain-list stack stack-s">
          {levels.map((area) => (
            <li key={area.code} className="row row-between">
              <span>{area.name}</span>
              <Badge>
                {area.level} {common(`level.${area.level}` as Parameters<typeof common>[0])}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={paths.competence()}>{t('levelsLink')}</Link>
      </p>
    </Card>
  )
}

function Paths({ list }: { list: MyPageContent['paths'] }) {
  const t = useT('home')
  return (
    <Card as="section">
      <h2>{t('pathsTitle')}</h2>
      <ul className="plain-list stack stack-s">
        {list.map(({ slug, title, done, total, isDone }) => (
          <li key={slug} className="row row-between">
            <Link to={paths.learningPath(slug)}>{title}</Link>
            <Badge tone={isDone ? 'ok' : 'plain'}>{isDone ? t('pathDone') : t('pathProgress', { done, total })}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function CourseLine({ news }: { news: CourseNews }) {
  const { text, to } = tellCourse(news, useT('home'))
  return <Link to={to}>{text}</Link>
}

function AssignmentLine({ news }: { news: AssignmentNews }) {
  const { text, to } = tellAssignment(news, useT('home'))
  return <Link to={to}>{text}</Link>
}

function DiscussionLine({ news }: { news: DiscussionNews }) {
  const t = useT('home')
  const { text, to } = tellDiscussion(news, t)
  return <Link to={to}>{text}</Link>
}

/** The signed-in start page: the one thing to go on with, then hours, levels and what is new. */
export function MyPage({ content }: { content: MyPageContent }) {
  const t = useT('home')
  const [current, ...more] = content.ongoing
  const { certificates, bookings, courseNews, assignmentNews, discussions, erasureDenied } = content
  const news = [...certificates, ...bookings, ...courseNews, ...assignmentNews, ...discussions]
  const hasNews = erasureDenied || news.length > 0
  return (
    <Page>
      <PageHeader
        title={t(`hello${content.greeting}`, { name: content.name })}
        lead={t('today', { day: content.day })}
      />
      <Stack gap="l">
        {(content.reminders.length > 0 || content.products.length > 0 || content.hours.informationWaits) && (
          <StartReminders
            reminders={content.reminders}
            products={content.products}
            information={content.hours.informationWaits}
          />
        )}
        <Grid columns="main">
          {current === undefined ? (
            <EmptyState
              title={t('startTitle')}
              action={<ButtonLink to={paths.courses()}>{t('startAction')}</ButtonLink>}
            >
              {t('startText')}
            </EmptyState>
          ) : (
            <Current course={current} />
          )}
          <Hours content={content} />
        </Grid>
      </Stack>
      {more.length > 0 && (
        <Section title={t('moreOngoing')}>
          <Grid columns={2}>
            {more.map((course) => (
              <Current key={course.slug} course={course} />
            ))}
          </Grid>
        </Section>
      )}
      <div className="section">
        <Grid columns={2}>
          {content.meetings.length > 0 && <NextMeetings meetings={content.meetings} />}
          {content.paths.length > 0 && <Paths list={content.paths} />}
          <Levels levels={content.levels} />
          {hasNews && (
            <Card as="section">
              <h2>{t('noticesTitle')}</h2>
              <ul className="plain-list stack stack-s">
                {content.erasureDenied && (
                  <li>
                    <Link to={paths.ownData()}>{t('noticeErasureDenied')}</Link>
                  </li>
                )}
                {courseNews.map((news) => (
                  <li key={news.slug}>
                    <CourseLine news={news} />
                  </li>
                ))}
                {assignmentNews.map((news) => (
                  <li key={`${news.courseSlug}/${news.lessonSlug}`}>
                    <AssignmentLine news={news} />
                  </li>
                ))}
                {discussions.map((news) => (
                  <li key={`${news.kind} ${news.thread?.postId ?? news.slug}`}>
                    <DiscussionLine news={news} />
                  </li>
                ))}
                {content.bookings.map((news) => (
                  <li key={news.occasionId}>
                    <BookingLine news={news} />
                  </li>
                ))}
                {content.certificates.map((one) => (
                  <li key={one.code}>
                    <Link to={paths.certificate(one.code)}>{t('noticeCertificate', { title: one.title })}</Link>
                  </li>
                ))}
              </ul>
              {content.certificates.length > 0 && (
                <p>
                  <Link to={paths.certificates()}>{t('certificatesLink')}</Link>
                </p>
              )}
            </Card>
          )}
        </Grid>
      </div>
    </Page>
  )
}
