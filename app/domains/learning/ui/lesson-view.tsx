import { Form, Link } from '@remix-run/react'
import { type ReactNode, Suspense, lazy } from 'react'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { SaveOffline } from '~/shared/offline/save-offline'
import { Button, ButtonLink, Grid, Notice, Page, PageHeader, ReadingLanguage, Row, Section } from '~/shared/ui'
import type { LessonPage } from '../lesson-page'
import type { AnswerFault } from '../questions/work'
import type { Remaining } from '../rules'
import { CourseFinished } from './course-finished'
import { CourseOutline } from './course-outline'
import type { Quality } from '~/shared/video'
import type { LectureNote } from '../notes'
import type { ShownLecture, Watching } from './lecture-view'
import { DoneRuleLine, WhatIsLeft } from './done-rule'
import { LecturePlace } from './lecture-place'
import { lessonAddress } from './lesson-address'
import { ReflectionForm } from './reflection-form'
import { HeldNotice, useHeld } from './held'
import styles from './lesson.module.css'

/** On the server the questions are in the page at once; the browser fetches their script with the first of them. */
const QuizWork = import.meta.env.SSR
  ? (await import('./quiz-work')).QuizWork
  : lazy(async () => ({ default: (await import('./quiz-work')).QuizWork }))

/** Fetched only for a lesson whose work is handed in. */
const AssignmentWork = import.meta.env.SSR
  ? (await import('./assignment/assignment-work')).AssignmentWork
  : lazy(async () => ({ default: (await import('./assignment/assignment-work')).AssignmentWork }))
/** The player, its notes and pictures are fetched with the first lecture; their style sheets come with LecturePlace. */
const LectureView = import.meta.env.SSR
  ? (await import('./lecture-view')).LectureView
  : lazy(async () => ({ default: (await import('./lecture-view')).LectureView }))

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
  watch: Pick<Watching, 'watched' | 'positionSeconds'> | undefined
  notes: LectureNote[]
  newNoteId: string
  /** What quality measuring needs; undefined where nothing may be measured. */
  quality?: Quality | undefined
  refused: LessonRefused | undefined
  /** What a preview shows in place of the reader's work. */
  children?: ReactNode
}

/** A lesson: where you are in the course, what it takes, the text, the work and the way on. */
export function LessonView({ page, viewerKey, lecture, watch, refused, children, ...props }: LessonViewProps) {
  const t = useT('lesson')
  const common = useT('common')
  const watching = page.enrolled
    ? { viewerKey, notes: props.notes, newNoteId: props.newNoteId, ...(watch ?? { watched: [], positionSeconds: 0 }) }
    : undefined
  return (
    <Page width="wide">
      <Grid columns="side">
        <CourseOutline page={page} />
        <article className={styles['lesson']}>
          <PageHeader
            title={<span lang={page.language.shown}>{page.title}</span>}
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
          <ReadingLanguage {...page.language} />
          {page.language.isMissing && <Notice>{common(`reading.onlyLesson.${page.language.shown}`)}</Notice>}
          {page.language.isOutdated && <Notice>{common('reading.outdated')}</Notice>}
          {page.study.isShut ? (
            <Shut page={page} />
          ) : (
            <>
              <DoneRuleLine page={page} />
              {refused?.message && (
                <Notice tone="granite" live>
                  {refused.message}
                </Notice>
              )}
              {refused && <WhatIsLeft left={refused.left} alert />}
              <div lang={page.language.shown}>
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
              </div>
              {lecture !== null && (
                <div className={styles['lecture']}>
                  <Suspense fallback={<LecturePlace />}>
                    <LectureView key={lecture.slug} lecture={lecture} watching={watching} quality={props.quality} />
                  </Suspense>
                </div>
              )}
              {page.enrolled && <Work page={page} viewerKey={viewerKey} refused={refused} />}
              {!page.enrolled && page.preview === undefined && <Join />}
            </>
          )}
          {children}
          {page.discusses && page.preview === undefined && (
            <p>
              <Link to={paths.discussion(page.course.slug, `?lektion=${page.slug}`)}>{t('discuss')}</Link>
            </p>
          )}
          <Steps page={page} />
          {page.enrolled && page.preview === undefined && (
            <SaveOffline viewerKey={viewerKey} course={page.course} lessons={page.outline} lesson={page.slug} />
          )}
        </article>
      </Grid>
    </Page>
  )
}

/** Why the lessons are shut, with the day, and the way back to the course. */
function Shut({ page }: { page: LessonPage }) {
  const t = useT('lesson')
  const { state, startsOn, deadlineOn } = page.study
  return (
    <Notice tone="lichen">
      <p>
        {state === 'before' ? t('shut.before', { day: startsOn ?? '' }) : t('shut.after', { day: deadlineOn ?? '' })}
      </p>
      <p>
        <Link to={paths.course(page.course.slug)}>{t('shut.back')}</Link>
      </p>
    </Notice>
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
      <WayOn page={page} viewerKey={viewerKey} />
    </>
  )
}

function WayOn({ page, viewerKey }: Pick<LessonViewProps, 'page' | 'viewerKey'>) {
  const t = useT('lesson')
  if (page.finishedAt === null) return hasButton(page) ? <FinishForm page={page} viewerKey={viewerKey} /> : null
  if (page.goOn === undefined) return null
  return (
    <div className={styles['wayOn']}>
      <ButtonLink to={paths.lesson(page.course.slug, page.goOn.slug)}>
        {t('finish.goOn', { title: page.goOn.title })}
      </ButtonLink>
    </div>
  )
}

/** A quiz and a reflection have it in their own forms, an assignment when its last step is done. */
function hasButton({ kind, left }: LessonPage): boolean {
  if (kind === 'assignment') return left.length === 0
  return kind !== 'quiz' && kind !== 'reflection'
}

function FinishForm({ page, viewerKey }: Pick<LessonViewProps, 'page' | 'viewerKey'>) {
  const t = useT('lesson')
  const { isHeld, hold, release } = useHeld(page, viewerKey)
  const watchLeft = page.left.some((each) => each.need === 'watch')
  return (
    <Form
      method="post"
      className={`stack ${styles['wayOn']}`}
      onSubmit={(event) => {
        const transcriptRead = new FormData(event.currentTarget).has('transcriptRead')
        hold(event, false, () => ({ kind: 'finish', transcriptRead }))
      }}
    >
      {page.kind === 'lecture' && <WhatIsLeft left={page.left} />}
      {watchLeft && (
        <div className="choice">
          <input type="checkbox" id="transcript-read" name="transcriptRead" value="ja" />
          <label htmlFor="transcript-read">{t('finish.transcript')}</label>
        </div>
      )}
      {isHeld && <HeldNotice kind="finish" onUndo={release} />}
      <Row>
        {!isHeld && (
          <Button name="intent" value="finish">
            {page.goOn === undefined ? t('finish.button') : t('finish.andOn')}
          </Button>
        )}
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
