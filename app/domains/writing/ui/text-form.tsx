import { Form, Link, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, FormErrorSummary, Notice, Row } from '~/shared/ui'
import type { TextFields, Written } from '..'
import { ConflictView } from './conflict-view'
import { RecoveredNotice } from './recovered-notice'
import type { LoadedText, TextConflict } from './use-autosave'
import { useWritten } from './use-written'
import styles from './writing.module.css'
import { WrittenField } from './written-field'

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

/**
 * Where a text is written: saved while one writes, published by its button. Without script it is a form with Markdown
 * that saves the draft or publishes it; either way a text that meets another's is shown beside it.
 */
export function TextForm({ text, viewerKey, readAt, editAt, answer, words, fields }: TextFormProps) {
  const t = useOfficeT('writing')
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const typed = answer?.typed ?? undefined
  const written = useWritten({ text, viewerKey, form, plainName: 'markdown', typed })
  const { autosave } = written
  const { opened } = autosave
  const conflict = answer?.conflict ?? autosave.conflict
  if (conflict != null) {
    const { textId } = text
    return <ConflictView textId={textId} editAt={editAt} conflict={conflict} onSettle={autosave.settle} />
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
  return (
    <>
      <RecoveredNotice autosave={autosave} />
      {(text.isChanged || autosave.hasSaved) && (
        <Notice tone="lichen">
          <p>{t('draft')}</p>
        </Notice>
      )}
      <Form method="post" className={styles['form']} noValidate ref={form} onSubmit={(event) => void publish(event)}>
        <FormErrorSummary errors={errors} />
        <input type="hidden" name="baseSeq" value={text.seq} />
        <div className={styles['fields']} key={opened?.recoveredAt ?? 'stored'} onChange={written.change}>
          {fields(opened?.recoveredAt === undefined ? (typed?.fields ?? text.fields) : opened.fields, errors)}
        </div>
        <WrittenField
          written={written}
          label={words.body}
          name="body"
          plainName="markdown"
          plain={typed?.markdown ?? text.markdown}
          hint={words.markdownHint}
          error={errors['body'] ?? errors['markdown']}
          lang="sv"
        />
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
