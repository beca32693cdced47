import { Form } from '@remix-run/react'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useT } from '~/i18n/use-t'
import type { RichDocument } from '~/shared/editor/document'
import { type ImportAnswer, ImportNotice, ImportPanel } from '~/shared/editor/import/import-panel'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, FormErrorSummary, Notice, Page, PageHeader, Row, TextArea, TextField } from '~/shared/ui'
import styles from './practice.module.css'

const RichTextEditor = lazy(async () => ({
  default: (await import('~/shared/editor/rich-text-editor')).RichTextEditor,
}))

export interface ExampleDraft {
  slug: string
  title: string
  summary: string
  body: RichDocument
  markdown: string
  /** The saved version that the writer has seen. */
  version: string
}

export interface ExampleEditFaults {
  errors: Record<string, string>
  /** When somebody else saved, in words. */
  conflict: string | null
}

function MarkdownField({ markdown, error }: { markdown: string; error?: string | undefined }) {
  const t = useT('practice')
  return (
    <TextArea
      label={t('field.body')}
      name="markdown"
      defaultValue={markdown}
      hint={t('hint.markdown')}
      error={error}
      className={`input ${styles['markdown'] ?? ''}`}
      spellCheck
      lang="sv"
    />
  )
}

export function ExampleEditor({
  draft,
  faults,
  imported,
}: {
  draft: ExampleDraft
  faults: ExampleEditFaults | undefined
  imported: ImportAnswer | undefined
}) {
  const t = useT('practice')
  const common = useT('common')
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const bodyError = faults?.errors['body'] ?? faults?.errors['markdown']
  const plain = <MarkdownField markdown={draft.markdown} error={bodyError} />
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: t('title'), to: paths.examples() },
          { label: draft.title, to: paths.example(draft.slug) },
        ]}
        title={t('editTitle')}
        lead={t('editLead')}
      />
      {typeof faults?.conflict === 'string' && (
        <div className={styles['conflict']} role="alert">
          <Notice tone="lichen">
            <p>
              <strong>{t('conflict', { time: faults.conflict })}</strong>
            </p>
            <p>{t('conflictAdvice')}</p>
            <p>
              <a href={paths.example(draft.slug)} target="_blank" rel="noreferrer">
                {t('conflictLink')}
              </a>
            </p>
          </Notice>
        </div>
      )}
      <ImportNotice answer={imported} />
      <Form method="post" className={styles['form']} noValidate>
        <FormErrorSummary errors={faults?.errors} />
        <input type="hidden" name="version" value={draft.version} />
        <TextField
          label={t('field.title')}
          name="title"
          defaultValue={draft.title}
          maxLength={140}
          hint={t('hint.title')}
          error={faults?.errors['title']}
          lang="sv"
        />
        <TextArea
          label={t('field.summary')}
          name="summary"
          defaultValue={draft.summary}
          maxLength={300}
          hint={t('hint.summary')}
          error={faults?.errors['summary']}
          lang="sv"
        />
        {scripted ? (
          <Suspense fallback={plain}>
            <RichTextEditor name="body" label={t('field.body')} initial={draft.body} error={bodyError} />
          </Suspense>
        ) : (
          plain
        )}
        <Row>
          <Button>{common('save')}</Button>
          <ButtonLink to={paths.example(draft.slug)} variant="quiet">
            {common('cancel')}
          </ButtonLink>
        </Row>
      </Form>
      <ImportPanel />
    </Page>
  )
}
