import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, Card, Notice, Row, Tabs } from '~/shared/ui'
import { DraftFrame } from './draft-frame'
import type { LessonEditorPage } from './lesson-editor-page'
import { OriginalBeside, Reading } from './original-beside'

/** One lesson of a draft in one language; the form for its texts and the rest of it comes as children. */
export function LessonEditor({ page, children }: { page: LessonEditorPage; children: ReactNode }) {
  const t = useOfficeT('authoring')
  const languages = useOfficeT('courseLanguages')
  const { head, language, texts, lessonId } = page
  const own = page.languages[0]?.language ?? language
  const isBeside = page.translation !== null && head.mayChange
  const addressIn = (index: number, code: string) =>
    paths.draftLesson(head.slug, lessonId, index === 0 ? '' : `?sprak=${code}`)
  return (
    <DraftFrame head={head}>
      <Row>
        <Link to={paths.draft(head.slug)}>{t('lesson.back')}</Link>
        {language !== own && <Link to={paths.draftLanguages(head.slug)}>{languages('texts.back')}</Link>}
      </Row>
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
      {texts !== null &&
        head.mayChange &&
        (isBeside && page.reading !== null ? (
          <OriginalBeside texts={page.reading} lang={own}>
            {children}
          </OriginalBeside>
        ) : (
          children
        ))}
      {page.reading !== null && !isBeside && (
        <details open>
          <summary>{t(head.mayChange ? 'lesson.readOriginal' : 'lesson.readText')}</summary>
          <Reading texts={page.reading} lang={head.mayChange ? own : language} />
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
