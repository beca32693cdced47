import { Form, Link, useSubmit } from '@remix-run/react'
import { type FormEvent, lazy, type ReactNode, Suspense, useRef } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import type { RichDocument } from '~/shared/editor/document'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, FormErrorSummary, Notice, Row, TextArea } from '~/shared/ui'
import type { TextFields, Written } from '..'
import { ConflictView } from './conflict-view'
import { SavingLine } from './saving-line'
import { type Autosave, type LoadedText, type TextConflict, useAutosave, usePlace } from './use-autosave'
import styles from './writing.module.css'

const loadEditor = () => import('~/shared/editor/rich-text-editor')
const RichTextEditor = lazy(async () => ({ default: (await loadEditor()).RichTextEditor }))

/** What a form was answered with, and what had been typed in it. */
export interface TextAnswer {
  errors: Record<string, string>
  conflict: TextConflict | null
  typed: (Written & { markdown: string }) | null
}

export interface TextFormProps {
  text: LoadedText & {
    markdown: string
    /** Whether it says something else than what readers have. */
    isChanged: boolean
  }
  /** Keeps apart what several people write in one browser. */
  viewerKey: string
  readAt: string
  editAt: string
  answer: TextAnswer | undefined
  words: { body: string; markdownHint: string; publish: string; saveDraft: string; cancel: string }
  /** The short texts beside the body; the names of the fields are those of the text. */
  fields: (values: TextFields, errors: Record<string, string>) => ReactNode
}

function fieldsIn(form: HTMLFormElement | null, names: readonly string[]): TextFields {
  if (form === null) return {}
  const sent = new FormData(form)
  return Object.fromEntries(names.map((name) => [name, String(sent.get(name) ?? '')]))
}

/** Whether somebody has begun to write in the plain field while the editor was being fetched. */
function hasChangedMarkdown(form: HTMLFormElement | null): boolean {
  const field = form?.elements.namedItem('markdown')
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue
}

function Notices({ autosave, isChanged }: { autosave: Autosave; isChanged: boolean }) {
  const t = useOfficeT('writing')
  const recoveredAt = autosave.opened?.recoveredAt
  return (
    <>
      {recoveredAt !== undefined && (
        <Notice live>
          <p>{t('recovered', { time: formatDateTime(new Date(recoveredAt)) })}</p>
        </Notice>
      )}
      {(isChanged || autosave.hasSaved) && (
        <Notice tone="lichen">
          <p>{t('draft')}</p>
        </Notice>
      )}
    </>
  )
}

/**
 * Where a text is written: saved while one writes, published by its button. Without script it is a form with Markdown
 * that saves the draft or publishes it; either way a text that meets another's is shown beside it.
 */
export function TextForm({ text, viewerKey, readAt, editAt, answer, words, fields }: TextFormProps) {
  const t = useOfficeT('writing')
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const body = useRef<RichDocument>()
  const typed = answer?.typed ?? undefined
  const names = Object.keys(text.fields)
  const place = usePlace(viewerKey, text.textId, loadEditor)
  const autosave = useAutosave(place, text, () =>
    hasChangedMarkdown(form.current) ? null : { body: typed?.body ?? text.body, fields: fieldsIn(form.current, names) },
  )
  const { opened } = autosave
  const conflict = answer?.conflict ?? autosave.conflict
  if (conflict != null) {
    const { textId } = text
    return <ConflictView textId={textId} editAt={editAt} conflict={conflict} onSettle={autosave.settle} />
  }

  const change = () => {
    if (opened === undefined) return
    autosave.change({ body: body.current ?? opened.body, fields: fieldsIn(form.current, names) })
  }

  async function publish(event: FormEvent<HTMLFormElement>): Promise<void> {
    if (opened === undefined) return
    event.preventDefault()
    const element = event.currentTarget
    if (!(await autosave.flush())) return
    const sent = new FormData(element)
    sent.set('intent', 'publish')
    sent.set('baseSeq', String(autosave.baseSeq()))
    submit(sent, { method: 'post' })
  }

  const errors = answer?.errors ?? {}
  const bodyError = errors['body'] ?? errors['markdown']
  const plain = (
    <TextArea
      label={words.body}
      name="markdown"
      defaultValue={typed?.markdown ?? text.markdown}
      hint={words.markdownHint}
      error={bodyError}
      className={`input ${styles['markdown'] ?? ''}`}
      spellCheck
      lang="sv"
    />
  )
  return (
    <>
      <Notices autosave={autosave} isChanged={text.isChanged} />
      <Form method="post" className={styles['form']} noValidate ref={form} onSubmit={(event) => void publish(event)}>
        <FormErrorSummary errors={errors} />
        <input type="hidden" name="baseSeq" value={text.seq} />
        <div className={styles['fields']} key={opened?.recoveredAt ?? 'stored'} onChange={change}>
          {fields(opened?.recoveredAt === undefined ? (typed?.fields ?? text.fields) : opened.fields, errors)}
        </div>
        {opened === undefined ? (
          plain
        ) : (
          <Suspense fallback={plain}>
            <RichTextEditor
              name="body"
              label={words.body}
              initial={opened.body}
              error={bodyError}
              onChange={(now) => {
                body.current = now
                change()
              }}
            />
          </Suspense>
        )}
        {opened !== undefined && <SavingLine {...autosave} />}
        <Row>
          <Button name="intent" value="publish">
            {words.publish}
          </Button>
          {opened === undefined && (
            <Button name="intent" value="draft" variant="quiet">
              {words.saveDraft}
            </Button>
          )}
          <ButtonLink to={readAt} variant="quiet">
            {words.cancel}
          </ButtonLink>
          <Link to={paths.textVersions(text.textId)}>{t('history')}</Link>
        </Row>
      </Form>
    </>
  )
}
