import { Form, Link } from '@remix-run/react'
import { type ReactNode, Suspense, lazy } from 'react'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Grid, Notice, Page, PageHeader, Row, Section } from '~/shared/ui'
import type { LessonPage } from '../lesson-page'
import type { AnswerFault } from '../questions/work'
import type { Remaining } from '../rules'
import { CourseFinished } from './course-finished'
import { CourseOutline } from './course-outline'
import { LectureView, type ShownLecture, type Watching } from './lecture-view'
import { DoneRuleLine, WhatIsLeft } from './done-rule'
import { lessonAddress } from './lesson-address'
import { ReflectionForm } from './reflection-form'
import styles from './lesson.module.css'

/** On the server the questions are in the page at once; the browser fetches their script with the first of them. */
const QuizWork = import.meta.env.SSR
  ? (await import('./quiz-work')).QuizWork
  : lazy(async () => ({ default: (await import('./quiz-work')).QuizWork }))

/** Fetched only for a lesson whose work is handed in. */
const AssignmentWork = import.meta.env.SSR
  ? (await import('./assignment/assignment-work')).AssignmentWork
  : lazy(async () => ({ default: (await import('./assignment/assignment-work')).AssignmentWork }))

/** Fetched only for a text with a question in it; the server has it at once. */
const PromptForm = import.meta.env.SSR
  ? (await import('./prompt-form')).PromptForm
  : lazy(async () => ({ default: (await import('./prompt-form')).PromptForm }))

export interface LessonRefused {
  message: string | undefined
  left: Remaining[]
  faults: Record<string, AnswerFault>
}

export interface LessonViewProps {
  page: LessonPage
  /** Tells one person's copies on a shared device from another's. */
  viewerKey: string
  /** The recorded lecture, for a lesson of that kind, and what the reader has played of it. */
  lecture: ShownLecture | null
  watch: Omit<Watching, 'viewerKey'> | undefined
  refused: LessonRefused | undefined
  /** What a preview shows in place of the reader's work. */
  children?: ReactNode
}

/** A lesson: where you are in the course, what it takes, the text, the work and the way on. */
export function LessonView({ page, viewerKey, lecture, watch, refused, children }: LessonViewProps) {
  const t = useT('lesson')
  const watching = page.enrolled ? { viewerKey, ...(watch ?? { watched: [], positionSeconds: 0 }) } : undefined
  return (
    <Page width="wide">
      <Grid columns="side">
        <CourseOutline page={page} />
        <article className={styles['lesson']}>
          <PageHeader
            title={page.title}
            eyebrow={t('eyebrow', {
              kind: t(`kind.${page.kind}`),
              position: page.position,
              total: page.outline.length,
              minutes: formatMinutes(page.minutes),
            })}
            breadcrumbs={[
              {
                label: page.course.title,
                to:
                  page.preview === undefined
                    ? paths.course(page.course.slug)
                    : paths.draftPreview(page.course.slug, page.preview),
              },
              { label: page.title },
            ]}
          />
          {page.courseFinishedAt !== null && page.goOn === undefined && (
            <CourseFinished title={page.course.title} finishedAt={page.courseFinishedAt} />
          )}
          <DoneRuleLine page={page} />
          {refused?.message && (
            <Notice tone="granite" live>
              {refused.message}
            </Notice>
          )}
          {refused && <WhatIsLeft left={refused.left} alert />}
          <DocumentView
            document={page.body}
            slots={
              page.enrolled
                ? {
                    prompt: ({ attrs: { key } }) => (
                      <PromptForm key={page.lessonId} page={page} promptKey={key} viewerKey={viewerKey} />
                    ),
                  }
                : {}
            }
          />
          {lecture !== null && (
            <div className={styles['lecture']}>
              <LectureView key={lecture.slug} lecture={lecture} watching={watching} />
            </div>
          )}
          {page.enrolled && <Work page={page} viewerKey={viewerKey} refused={refused} />}
          {!page.enrolled && page.preview === undefined && <Join />}
          {children}
          <Steps page={page} />
        </article>
      </Grid>
    </Page>
  )
}

function Join() {
  const t = useT('lesson')
  return (
    <Notice>
      <Form method="post" className="stack stack-s">
        <p>{t('enrol.text')}</p>
        <div>
          <Button name="intent" value="enrol">
            {t('enrol.button')}
          </Button>
        </div>
      </Form>
    </Notice>
  )
}

function Work({ page, viewerKey, refused }: Pick<LessonViewProps, 'page' | 'viewerKey' | 'refused'>) {
  const t = useT('lesson')
  const { quiz, reflection, assignment } = page
  return (
    <>
      {quiz !== null && (
        <Section title={page.kind === 'lecture' ? t('quiz.checkTitle') : t('quiz.title')} id="fragor">
          <Suspense fallback={null}>
            <QuizWork page={page} quiz={quiz} viewerKey={viewerKey} faults={refused?.faults ?? {}} />
          </Suspense>
        </Section>
      )}
      {reflection !== null && (
        <Section title={t('kind.reflection')} id="text">
          <ReflectionForm key={page.lessonId} page={page} reflection={reflection} viewerKey={viewerKey} />
        </Section>
      )}
      {assignment !== null && (
        <Suspense fallback={null}>
          <AssignmentWork page={page} assignment={assignment} viewerKey={viewerKey} />
        </Suspense>
      )}
      <WayOn page={page} />
    </>
  )
}

function WayOn({ page }: { page: LessonPage }) {
  const t = useT('lesson')
  if (page.finishedAt !== null) {
    return page.goOn === undefined ? null : (
      <div className={styles['wayOn']}>
        <ButtonLink to={paths.lesson(page.course.slug, page.goOn.slug)}>
          {t('finish.goOn', { title: page.goOn.title })}
        </ButtonLink>
      </div>
    )
  }
  if (page.kind === 'quiz' || page.kind === 'reflection') return null
  if (page.kind === 'assignment' && page.left.length > 0) return null
  const watchLeft = page.left.some((each) => each.need === 'watch')
  return (
    <Form method="post" className={`stack ${styles['wayOn']}`}>
      {page.kind === 'lecture' && <WhatIsLeft left={page.left} />}
      {watchLeft && (
        <div className="choice">
          <input type="checkbox" id="transcript-read" name="transcriptRead" value="ja" />
          <label htmlFor="transcript-read">{t('finish.transcript')}</label>
        </div>
      )}
      <Row>
        <Button name="intent" value="finish">
          {page.goOn === undefined ? t('finish.button') : t('finish.andOn')}
        </Button>
      </Row>
    </Form>
  )
}

function Steps({ page }: { page: LessonPage }) {
  const t = useT('lesson')
  return (
    <nav className={styles['steps']} aria-label={t('steps.label')}>
      {page.previous && (
        <Link to={lessonAddress(page, page.previous.slug)} rel="prev">
          <span className="small">{t('steps.previous')}</span> {page.previous.title}
        </Link>
      )}
      {page.next && (
        <Link to={lessonAddress(page, page.next.slug)} rel="next" className={styles['forward']}>
          <span className="small">{t('steps.next')}</span> {page.next.title}
        </Link>
      )}
    </nav>
  )
}
