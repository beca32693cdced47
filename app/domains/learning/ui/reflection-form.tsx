import { Form } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { Button, Row } from '~/shared/ui'
import type { LessonPage, ReflectionPage } from '../lesson-page'
import { countWords } from '../rules'
import { OtherText } from './other-text'
import { SaverLine } from './saver-state'
import { HeldNotice, intentOf, keptPage, useHeld } from './held'
import { useKeptText } from './use-kept-text'
import styles from './lesson.module.css'

/**
 * The task and the reader's own text. The text is kept on this device from the first key until the server has it; a
 * copy that the server has not seen comes back, and is offered beside the text when that has changed elsewhere.
 */
export function ReflectionForm({
  page,
  reflection,
  viewerKey,
}: {
  page: LessonPage
  reflection: ReflectionPage
  viewerKey: string
}) {
  const t = useT('lesson')
  const [words, setWords] = useState(() => countWords(reflection.text))
  const { area, state, write, stop, left } = useKeptText(
    {
      url: paths.lessonDraft(page.course.slug, page.slug),
      key: `portal:text:${viewerKey}:${page.lessonId}`,
      message: { kind: 'text', page: keptPage(page) },
    },
    reflection,
    (text) => setWords(countWords(text)),
  )
  const { isHeld, hold, release } = useHeld(page, viewerKey)
  function submit(event: FormEvent<HTMLFormElement>): void {
    const text = area.current?.value ?? ''
    const isFinish = intentOf(event) === 'finish'
    const isHeldNow = hold(event, state.status === 'waiting', () =>
      isFinish ? { kind: 'finish', text, base: state.savedAt, transcriptRead: false } : undefined,
    )
    if (!isHeldNow) stop()
  }
  return (
    <div className="stack">
      <DocumentView document={reflection.prompt} shift={1} />
      <OtherText left={left} />
      <Form method="post" className="stack" onSubmit={submit} preventScrollReset>
        <div className="field">
          <label htmlFor="field-text">{t('reflection.label')}</label>
          <textarea
            id="field-text"
            name="text"
            className={`input ${styles['text']}`}
            ref={area}
            rows={14}
            maxLength={20_000}
            defaultValue={reflection.text}
            aria-describedby="text-words"
            onChange={(event) => {
              if (isHeld) release()
              write(event.currentTarget.value, 900)
            }}
          />
          <Row between>
            <p className="hint" id="text-words">
              {t('reflection.words', { count: words, min: reflection.minWords })}
            </p>
            <SaverLine state={state} />
          </Row>
        </div>
        {isHeld && <HeldNotice kind="finish" onUndo={release} />}
        <Row>
          {page.finishedAt === null && !isHeld && (
            <Button name="intent" value="finish">
              {page.goOn === undefined ? t('finish.button') : t('finish.andOn')}
            </Button>
          )}
          <noscript>
            <Button name="intent" value="save-text" variant="quiet">
              {t('reflection.save')}
            </Button>
          </noscript>
          {page.finishedAt !== null && (
            <Button name="intent" value="save-text" variant="quiet">
              {t('reflection.save')}
            </Button>
          )}
        </Row>
      </Form>
    </div>
  )
}
