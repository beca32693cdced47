import { Form } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { Button, Notice, Row } from '~/shared/ui'
import { useSaver } from '~/shared/use-saver'
import type { LessonPage, ReflectionPage } from '../lesson-page'
import { countWords } from '../rules'
import { SaverLine } from './saver-state'
import styles from './lesson.module.css'

interface TextBody {
  kind: 'text'
  text: string
  /** The saved time of the text that was being changed. */
  base: string | null
}

function isTextBody(value: unknown): value is TextBody {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
}

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
  const area = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState(() => countWords(reflection.text))
  const [other, setOther] = useState<string>()
  const saver = useSaver<TextBody>(
    paths.lessonDraft(page.course.slug, page.slug),
    `portal:text:${viewerKey}:${page.lessonId}`,
    reflection.savedAt,
  )
  const { savedAt } = saver.state

  function write(text: string, delayMs: number): void {
    setWords(countWords(text))
    saver.put({ kind: 'text', text, base: savedAt }, delayMs)
  }

  function replace(text: string): void {
    if (area.current !== null) area.current.value = text
    write(text, 0)
  }

  useEffect(() => {
    const field = area.current
    if (field === null) return
    const left = saver.recall()
    if (isTextBody(left) && left.text === reflection.text) saver.forget()
    if (isTextBody(left) && left.text !== reflection.text) {
      if (left.base === reflection.savedAt) replace(left.text)
      else setOther(left.text)
    } else if (field.value !== reflection.text) write(field.value, 0)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page has loaded
  }, [])

  return (
    <div className="stack">
      <DocumentView document={reflection.prompt} shift={1} />
      {other !== undefined && (
        <OtherText
          text={other}
          onAppend={() => {
            replace(`${area.current?.value ?? ''}\n\n${other}`.trim())
            setOther(undefined)
          }}
          onDrop={() => {
            if (saver.pending() === undefined) saver.forget()
            setOther(undefined)
          }}
        />
      )}
      <Form method="post" className="stack" onSubmit={saver.stop} preventScrollReset>
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
            onChange={(event) => write(event.currentTarget.value, 900)}
          />
          <Row between>
            <p className="hint" id="text-words">
              {t('reflection.words', { count: words, min: reflection.minWords })}
            </p>
            <SaverLine state={saver.state} />
          </Row>
        </div>
        <Row>
          {page.finishedAt === null && (
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

function OtherText({ text, onAppend, onDrop }: { text: string; onAppend: () => void; onDrop: () => void }) {
  const t = useT('lesson')
  return (
    <Notice tone="lichen" live>
      <h3>{t('reflection.otherTitle')}</h3>
      <p>{t('reflection.otherText')}</p>
      <p className={styles['otherText']}>{text}</p>
      <Row>
        <Button type="button" variant="quiet" onClick={onAppend}>
          {t('reflection.otherAppend')}
        </Button>
        <Button type="button" variant="quiet" onClick={onDrop}>
          {t('reflection.otherDrop')}
        </Button>
      </Row>
    </Notice>
  )
}
