import { Form } from '@remix-run/react'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import type { RichDocument } from '~/shared/editor/document'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  CheckboxField,
  FormErrorSummary,
  Notice,
  Page,
  PageHeader,
  Row,
  SelectField,
  TextArea,
  TextField,
} from '~/shared/ui'
import type { ActivityFields } from '../../activity/forms'
import { type ActivityState, activityKinds, activityTimeTypes } from '../../activity/model'
import { ActivityTopics } from './activity-topics'
import styles from './making.module.css'
import { PublishForm } from './publish-form'
import { type Choice, RowField, RowSelect } from './row-field'

const RichTextEditor = lazy(async () => ({
  default: (await import('~/shared/editor/rich-text-editor')).RichTextEditor,
}))

export interface ActivityDraft {
  fields: ActivityFields
  body: RichDocument
  markdown: string
  /** Undefined for a new activity. */
  stored: { slug: string; state: ActivityState } | undefined
  organisers: Choice[]
  projects: Choice[]
  competences: Choice[]
  organisations: Choice[]
}

export interface ActivityFaults {
  errors: Record<string, string>
  conflict: boolean
}

function Body({ draft, error }: { draft: ActivityDraft; error: string | undefined }) {
  const t = useOfficeT('making')
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const plain = (
    <TextArea
      label={t('body')}
      name="markdown"
      defaultValue={draft.markdown}
      hint={t('markdownHint')}
      error={error}
      className={`input ${styles['markdown'] ?? ''}`}
    />
  )
  return (
    <div className="field" id="field-body">
      {scripted ? (
        <Suspense fallback={plain}>
          <RichTextEditor name="body" label={t('body')} initial={draft.body} error={error} />
        </Suspense>
      ) : (
        plain
      )}
    </div>
  )
}

const rowsOf = (filled: number, least: number) => Array.from({ length: Math.max(filled + 1, least) }, (_, row) => row)

function Competences({ draft, error }: { draft: ActivityDraft; error: string | undefined }) {
  const t = useOfficeT('making')
  const { fields } = draft
  const none = { value: '', label: t('none') }
  return (
    <fieldset className={styles['group']}>
      <legend>{t('competences')}</legend>
      <p className="small">{t('competencesHint')}</p>
      {error !== undefined && <p className="field-error">{error}</p>}
      {rowsOf(fields.competence.length, 3).map((row) => (
        <div key={row} className={styles['three']}>
          <RowSelect
            label={t('competence', { number: row + 1 })}
            row={row}
            name="competence"
            defaultValue={fields.competence[row] ?? ''}
            options={[none, ...draft.competences]}
          />
          <RowSelect
            label={t('level')}
            row={row}
            name="competenceLevel"
            defaultValue={fields.competenceLevel[row] ?? '2'}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          />
          <RowSelect
            label={t('weight')}
            row={row}
            name="competenceWeight"
            defaultValue={fields.competenceWeight[row] ?? '1'}
            options={[
              { value: '1', label: t('weights.full') },
              { value: '0.5', label: t('weights.half') },
              { value: '0.25', label: t('weights.quarter') },
            ]}
          />
        </div>
      ))}
    </fieldset>
  )
}

function Bookers({ draft, errors }: { draft: ActivityDraft; errors: Record<string, string> }) {
  const t = useOfficeT('making')
  const { fields } = draft
  const none = { value: '', label: t('none') }
  return (
    <fieldset className={styles['group']}>
      <legend>{t('who')}</legend>
      <CheckboxField
        label={t('approval')}
        name="approvalRequired"
        value="ja"
        defaultChecked={fields.approvalRequired === 'ja'}
      />
      <CheckboxField label={t('onlyListed')} name="onlyListed" value="ja" defaultChecked={fields.onlyListed === 'ja'} />
      {errors['listed'] !== undefined && <p className="field-error">{errors['listed']}</p>}
      {errors['seats'] !== undefined && <p className="field-error">{errors['seats']}</p>}
      <p className="small">{t('seatsHint')}</p>
      {rowsOf(fields.listed.filter((one) => one !== '').length, 3).map((row) => (
        <div key={row} className={styles['three']}>
          <RowSelect
            label={t('listed', { number: row + 1 })}
            row={row}
            name="listed"
            defaultValue={fields.listed[row] ?? ''}
            options={[none, ...draft.organisations]}
          />
          <RowField
            label={t('seats')}
            row={row}
            name="seats"
            inputMode="numeric"
            defaultValue={fields.seats[row] ?? ''}
          />
        </div>
      ))}
    </fieldset>
  )
}

