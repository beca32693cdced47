import { Form } from '@remix-run/react'
import { useState } from 'react'
import { acceptedEndings, FORM_FILE_BYTES, sizeText } from '~/domains/catalogue'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, Row } from '~/shared/ui'
import type { AssignmentPage } from '../../assignment/page'
import type { LessonPage } from '../../lesson-page'
import { countWords } from '../../rules'
import { keptPage } from '../held'
import { OtherText } from '../other-text'
import { SaverLine } from '../saver-state'
import { useKeptText } from '../use-kept-text'
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
  const [latest] = assignment.versions
  const peer = assignment.steps.some(({ name }) => name === 'peer')
  const readers = peer ? (assignment.isAnonymous ? 'anonymous' : 'named') : 'leader'
  return (
    <div className="stack">
      <OtherText left={left} />
      {latest !== undefined && !assignment.isChanged && <p>{t('handIn.unchanged')}</p>}
      <Form method="post" encType="multipart/form-data" className="stack" onSubmit={stop} preventScrollReset>
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
        {assignment.mostFiles > 0 && <FileFields assignment={assignment} />}
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

function FileFields({ assignment }: { assignment: AssignmentPage }) {
  const t = useOfficeT('assignments')
  const language = useLanguage()
  const { attached, mostFiles } = assignment
  return (
    <fieldset className="fieldset">
      <legend>{t('files.title')}</legend>
      <p className="hint" id="files-rules">
        {t('files.most', { count: mostFiles })} {t('files.rules', { size: sizeText(FORM_FILE_BYTES, language) })}
      </p>
      {attached.length > 0 && (
        <ul className="plain-list stack stack-s">
          {attached.map(({ fileId, name, bytes }) => (
            <li key={fileId}>
              <Row>
                <a href={paths.submissionFile(fileId)} download>
                  {name}
                </a>
                <span className="small">{sizeText(bytes, language)}</span>
                <Button name="intent" value={`remove-${fileId}`} variant="quiet">
                  {t('files.remove')} <span className="visually-hidden">{name}</span>
                </Button>
              </Row>
            </li>
          ))}
        </ul>
      )}
      {attached.length < mostFiles && (
        <div className="field">
          <label htmlFor="field-file">{t('files.choose')}</label>
          <Row>
            {/* Begins anew when its file has been taken, which would be sent again otherwise. */}
            <input
              key={attached.map(({ fileId }) => fileId).join()}
              id="field-file"
              type="file"
              name="file"
              className="input"
              accept={acceptedEndings}
              aria-describedby="files-rules"
            />
            <Button name="intent" value="upload" variant="quiet">
              {t('files.upload')}
            </Button>
          </Row>
        </div>
      )}
    </fieldset>
  )
}
