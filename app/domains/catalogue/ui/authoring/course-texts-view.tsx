import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { DocumentView } from '~/shared/editor/document-view'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import { Button, CheckboxField, FormErrorSummary, Notice, Row, TextArea, TextField } from '~/shared/ui'
import styles from './authoring.module.css'
import type { CourseTextsAnswer, CourseTextsPage } from './course-texts-page'
import { DraftFrame } from './draft-frame'
import { WritingField } from './text-field'
import beside from './translating.module.css'

/** A field with what the original says beside it, or above it where there is little room. */
function Pair({ own, original, children }: { own: Language; original: ReactNode; children: ReactNode }) {
  const t = useOfficeT('courseLanguages')
  const common = useT('common')
  return (
    <div className={beside['pair']}>
      <div className={beside['original']}>
        <p className={beside['originalName']}>{t('texts.original', { original: common(`reading.names.${own}`) })}</p>
        {original === null || original === '' ? (
          <p className="small">{t('texts.nothing')}</p>
        ) : (
          <div lang={own}>{original}</div>
        )}
      </div>
      <div>{children}</div>
    </div>
  )
}

interface Part {
  page: CourseTextsPage
  errors: Record<string, string>
}

function Outcomes({ page, errors }: Part) {
  const t = useOfficeT('courseLanguages')
  const { fields, own, language, original } = page
  const rows = Math.max(original.outcomes.length, fields.outcome.length)
  return (
    <fieldset className={styles['group']}>
      <legend>{t('texts.part.outcomes')}</legend>
      {rows === 0 && <p className="small">{t('texts.noOutcomes')}</p>}
      {Array.from({ length: rows }, (_, row) => {
        const isExtra = row >= original.outcomes.length
        return (
          <Pair key={row} own={own} original={original.outcomes[row] ?? ''}>
            <TextArea
              id={`field-outcome-${row}`}
              label={t('texts.outcome', { number: row + 1 })}
              name="outcome"
              hint={isExtra ? t('texts.superfluous') : undefined}
              defaultValue={fields.outcome[row] ?? ''}
              error={errors[`outcome-${row}`]}
              maxLength={300}
              lang={language}
            />
          </Pair>
        )
      })}
    </fieldset>
  )
}

function Modules({ page, errors }: Part) {
  const t = useOfficeT('courseLanguages')
  const { fields, own, language, original } = page
  if (original.modules.length === 0) return null
  return (
    <fieldset className={styles['group']}>
      <legend>{t('texts.part.modules')}</legend>
      {original.modules.map((title, row) => (
        <Pair key={title} own={own} original={title}>
          <input type="hidden" name="moduleTitle" value={title} />
          <TextField
            id={`field-module-${row}`}
            label={t('texts.module', { number: row + 1 })}
            name="moduleName"
            defaultValue={fields.moduleName[row] ?? ''}
            error={errors[`module-${row}`]}
            maxLength={150}
            lang={language}
          />
        </Pair>
      ))}
    </fieldset>
  )
}

function Texts({ page, errors }: Part) {
  const t = useOfficeT('courseLanguages')
  const { fields, own, language, original } = page
  return (
    <>
      <Pair own={own} original={original.title}>
        <TextField
          label={t('texts.part.title')}
          name="title"
          defaultValue={fields.title}
          error={errors['title']}
          maxLength={120}
          lang={language}
        />
      </Pair>
      <Pair own={own} original={original.summary}>
        <TextArea
          label={t('texts.part.summary')}
          name="summary"
          defaultValue={fields.summary}
          error={errors['summary']}
          maxLength={220}
          lang={language}
        />
      </Pair>
      <Pair
        own={own}
        original={original.description === null ? null : <DocumentView document={original.description} shift={1} />}
      >
        <div data-long>
          <WritingField
            label={t('texts.part.description')}
            name="body"
            markdownName="markdown"
            text={page.description}
            language={language}
            error={errors['body']}
          />
        </div>
      </Pair>
      <Outcomes page={page} errors={errors} />
      <Modules page={page} errors={errors} />
      {(original.coverAlt !== '' || fields.coverAlt !== '') && (
        <Pair own={own} original={original.coverAlt}>
          <TextArea
            label={t('texts.part.coverAlt')}
            name="coverAlt"
            defaultValue={fields.coverAlt}
            error={errors['coverAlt']}
            maxLength={300}
            lang={language}
          />
        </Pair>
      )}
    </>
  )
}

/** The course's own texts in one of its other languages, each beside the original. */
export function CourseTextsView({ page, answer }: { page: CourseTextsPage; answer: CourseTextsAnswer | undefined }) {
  const t = useOfficeT('courseLanguages')
  const common = useT('common')
  const { head, state } = page
  const errors = answer?.errors ?? {}
  const names = { language: common(`reading.names.${page.language}`), original: common(`reading.names.${page.own}`) }
  return (
    <DraftFrame head={head}>
      <p>
        <Link to={paths.draftLanguages(head.slug)}>{t('texts.back')}</Link>
      </p>
      <div className="stack stack-s">
        <h2>{t('texts.title', names)}</h2>
        <p>{t('texts.lead')}</p>
        {state === 'missing' && head.mayChange && answer === undefined && (
          <p>
            <Link to={paths.draftTexts(head.slug, page.language, '?kopia=ja')} reloadDocument>
              {t('texts.copy')}
            </Link>
          </p>
        )}
      </div>
      {answer?.conflict === true && (
        <Notice tone="lichen" live>
          <p>{t('texts.conflict')}</p>
          <p>
            <a href={paths.draftTexts(head.slug, page.language)} target="_blank" rel="noreferrer">
              {t('texts.conflictLink')}
            </a>
          </p>
        </Notice>
      )}
      {page.isOutdated && (
        <Notice tone="lichen">{t(state === 'outdated' ? 'texts.state.outdated' : 'texts.alsoChanged', names)}</Notice>
      )}
      <FormErrorSummary errors={errors} />
      <Form method="post" className={styles['form']} noValidate>
        <input type="hidden" name="version" value={page.fields.version} />
        <Texts page={page} errors={errors} />
        {state !== 'outdated' && (
          <Notice tone={state === 'whole' ? 'ok' : 'lichen'}>{t(`texts.state.${state}`, names)}</Notice>
        )}
        {head.mayChange && (
          <>
            <CheckboxField
              id="field-klar"
              label={t('texts.done')}
              name="klar"
              value="ja"
              defaultChecked={page.fields.klar === 'ja'}
              error={errors['klar']}
            />
            <Row>
              <Button name="intent" value="save">
                {t('texts.save')}
              </Button>
            </Row>
          </>
        )}
      </Form>
      {state !== 'missing' && head.mayChange && (
        <details>
          <summary>{t('texts.remove', names)}</summary>
          <Form method="post" className="stack">
            <p>{t('texts.removeLead', names)}</p>
            <div>
              <Button name="intent" value="remove" variant="quiet">
                {t('texts.removeConfirm', names)}
              </Button>
            </div>
          </Form>
        </details>
      )}
    </DraftFrame>
  )
}
