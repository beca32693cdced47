import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Grid } from '~/shared/ui'
import { lessonKinds } from '../../model'
import authoring from './authoring.module.css'
import type { StructurePage } from './structure-page'

function ModuleChoice({ page, id }: { page: StructurePage; id: string }) {
  const t = useOfficeT('authoring')
  if (page.modules.length === 0) return <input type="hidden" name="moduleId" value="" />
  return (
    <div className="field">
      <label htmlFor={id}>{t('structure.lessonModule')}</label>
      <select
        key={page.modules.length}
        id={id}
        className="input"
        name="moduleId"
        defaultValue={page.modules.at(-1)?.moduleId}
      >
        <option value="">{t('structure.loose')}</option>
        {page.modules.map(({ moduleId, title }) => (
          <option key={moduleId} value={moduleId}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Empties a form when what it adds has come; the button that was pressed keeps the focus. */
function useEmptied(count: number) {
  const form = useRef<HTMLFormElement>(null)
  const known = useRef(count)
  useEffect(() => {
    if (known.current !== count) form.current?.reset()
    known.current = count
  }, [count])
  return form
}

/** The forms that add a lesson, a module, or a lesson of another course. */
export function AddForms({ page }: { page: StructurePage }) {
  const t = useOfficeT('authoring')
  const moduleForm = useEmptied(page.modules.length)
  const courses = [...new Set(page.sources.map(({ courseTitle }) => courseTitle))]
  return (
    <Grid columns={2}>
      <Form method="post" className={authoring['group']}>
        <h2>{t('structure.addLesson')}</h2>
        <div className="field">
          <label htmlFor="ny-lektion">{t('structure.lessonTitle')}</label>
          <input id="ny-lektion" className="input" name="title" maxLength={150} />
        </div>
        <div className={authoring['columns']}>
          <div className="field">
            <label htmlFor="ny-lektion-typ">{t('structure.lessonKind')}</label>
            <select id="ny-lektion-typ" className="input" name="kind" defaultValue="article">
              {lessonKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kinds.${kind}`)}
                </option>
              ))}
            </select>
          </div>
          <ModuleChoice page={page} id="ny-lektion-modul" />
        </div>
        <div>
          <Button name="intent" value="add-lesson">
            {t('structure.addLessonButton')}
          </Button>
        </div>
      </Form>
      <div className="stack">
        <Form method="post" className={authoring['group']} ref={moduleForm} preventScrollReset>
          <h2>{t('structure.addModule')}</h2>
          <div className="field">
            <label htmlFor="ny-modul">{t('structure.renameLabel')}</label>
            <input id="ny-modul" className="input" name="title" maxLength={150} />
          </div>
          <div>
            <Button variant="quiet" name="intent" value="add-module">
              {t('structure.addModuleButton')}
            </Button>
          </div>
        </Form>
        {page.sources.length > 0 && (
          <Form method="post" className={authoring['group']}>
            <h2>{t('structure.reuse')}</h2>
            <p className="small">{t('structure.reuseHint')}</p>
            <div className="field">
              <label htmlFor="hamta-lektion">{t('structure.reuseChoose')}</label>
              <select id="hamta-lektion" className="input" name="sourceLessonId">
                {courses.map((course) => (
                  <optgroup key={course} label={course}>
                    {page.sources
                      .filter(({ courseTitle }) => courseTitle === course)
                      .map(({ lessonId, title }) => (
                        <option key={lessonId} value={lessonId}>
                          {title}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            </div>
            <ModuleChoice page={page} id="hamta-modul" />
            <div>
              <Button variant="quiet" name="intent" value="reuse">
                {t('structure.reuseButton')}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Grid>
  )
}
