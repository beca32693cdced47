import { Form, Link, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, FormErrorSummary, Notice, Row, TextField } from '~/shared/ui'
import { ConflictView } from './conflict-view'
import { RecoveredNotice } from './recovered-notice'
import type { LoadedText, TextConflict } from './use-autosave'
import { useWritten, type WrittenText } from './use-written'
import styles from './writing.module.css'
import { WrittenField } from './written-field'

type EditedText = LoadedText & { markdown: string }

export interface LessonFormProps {
  texts: {
    body: EditedText
    /** The task of a reflection or an assignment. */
    prompt: EditedText | null
    /** The title as a form without scripts sent it. */
    typedTitle?: string | undefined
  }
  /** Keeps apart what several people write in one browser. */
  viewerKey: string
  language: string
  editAt: string
  backTo: string
  errors: Record<string, string>
  /** Texts that met another's in a form without scripts. */
  met: { body?: TextConflict; prompt?: TextConflict }
  /** Whether a save button stands first too, since the enter key presses the first one of a form. */
  savesFirst: boolean
  /** What the form holds beside the texts. */
  children: ReactNode
}

type Part = Pick<WrittenText['autosave'], 'flush' | 'baseSeq'> & { isMet: boolean }

/** The task of a reflection or an assignment: a text of its own in the same form. */
function TaskField(given: {
  text: EditedText
  props: LessonFormProps
  form: RefObject<HTMLFormElement>
  onPart: (part: Part) => void
  onConflict: (conflict: TextConflict | undefined, settle: WrittenText['autosave']['settle']) => void
}) {
  const { text, props, form, onPart, onConflict } = given
  const t = useOfficeT('authoring')
  const written = useWritten({ text, viewerKey: props.viewerKey, form, plainName: 'promptMarkdown' })
  const { autosave } = written
  const { conflict } = autosave
  useEffect(() => onPart({ ...autosave, isMet: conflict !== undefined }))
  useEffect(() => {
    if (conflict !== undefined) onConflict(conflict, autosave.settle)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- told once for each conflict
  }, [conflict])
  if (conflict !== undefined || props.met.prompt !== undefined) return null
  return (
    <>
      <RecoveredNotice autosave={autosave} />
      <input type="hidden" name="promptSeq" value={text.seq} />
      <WrittenField
        written={written}
        label={t('lesson.prompt')}
        name="prompt"
        plainName="promptMarkdown"
        plain={text.markdown}
        hint={`${t('lesson.promptHint')} ${t('lesson.markdownHint')}`}
        error={props.errors['prompt']}
        lang={props.language}
      />
    </>
  )
}

/**
 * The form of a lesson: its texts, saved while one writes, and what else it holds, saved by the button. Without scripts
 * the button saves all of it. A text that meets another's is shown beside it above the rest, which stays as it is typed.
 */
export function LessonForm(props: LessonFormProps) {
  const { texts, viewerKey, language, editAt, errors } = props
  const t = useOfficeT('authoring')
  const writing = useOfficeT('writing')
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  const task = useRef<Part>()
  const [taskMet, setTaskMet] = useState<{ conflict: TextConflict; settle: WrittenText['autosave']['settle'] }>()
  const [isHeld, setHeld] = useState(false)
  const written = useWritten({ text: texts.body, viewerKey, form, plainName: 'markdown' })
  const { autosave } = written
  const { opened } = autosave
  const conflict = props.met.body ?? autosave.conflict
  const promptConflict = props.met.prompt ?? taskMet?.conflict

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    if (opened === undefined) return
    event.preventDefault()
    const element = event.currentTarget
    const { submitter } = event.nativeEvent as SubmitEvent
    const parts = [{ ...autosave, isMet: conflict !== undefined }, task.current]
    for (const part of parts) {
      if (part === undefined || part.isMet || (await part.flush())) continue
      setHeld(true)
      return
    }
    setHeld(false)
    const sent = new FormData(element)
    // The texts are saved already.
    for (const name of ['body', 'prompt']) sent.delete(name)
    if (submitter instanceof HTMLButtonElement) sent.set(submitter.name, submitter.value)
    submit(sent, { method: 'post', preventScrollReset: true })
  }

  const title =
    opened?.recoveredAt === undefined ? (texts.typedTitle ?? texts.body.fields['title']) : opened.fields['title']
  const saveButton = (
    <Button name="intent" value="save">
      {t('lesson.save')}
    </Button>
  )
  return (
    <>
      {conflict !== undefined && (
        <ConflictView textId={texts.body.textId} editAt={editAt} conflict={conflict} onSettle={autosave.settle} />
      )}
      {promptConflict !== undefined && texts.prompt !== null && (
        <ConflictView
          textId={texts.prompt.textId}
          editAt={editAt}
          conflict={promptConflict}
          {...(taskMet === undefined ? {} : { onSettle: taskMet.settle })}
        />
      )}
      <RecoveredNotice autosave={autosave} />
      <Form method="post" className={styles['form']} noValidate ref={form} onSubmit={(event) => void save(event)}>
        <FormErrorSummary errors={errors} />
        {props.savesFirst && <Row>{saveButton}</Row>}
        {conflict === undefined ? (
          <>
            <input type="hidden" name="baseSeq" value={texts.body.seq} />
            <div key={opened?.recoveredAt ?? 'stored'} onChange={written.change}>
              <TextField
                label={t('lesson.title')}
                name="title"
                defaultValue={title}
                maxLength={150}
                error={errors['title']}
                lang={language}
              />
            </div>
            <WrittenField
              written={written}
              label={t('lesson.body')}
              name="body"
              plainName="markdown"
              plain={texts.body.markdown}
              hint={t('lesson.markdownHint')}
              error={errors['body']}
              lang={language}
            />
          </>
        ) : (
          <Notice>
            <p>{t('lesson.metHint')}</p>
          </Notice>
        )}
        {texts.prompt !== null && (
          <TaskField
            text={texts.prompt}
            props={props}
            form={form}
            onPart={(part) => {
              task.current = part
            }}
            onConflict={(now, settle) => setTaskMet(now === undefined ? undefined : { conflict: now, settle })}
          />
        )}
        {props.children}
        {isHeld && (
          <div role="alert">
            <Notice tone="granite">{writing('held')}</Notice>
          </div>
        )}
        <Row>
          {saveButton}
          <ButtonLink to={props.backTo} variant="quiet">
            {t('lesson.back')}
          </ButtonLink>
          <Link to={paths.textVersions(texts.body.textId)}>{writing('history')}</Link>
          {texts.prompt !== null && (
            <Link to={paths.textVersions(texts.prompt.textId)}>{t('lesson.promptHistory')}</Link>
          )}
        </Row>
      </Form>
    </>
  )
}