/** The maker's form of an activity, new or stored. */
export function ActivityFormPage({ draft, faults }: { draft: ActivityDraft; faults: ActivityFaults | undefined }) {
  const t = useOfficeT('making')
  const calendar = useT('calendar')
  const activity = useT('activity')
  const common = useT('common')
  const { fields, stored } = draft
  const errors = faults?.errors ?? {}
  const back = stored === undefined ? paths.calendar() : paths.activity(stored.slug)
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: calendar('title'), to: paths.calendar() },
          ...(stored === undefined ? [] : [{ label: fields.title, to: back }]),
          { label: stored === undefined ? t('newTitle') : t('editTitle') },
        ]}
        title={stored === undefined ? t('newTitle') : t('editTitle')}
        lead={stored === undefined ? t('newLead') : undefined}
      />
      <div className={styles['form']}>
        {faults?.conflict === true && <Notice tone="lichen">{t('conflict')}</Notice>}
        <FormErrorSummary errors={errors} />
        <Form method="post" className={styles['form']} noValidate>
          <input type="hidden" name="version" value={fields.version} />
          <fieldset className={styles['group']}>
            <legend>{t('what')}</legend>
            <TextField
              label={t('title')}
              name="title"
              defaultValue={fields.title}
              maxLength={140}
              error={errors['title']}
            />
            <TextArea
              label={t('summary')}
              name="summary"
              defaultValue={fields.summary}
              maxLength={300}
              hint={t('summaryHint')}
              error={errors['summary']}
            />
            <div className={styles['three']}>
              <SelectField
                label={t('kind')}
                name="kind"
                defaultValue={fields.kind}
                error={errors['kind']}
                options={activityKinds.map((kind) => ({ value: kind, label: calendar(`kinds.${kind}`) }))}
              />
              <SelectField
                label={t('level')}
                name="level"
                defaultValue={fields.level}
                options={[
                  { value: '', label: t('none') },
                  ...['1', '2', '3', '4'].map((value) => ({ value, label: value })),
                ]}
              />
              <SelectField
                label={t('language')}
                name="language"
                defaultValue={fields.language}
                options={(['sv', 'en'] as const).map((value) => ({ value, label: activity(`languages.${value}`) }))}
              />
              {stored === undefined ? (
                <SelectField
                  label={t('organiser')}
                  name="organisationId"
                  defaultValue={fields.organisationId}
                  error={errors['organisationId']}
                  options={draft.organisers}
                />
              ) : (
                <input type="hidden" name="organisationId" value={fields.organisationId} />
              )}
            </div>
            <Body draft={draft} error={errors['body']} />
            <TextArea label={t('outcomes')} name="outcomes" defaultValue={fields.outcomes} hint={t('outcomesHint')} />
          </fieldset>
          <ActivityTopics fields={fields} />
          <fieldset className={styles['group']}>
            <legend>{t('counts')}</legend>
            <SelectField
              label={t('project')}
              name="projectId"
              defaultValue={fields.projectId}
              hint={t('projectHint')}
              error={errors['projectId']}
              options={[{ value: '', label: t('noProject') }, ...draft.projects]}
            />
            <SelectField
              label={t('timeType')}
              name="timeType"
              defaultValue={fields.timeType}
              error={errors['timeType']}
              options={activityTimeTypes.map((type) => ({ value: type, label: t(`timeTypes.${type}`) }))}
            />
            <TextField
              label={t('percent')}
              name="attendedPercent"
              inputMode="numeric"
              defaultValue={fields.attendedPercent}
              error={errors['attendedPercent']}
            />
            <TextArea
              label={t('product')}
              name="productPrompt"
              defaultValue={fields.productPrompt}
              hint={t('productHint')}
              maxLength={1000}
            />
            <TextField
              label={t('standard')}
              name="standardRef"
              defaultValue={fields.standardRef}
              hint={t('standardHint')}
              maxLength={300}
            />
          </fieldset>
          <Competences draft={draft} error={errors['competence']} />
          <Bookers draft={draft} errors={errors} />
          <Row>
            <Button name="intent" value="save">
              {t('save')}
            </Button>
            <ButtonLink to={back} variant="quiet">
              {common('cancel')}
            </ButtonLink>
          </Row>
        </Form>
        {stored !== undefined && (
          <PublishForm state={stored.state} checked={fields.checked} error={errors['checked']} />
        )}
      </div>
    </Page>
  )
}
