import { Form } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, Notice, Row } from '~/shared/ui'
import type { AssignmentPage } from '../../assignment/page'
import type { LessonPage } from '../../lesson-page'
import { countWords } from '../../rules'
import { keptPage } from '../held'
import { OtherText } from '../other-text'
import { SaverLine } from '../saver-state'
import { useKeptText } from '../use-kept-text'
import { FileFields } from './file-fields'
import styles from '../lesson.module.css'

/**
 * The author's text and files in one form, so that nothing typed is lost whichever button is pressed. The text is saved
 * as it is written where scripts run.
 */
export function HandInForm(props: { page: LessonPage; assignment: AssignmentPage; viewerKey: string }) {
  const { page, assignment, viewerKey } = props
  const t = useOfficeT('assignments')
  const [words, setWords] = useState(() => countWords(assignment.draft.text))
  const { area, state, write, stop, left } = useKeptText(
    {
      url: paths.lessonDraft(page.course.slug, page.slug),
      key: `portal:text:${viewerKey}:${page.lessonId}`,
      message: { kind: 'text', page: keptPage(page) },
    },
    assignment.draft,
    (text) => setWords(countWords(text)),
  )
  const [isSending, setSending] = useState(false)
  const [isHeld, setHeld] = useState(false)
  const [latest] = assignment.versions
  const peer = assignment.steps.some(({ name }) => name === 'peer')
  const readers = peer ? (assignment.isAnonymous ? 'anonymous' : 'named') : 'leader'
  /** Nothing is handed in beside a file that is on its way. */
  function submit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent
    const waits = isSending && submitter instanceof HTMLButtonElement && submitter.value === 'hand-in'
    setHeld(waits)
    if (waits) event.preventDefault()
    else stop()
  }
  return (
    <div className="stack">
      <OtherText left={left} />
      {latest !== undefined && !assignment.isChanged && <p>{t('handIn.unchanged')}</p>}
      <Form method="post" encType="multipart/form-data" className="stack" onSubmit={submit} preventScrollReset>
        <div className="field">
          <label htmlFor="field-text">{t('handIn.label')}</label>
          <textarea
            id="field-text"
            name="text"
            className={`input ${styles['text']}`}
            ref={area}
            rows={14}
            maxLength={20_000}
            defaultValue={assignment.draft.text}
            aria-describedby="text-words text-readers"
            onChange={(event) => write(event.currentTarget.value, 900)}
          />
          <Row between>
            <p className="hint" id="text-words">
              {assignment.minWords > 0
                ? t('handIn.words', { count: words, min: assignment.minWords })
                : t('handIn.wordsFree', { count: words })}
            </p>
            <SaverLine state={state} />
          </Row>
          <p className="hint" id="text-readers">
            {t(`handIn.readers.${readers}`)}
          </p>
        </div>
        {assignment.mostFiles > 0 && <FileFields page={page} assignment={assignment} tellSending={setSending} />}
        {isHeld && isSending && (
          <div role="alert">
            <Notice tone="granite">{t('files.sending.wait')}</Notice>
          </div>
        )}
        <Row>
          <Button name="intent" value="hand-in">
            {latest === undefined ? t('handIn.button') : t('handIn.again')}
          </Button>
          <noscript>
            <Button name="intent" value="save" variant="quiet">
              {t('handIn.save')}
            </Button>
          </noscript>
        </Row>
      </Form>
    </div>
  )
}
