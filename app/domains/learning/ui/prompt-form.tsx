import { Form } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, Row } from '~/shared/ui'
import type { LessonPage } from '../lesson-page'
import { OtherText } from './other-text'
import { SaverLine } from './saver-state'
import { keptPage } from './held'
import { useKeptText } from './use-kept-text'

/** The reader's own answer to a question in the text; saved as it is written, and nobody else's to see. */
export function PromptForm({ page, promptKey, viewerKey }: { page: LessonPage; promptKey: string; viewerKey: string }) {
  const t = useT('lesson')
  const saved = page.prompts[promptKey] ?? { text: '', savedAt: null }
  const { area, state, write, stop, left } = useKeptText(
    {
      url: paths.lessonDraft(page.course.slug, page.slug),
      key: `portal:text:${viewerKey}:${page.lessonId}:${promptKey}`,
      message: { kind: 'prompt', key: promptKey, page: keptPage(page) },
    },
    saved,
  )
  const id = `prompt-${promptKey}`
  return (
    <>
      <OtherText left={left} />
      <Form method="post" className="stack stack-s" onSubmit={stop} preventScrollReset>
        <input type="hidden" name="key" value={promptKey} />
        <div className="field">
          <label htmlFor={id}>{t('prompt.label')}</label>
          <textarea
            id={id}
            name="text"
            className="input"
            ref={area}
            rows={4}
            maxLength={20_000}
            defaultValue={saved.text}
            aria-describedby={`${id}-private`}
            onChange={(event) => write(event.currentTarget.value, 900)}
          />
          <Row between>
            <p className="hint" id={`${id}-private`}>
              {t('prompt.private')}
            </p>
            <SaverLine state={state} />
          </Row>
        </div>
        <noscript>
          <Button name="intent" value="save-prompt" variant="quiet">
            {t('prompt.save')}
          </Button>
        </noscript>
      </Form>
    </>
  )
}
