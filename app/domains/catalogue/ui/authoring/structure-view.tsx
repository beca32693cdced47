import { Form, useActionData } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { Button, EmptyState, Notice, Row, Section } from '~/shared/ui'
import type { DraftModule } from '../../authoring/model'
import { lessonsOf } from '../../authoring/structure'
import { AddForms } from './add-forms'
import { DraftFrame } from './draft-frame'
import { LessonRow } from './lesson-row'
import { ModuleTools } from './module-tools'
import type { Step, StructurePage } from './structure-page'
import styles from './structure.module.css'
import { useDragging } from './use-dragging'

/** After a step the button that was pressed keeps the focus, wherever it has gone, and the new place is said. */
function useKeptFocus({ lessons, modules }: StructurePage) {
  const t = useOfficeT('authoring')
  const pressed = useRef<Step>()
  const [said, setSaid] = useState('')
  useEffect(() => {
    const last = pressed.current
    if (last === undefined) return
    pressed.current = undefined
    document.getElementById(last.buttonId)?.focus()
    const inOrder =
      last.of === 'lesson'
        ? lessons.map(({ lessonId, title }) => ({ id: lessonId, title }))
        : modules.map(({ moduleId, title }) => ({ id: moduleId, title }))
    const index = inOrder.findIndex(({ id }) => id === last.id)
    const moved = inOrder[index]
    if (moved === undefined) return
    const place = { title: moved.title, position: index + 1, total: inOrder.length }
    setSaid(t(last.of === 'lesson' ? 'structure.moved' : 'structure.movedModule', place))
  }, [lessons, modules, t])
  return { said, press: (step: Step) => (pressed.current = step) }
}

function Group({
  page,
  module,
  beforeId,
  press,
}: {
  page: StructurePage
  module: DraftModule | null
  /** The lesson in front of which a dragged one would land. */
  beforeId: string | undefined
  press: (step: Step) => void
}) {
  const t = useOfficeT('authoring')
  const moduleId = module?.moduleId ?? null
  const mine = lessonsOf(page.lessons, moduleId)
  if (module === null && mine.length === 0) return null
  return (
    <section className={styles['module']} aria-labelledby={`modul-${moduleId ?? 'utan'}`} data-module={moduleId ?? ''}>
      <div className={styles['moduleHead']}>
        <h2 id={`modul-${moduleId ?? 'utan'}`}>{module?.title ?? t('structure.loose')}</h2>
        {module !== null && page.head.mayChange && <ModuleTools module={module} part="steps" press={press} />}
      </div>
      {module === null && page.modules.length > 0 && <p className={styles['empty']}>{t('structure.looseHint')}</p>}
      {mine.length === 0 && <p className={styles['empty']}>{t('structure.emptyModule')}</p>}
      <ol className={styles['lessons']}>
        {mine.map((lesson) => (
          <LessonRow
            key={lesson.lessonId}
            lesson={lesson}
            page={page}
            press={press}
            isOver={beforeId === lesson.lessonId}
          />
        ))}
      </ol>
      {module !== null && page.head.mayChange && <ModuleTools module={module} part="rest" press={press} />}
    </section>
  )
}

/** The modules and lessons of a course in order, with everything that changes the order: drag, buttons and forms. */
export function StructureView({ page }: { page: StructurePage }) {
  const t = useOfficeT('authoring')
  const answer = useActionData<{ message?: string }>()
  const root = useRef<HTMLDivElement>(null)
  const landing = useDragging(root, page.head.mayChange && page.lessons.length > 0)
  const { said, press } = useKeptFocus(page)
  const minutes = page.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  return (
    <DraftFrame head={page.head}>
      {answer?.message !== undefined && (
        <Notice tone="granite" live>
          {answer.message}
        </Notice>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {page.lessons.length === 0 && page.modules.length === 0 ? (
        <EmptyState title={t('structure.emptyTitle')}>{t('structure.empty')}</EmptyState>
      ) : (
        <>
          <p>
            {t('structure.sum', {
              lessons: t('structure.lessons', { count: page.lessons.length }),
              time: formatMinutes(minutes),
            })}
            {page.head.mayChange && <span className="small"> {t('structure.keys')}</span>}
          </p>
          <div className={styles['modules']} ref={root}>
            {[null, ...page.modules].map((module) => (
              <Group
                key={module?.moduleId ?? ''}
                page={page}
                module={module}
                beforeId={landing?.beforeId}
                press={press}
              />
            ))}
          </div>
        </>
      )}
      {page.head.mayChange && <AddForms page={page} />}
      {page.removed.length > 0 && (
        <Section title={t('structure.removedTitle')}>
          <p className="small">{t('structure.removedHint')}</p>
          <ul className="plain-list stack stack-s">
            {page.removed.map(({ lessonId, title }) => (
              <li key={lessonId}>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="lessonId" value={lessonId} />
                  <Row>
                    <span>{title}</span>
                    {page.head.mayChange && (
                      <Button variant="quiet" name="intent" value="restore">
                        {t('structure.restore')}
                        <span className="visually-hidden">{t('structure.of', { title })}</span>
                      </Button>
                    )}
                  </Row>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DraftFrame>
  )
}
