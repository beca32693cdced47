import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, FormErrorSummary, Notice, Row, SelectField, TextArea, TextField } from '~/shared/ui'
import styles from './authoring.module.css'
import { DraftFrame } from './draft-frame'
import { Assessed, Competences, Rights, Topics } from './settings-fields'
import type { SettingsPage } from './settings-page'
import { Access, Entry, Schedule, Validity } from './terms-fields'
import { WritingField } from './text-field'

export interface SettingsAnswer {
  errors: Record<string, string>
  conflict: boolean
}

function Basics({ page, errors }: { page: SettingsPage; errors: Record<string, string> }) {
  const t = useOfficeT('courseSettings')
  const common = useT('common')
  const { fields, language } = page
  return (
    <fieldset className={styles['group']}>
      <legend>{t('basics')}</legend>
      <TextField
        label={t('title')}
        name="title"
        defaultValue={fields.title}
        maxLength={120}
        error={errors['title']}
        lang={language}
      />
      <TextArea
        label={t('summary')}
        name="summary"
        hint={t('summaryHint')}
        defaultValue={fields.summary}
        maxLength={220}
        error={errors['summary']}
        lang={language}
      />
      <WritingField
        label={t('description')}
        name="body"
        markdownName="markdown"
        text={page.description}
        language={language}
        error={errors['body']}
      />
      <TextArea
        label={t('outcomes')}
        name="outcomes"
        hint={t('outcomesHint')}
        defaultValue={fields.outcomes}
        error={errors['outcomes']}
        lang={language}
      />
      <div className={styles['columns']}>
        <SelectField
          label={t('level')}
          name="level"
          defaultValue={fields.level}
          options={([1, 2, 3, 4] as const).map((level) => ({
            value: String(level),
            label: `${level} ${common(`level.${level}`)}`,
          }))}
        />
        <SelectField
          label={t('form')}
          name="form"
          defaultValue={fields.form}
          options={(['kort-kurs', 'kurs'] as const).map((value) => ({ value, label: t(`forms.${value}`) }))}
        />
      </div>
      <Assessed page={page} />
      <p className="small">{t('minutes', { time: formatMinutes(page.minutes) })}</p>
    </fieldset>
  )
}

function Editors({ page, error }: { page: SettingsPage; error: string | undefined }) {
  const t = useOfficeT('courseSettings')
  return (
    <section className={styles['group']} aria-labelledby="redaktion">
      <h2 id="redaktion">{t('editors.title')}</h2>
      <p className="small">{t('editors.lead')}</p>
      {page.editors.length === 0 && <p>{t('editors.none')}</p>}
      <ul className="plain-list stack stack-s">
        {page.editors.map(({ personId, name }) => (
          <li key={personId}>
            <Form method="post">
              <input type="hidden" name="personId" value={personId} />
              <Row between>
                <span>{name ?? t('editors.someone')}</span>
                {page.head.mayChange && (
                  <Button variant="quiet" name="intent" value="dismiss">
                    {t('editors.remove', { name: name ?? '' })}
                  </Button>
                )}
              </Row>
            </Form>
          </li>
        ))}
      </ul>
      {page.head.mayChange && (
        <Form method="post" className={styles['columns']} noValidate>
          <TextField label={t('editors.email')} name="email" type="email" error={error} />
          <div>
            <Button variant="quiet" name="intent" value="invite">
              {t('editors.add')}
            </Button>
          </div>
        </Form>
      )}
    </section>
  )
}

/** Everything that is said of a course beside its lessons. */
export function SettingsView({ page, answer }: { page: SettingsPage; answer: SettingsAnswer | undefined }) {
  const t = useOfficeT('courseSettings')
  const errors = answer?.errors ?? {}
  return (
    <DraftFrame head={page.head}>
      {answer?.conflict === true && (
        <Notice tone="lichen" live>
          <p>{t('conflict')}</p>
          <p>
            <a href={paths.draftSettings(page.head.slug)} target="_blank" rel="noreferrer">
              {t('conflictLink')}
            </a>
          </p>
        </Notice>
      )}
      <FormErrorSummary errors={errors} />
      <Form method="post" className={styles['form']} noValidate>
        <input type="hidden" name="version" value={page.fields.version} />
        <Basics page={page} errors={errors} />
        <Competences page={page} errors={errors} />
        <Topics page={page} />
        <Entry page={page} errors={errors} />
        <Validity page={page} errors={errors} />
        <Access page={page} errors={errors} />
        <Schedule page={page} errors={errors} />
        <Rights page={page} errors={errors} />
        {page.head.mayChange && (
          <Row>
            <Button name="intent" value="save">
              {t('save')}
            </Button>
          </Row>
        )}
      </Form>
      <Editors page={page} error={errors['email']} />
    </DraftFrame>
  )
}
