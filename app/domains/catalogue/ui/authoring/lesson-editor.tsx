import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { Button, Card, Notice, Row, Tabs } from '~/shared/ui'
import { DraftFrame } from './draft-frame'
import type { LessonEditorPage, ReadTexts } from './lesson-editor-page'

function Reading({ texts, lang }: { texts: ReadTexts; lang: string }) {
  const t = useOfficeT('authoring')
  return (
    <div lang={lang}>
      <h3>{texts.title}</h3>
      <DocumentView document={texts.body} shift={2} />
      {texts.prompt !== null && (
        <>
          <h3>{t('lesson.prompt')}</h3>
          <DocumentView document={texts.prompt} shift={2} />
        </>
      )}
    </div>
  )
}

/** One lesson of a draft in one language; the form for its texts and the rest of it comes as children. */
export function LessonEditor({ page, children }: { page: LessonEditorPage; children: ReactNode }) {
  const t = useOfficeT('authoring')
  const { head, language, texts, lessonId } = page
  const addressIn = (index: number, code: string) =>
    paths.draftLesson(head.slug, lessonId, index === 0 ? '' : `?sprak=${code}`)
  return (
    <DraftFrame head={head}>
      <p>
        <Link to={paths.draft(head.slug)}>{t('lesson.back')}</Link>
      </p>
      <h2>
        {page.name} <span className="small">{t(`kinds.${page.kind}`)}</span>
      </h2>
      {page.languages.length > 1 && (
        <Tabs
          label={t('lesson.languageTabs')}
          items={page.languages.map((one, index) => ({
            label: `${t(`languages.${one.language}`)} (${index === 0 ? t('lesson.original') : one.has ? one.language : t('lesson.missing')})`,
            to: addressIn(index, one.language),
            active: one.language === language,
          }))}
        />
      )}
      {texts === null && head.mayChange && (
        <Notice>
          <p>{t('lesson.begin')}</p>
          <Form method="post">
            <Row>
              <Button name="intent" value="begin">
                {t('lesson.beginEmpty')}
              </Button>
              <Button name="intent" value="copy" variant="quiet">
                {t('lesson.beginCopy')}
              </Button>
            </Row>
          </Form>
        </Notice>
      )}
      {texts !== null && head.mayChange && children}
      {page.reading !== null && (
        <details open={!head.mayChange || texts === null}>
          <summary>{t(head.mayChange ? 'lesson.readOriginal' : 'lesson.readText')}</summary>
          <Reading texts={page.reading} lang={head.mayChange ? (page.languages[0]?.language ?? language) : language} />
        </details>
      )}
      <Card>
        <p>
          <strong>{t('lesson.doneTitle')}</strong>
        </p>
        <p>{t(`lesson.done.${page.kind}`)}</p>
      </Card>
    </DraftFrame>
  )
}
