import { Form, Link } from '@remix-run/react'
import type { TextConflict } from '~/domains/writing/ui/use-autosave'
import { useOfficeT } from '~/i18n/use-office-t'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { Button, Card, Notice, Row, Tabs } from '~/shared/ui'
import { DraftFrame } from './draft-frame'
import { KindFields, type LessonEditorFaults } from './kind-fields'
import type { LessonEditorPage, ReadTexts } from './lesson-editor-page'
import { LessonForm } from './lesson-form'

export interface LessonEditorAnswer extends LessonEditorFaults {
  met: { body?: TextConflict; prompt?: TextConflict }
  /** Grows with every answer. */
  at: number
}

function Reading({ texts, lang }: { texts: ReadTexts; lang: string }) {
  const t = useOfficeT('authoring')
  return (
    <div lang={lang}>
      <h3>{texts.title}</h3>
      <DocumentView document={texts.body} shift={2} />
      {texts.prompt !== null && (
        <>
          <h3 lang="">{t('lesson.prompt')}</h3>
          <DocumentView document={texts.prompt} shift={2} />
        </>
      )}
    </div>
  )
}

/** One lesson of a draft in one language: its texts, its time and what its kind asks for. */
export function LessonEditor({ page, answer }: { page: LessonEditorPage; answer: LessonEditorAnswer | undefined }) {
  const t = useOfficeT('authoring')
  const { head, fields, language, texts, lessonId } = page
  const isOriginal = language === page.languages[0]?.language
  const addressIn = (index: number, code: string) =>
    paths.draftLesson(head.slug, lessonId, index === 0 ? '' : `?sprak=${code}`)
  const editAt = addressIn(isOriginal ? 0 : 1, language)
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
      {texts !== null && head.mayChange && (
        <LessonForm
          key={`${language}-${texts.body.textId}`}
          texts={texts}
          viewerKey={page.viewerKey}
          language={language}
          editAt={editAt}
          backTo={paths.draft(head.slug)}
          errors={answer?.errors ?? {}}
          met={answer?.met ?? {}}
          savesFirst={page.kind === 'quiz'}
        >
          {isOriginal ? (
            <KindFields key={answer?.at} kind={page.kind} fields={fields} lectures={page.lectures} faults={answer} />
          ) : (
            <p className="small">{t('lesson.translationHint')}</p>
          )}
        </LessonForm>
      )}
      {page.reading !== null && !head.mayChange && <Reading texts={page.reading} lang={language} />}
      <Card>
        <p>
          <strong>{t('lesson.doneTitle')}</strong>
        </p>
        <p>{t(`lesson.done.${page.kind}`)}</p>
      </Card>
    </DraftFrame>
  )
}
