import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, FormErrorSummary, Notice, Page, PageHeader, Row } from '~/shared/ui'
import type { BankFields } from '../../questions/bank-form'
import type { QuestionDraft } from '../../questions/draft'
import type { DraftFault } from '../../questions/form'
import { BankAbout, type BankChoices, type BankFieldFaults } from './bank-about'
import { QuestionEditor } from './question-editor'
import styles from './editor.module.css'

export interface BankQuestionPage extends BankChoices {
  stored: { bankQuestionId: string; retired: boolean } | undefined
}
export interface BankQuestionState {
  draft: QuestionDraft
  fields: BankFields
  faults: DraftFault[]
  fieldFaults: BankFieldFaults
  conflict: boolean
  focus: string | null
  /** Changes with every answer, so that the form shows what came back. */
  version: number
}

/** One question of the bank: its form, and beside it the question as a learner meets it. */
export function BankQuestionForm({
  page,
  state,
  preview,
}: {
  page: BankQuestionPage
  state: BankQuestionState
  /** The question to answer, when it is whole. */
  preview: ReactNode
}) {
  const t = useOfficeT('quizzes')
  const { stored } = page
  const { fields } = state
  const title = stored === undefined ? t('bank.newTitle') : t('bank.editTitle')
  const errors = Object.fromEntries([
    ...state.faults.map(({ field, fault }) => [field, t(`fault.${fault}`)]),
    ...Object.entries(state.fieldFaults).map(([name, fault]) => [name, t(`bank.fault.${fault}`)]),
  ]) as Record<string, string>
  return (
    <Page width="wide">
      <PageHeader
        title={title}
        breadcrumbs={[{ label: t('bank.title'), to: paths.questionBank() }, { label: title }]}
      />
      <div className={styles['beside']}>
        <div className={styles['form']}>
          {stored?.retired === true && <Notice tone="lichen">{t('bank.isRetired')}</Notice>}
          {state.conflict && (
            <Notice tone="granite" live>
              {t('bank.conflict')}
            </Notice>
          )}
          <FormErrorSummary errors={errors} />
          <Form method="post" key={state.version} className={styles['form']} noValidate preventScrollReset>
            <button name="intent" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true">
              {t('bank.save')}
            </button>
            <input type="hidden" name="version" value={fields.version} />
            <QuestionEditor single drafts={[state.draft]} faults={state.faults} focus={state.focus} />
            <BankAbout choices={page} fields={fields} faults={state.fieldFaults} />
            <Row>
              <Button name="intent" value="save">
                {t('bank.save')}
              </Button>
              <Button name="intent" value="preview" variant="quiet">
                {t('bank.preview')}
              </Button>
              <ButtonLink to={paths.questionBank()} variant="quiet">
                {t('bank.cancel')}
              </ButtonLink>
            </Row>
          </Form>
          {stored !== undefined && (
            <Form method="post" className="row">
              <Button name="intent" value="duplicate" variant="quiet">
                {t('bank.duplicate')}
              </Button>
              <Button name="intent" value={stored.retired ? 'restore' : 'retire'} variant="quiet">
                {t(stored.retired ? 'bank.restore' : 'bank.retire')}
              </Button>
              <p className="small">{t('bank.retireHint')}</p>
            </Form>
          )}
        </div>
        <aside className={styles['preview']} aria-labelledby="forhandsvisning">
          <h2 id="forhandsvisning">{t('bank.previewTitle')}</h2>
          {preview ?? <p>{t('bank.previewNone')}</p>}
        </aside>
      </div>
    </Page>
  )
}
