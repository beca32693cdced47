import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Card, FormErrorSummary, Notice, Row, SelectField, Tabs, TextField } from '~/shared/ui'
import type { DraftHead } from '../../authoring/desk'
import type { LessonFields } from '../../authoring/lesson-form'
import type { LessonKind } from '../../model'
import type { LessonFaults } from '../../authoring/lesson-form'
import { QuestionEditor } from '../questions/question-editor'
import { QuizSettingsFields } from '../questions/quiz-settings-fields'
import { AssignmentEditor } from './assignment-fields'
import styles from './authoring.module.css'
import { DraftFrame } from './draft-frame'
import { type ShownText, WritingField } from './text-field'

export interface LessonEditorPage {
  head: DraftHead
  lessonId: string
  name: string
  kind: LessonKind
  language: Language
  /** The course's own language, then the others; `has` says whether the lesson has a text in it. */
  languages: { language: Language; has: boolean }[]
  fields: LessonFields
  body: ShownText
  prompt: ShownText
  lectures: { value: string; label: string }[]
}

export interface LessonEditorFaults {
  errors: Record<string, string>
  questions: LessonFaults['questions']
  quiz: LessonFaults['quiz']
  assignment: LessonFaults['assignment']
  /** The field of a question to go on with. */
  focus: string | null
  /** When somebody else saved, in words. */
  conflict: string | null
}

function KindFields({ page, faults }: { page: LessonEditorPage; faults: LessonEditorFaults | undefined }) {
  const t = useOfficeT('authoring')
  const making = useOfficeT('assignmentMaking')
  const { fields } = page
  const errors = faults?.errors ?? {}
  switch (page.kind) {
    case 'article':
      return null
    case 'lecture':
      return (
        <SelectField
          label={t('lesson.lecture')}
          name="lectureId"
          hint={t('lesson.lectureHint')}
          defaultValue={fields.lectureId}
          error={errors['lectureId']}
          options={[{ value: '', label: t('lesson.lectureNone') }, ...page.lectures]}
        />
      )
    case 'quiz':
      return (
        <>
          <QuizSettingsFields fields={fields.quiz} faults={faults?.quiz ?? {}} />
          <h2>{t('lesson.questionsTitle')}</h2>
          <QuestionEditor drafts={fields.questions} faults={faults?.questions ?? []} focus={faults?.focus} />
        </>
      )
    case 'reflection':
      return (
        <>
          <WritingField
            label={t('lesson.prompt')}
            hint={t('lesson.promptHint')}
            name="prompt"
            markdownName="promptMarkdown"
            text={page.prompt}
            language={page.language}
            error={errors['prompt']}
          />
          <TextField
            label={t('lesson.minWords')}
            name="minWords"
            inputMode="numeric"
            defaultValue={fields.minWords}
            error={errors['minWords']}
          />
        </>
      )
    case 'assignment':
      return (
        <>
          <WritingField
            label={making('task')}
            hint={making('taskHint')}
            name="prompt"
            markdownName="promptMarkdown"
            text={page.prompt}
            language={page.language}
            error={errors['prompt']}
          />
          <AssignmentEditor fields={fields.assignment} faults={faults?.assignment ?? {}} />
        </>
      )
  }
}

function Conflict({ page, at }: { page: LessonEditorPage; at: string }) {
  const t = useOfficeT('authoring')
  return (
    <div role="alert">
      <Notice tone="lichen">
        <p>
          <strong>{t('lesson.conflict', { time: at })}</strong>
        </p>
        <p>{t('lesson.conflictAdvice')}</p>
        <p>
          <a href={paths.draftLesson(page.head.slug, page.lessonId)} target="_blank" rel="noreferrer">
            {t('lesson.conflictLink')}
          </a>
        </p>
      </Notice>
    </div>
  )
}

/** One lesson of a draft in one language: its text, its time and what its kind asks for. */
export function LessonEditor({ page, faults }: { page: LessonEditorPage; faults: LessonEditorFaults | undefined }) {
  const t = useOfficeT('authoring')
  const common = useT('common')
  const errors = faults?.errors ?? {}
  const { head, fields, language } = page
  const isOriginal = language === page.languages[0]?.language
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
            to: paths.draftLesson(head.slug, page.lessonId, index === 0 ? '' : `?sprak=${one.language}`),
            active: one.language === language,
          }))}
        />
      )}
      {typeof faults?.conflict === 'string' && <Conflict page={page} at={faults.conflict} />}
      <Form method="post" className={styles['form']} noValidate>
        <FormErrorSummary errors={errors} />
        <input type="hidden" name="version" value={fields.version} />
        {(page.kind === 'quiz' || page.kind === 'assignment') && head.mayChange && (
          <Row>
            <Button name="intent" value="save">
              {t('lesson.save')}
            </Button>
          </Row>
        )}
        <TextField
          label={t('lesson.title')}
          name="title"
          defaultValue={fields.title}
          maxLength={150}
          error={errors['title']}
          lang={language}
        />
        {isOriginal ? (
          <TextField
            label={t('lesson.minutes')}
            name="minutes"
            inputMode="numeric"
            hint={t('lesson.minutesHint')}
            defaultValue={fields.minutes}
            error={errors['minutes']}
          />
        ) : (
          <p className="small">{t('lesson.translationHint')}</p>
        )}
        <WritingField
          label={t('lesson.body')}
          name="body"
          markdownName="markdown"
          text={page.body}
          language={language}
          error={errors['body']}
        />
        {isOriginal && <KindFields page={page} faults={faults} />}
        <Card>
          <p>
            <strong>{t('lesson.doneTitle')}</strong>
          </p>
          <p>{t(`lesson.done.${page.kind}`)}</p>
        </Card>
        {head.mayChange && (
          <Row>
            <Button name="intent" value="save">
              {t('lesson.save')}
            </Button>
            <ButtonLink to={paths.draft(head.slug)} variant="quiet">
              {common('cancel')}
            </ButtonLink>
          </Row>
        )}
      </Form>
    </DraftFrame>
  )
}
