import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Button, Row } from '~/shared/ui'
import { RowSelect } from '../activity/row-field'
import type { Step, StructurePage } from './structure-page'
import styles from './structure.module.css'

type Lesson = StructurePage['lessons'][number]

function Steps({ lesson, press }: { lesson: Lesson; press: (step: Step) => void }) {
  const t = useOfficeT('authoring')
  const step = (intent: 'up' | 'down', arrow: string) => {
    const id = `${intent}-${lesson.lessonId}`
    return (
      <button
        id={id}
        className={styles['step']}
        name="intent"
        value={intent}
        onClick={() => press({ buttonId: id, of: 'lesson', id: lesson.lessonId })}
      >
        <span aria-hidden="true">{arrow}</span>
        <span className="visually-hidden">
          {t(`structure.${intent}`)}
          {t('structure.of', { title: lesson.title })}
        </span>
      </button>
    )
  }
  return (
    <Form method="post" className={styles['steps']} preventScrollReset>
      <input type="hidden" name="lessonId" value={lesson.lessonId} />
      {step('up', '↑')}
      {step('down', '↓')}
    </Form>
  )
}

function More({ lesson, page }: { lesson: Lesson; page: StructurePage }) {
  const t = useOfficeT('authoring')
  const of = <span className="visually-hidden">{t('structure.of', { title: lesson.title })}</span>
  return (
    <details className={styles['more']}>
      <summary>
        {t('structure.more')}
        {of}
      </summary>
      <div className={styles['moreBody']}>
        {page.modules.length > 0 && (
          <Form method="post" className="stack stack-s">
            <input type="hidden" name="lessonId" value={lesson.lessonId} />
            <RowSelect
              label={t('structure.moveTo')}
              row={page.lessons.indexOf(lesson)}
              name="moduleId"
              defaultValue={lesson.moduleId ?? ''}
              options={[
                { value: '', label: t('structure.loose') },
                ...page.modules.map(({ moduleId, title }) => ({ value: moduleId, label: title })),
              ]}
            />
            <div>
              <Button variant="quiet" name="intent" value="place">
                {t('structure.move')}
                {of}
              </Button>
            </div>
          </Form>
        )}
        <Form method="post">
          <input type="hidden" name="lessonId" value={lesson.lessonId} />
          <Row>
            <Button variant="quiet" name="intent" value="duplicate">
              {t('structure.duplicate')}
              {of}
            </Button>
            <Button variant="quiet" name="intent" value="remove">
              {t('structure.remove')}
              {of}
            </Button>
          </Row>
        </Form>
      </div>
    </details>
  )
}

/** One lesson in the structure: its name and marks, and the ways to move it. */
export function LessonRow({
  lesson,
  page,
  press,
  isOver,
}: {
  lesson: Lesson
  page: StructurePage
  press: (step: Step) => void
  isOver: boolean
}) {
  const t = useOfficeT('authoring')
  const common = useT('common')
  const { mayChange, slug } = page.head
  const lacking = page.languages.filter((language) => !lesson.languages.includes(language))
  return (
    <li
      id={`lektion-${lesson.lessonId}`}
      className={styles['lesson']}
      data-over={isOver}
      data-lesson={lesson.lessonId}
      draggable={mayChange}
    >
      <span className={styles['handle']} aria-hidden="true" title={mayChange ? t('structure.drag') : undefined}>
        {mayChange ? '⠿' : '·'}
      </span>
      <div className={styles['name']}>
        <Link to={paths.draftLesson(slug, lesson.lessonId)}>{lesson.title}</Link>
        <span className="small row">
          {t(`kinds.${lesson.kind}`)} · {formatMinutes(lesson.minutes)}
          {lacking.map((language) => (
            <Badge key={language} tone="lichen">
              {t('structure.lacks', { language: common(`reading.names.${language}`) })}
            </Badge>
          ))}
          {lesson.source !== null && !lesson.source.isOutdated && <Badge tone="plain">{t('structure.reused')}</Badge>}
          {lesson.source?.isOutdated === true && (
            <>
              <Badge tone="lichen">{t('structure.outdated')}</Badge>
              <Link to={paths.draftUpdate(slug, lesson.lessonId)}>{t('structure.seeUpdate')}</Link>
            </>
          )}
        </span>
      </div>
      {mayChange && <Steps lesson={lesson} press={press} />}
      {mayChange && <More lesson={lesson} page={page} />}
    </li>
  )
}
