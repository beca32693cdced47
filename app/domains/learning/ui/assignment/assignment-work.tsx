import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { DocumentView } from '~/shared/editor/document-view'
import { Section } from '~/shared/ui'
import type { AssignmentPage } from '../../assignment/page'
import type { LessonPage } from '../../lesson-page'
import { AssessmentView, RubricView } from './assessment-view'
import { FeedbackList } from './feedback-list'
import { FileList } from './file-list'
import { HandInForm } from './hand-in-form'
import { StepList } from './step-list'
import styles from './assignment.module.css'

export interface AssignmentWorkProps {
  page: LessonPage
  assignment: AssignmentPage
  viewerKey: string
}

/** An assignment as its author meets it: what to do next, the task, the work, and what others have said of it. */
export function AssignmentWork({ page, assignment, viewerKey }: AssignmentWorkProps) {
  const t = useOfficeT('assignments')
  const own = assignment.feedback.find(({ kind }) => kind === 'self')
  const others = assignment.feedback.filter(({ kind }) => kind !== 'self')
  return (
    <>
      <Section title={t('stepsTitle')} id="steg">
        <StepList page={page} assignment={assignment} />
      </Section>
      {others.length > 0 && (
        <Section title={t('feedback.title')} id="aterkoppling">
          <FeedbackList feedback={others} rubric={assignment.rubric} />
        </Section>
      )}
      <Section title={t('taskTitle')} id="uppgift">
        <DocumentView document={assignment.task} shift={1} />
        {assignment.rubric.length > 0 && <RubricView rubric={assignment.rubric} />}
      </Section>
      <Section title={t('handIn.title')} id="arbete">
        {assignment.mayHandIn ? (
          <HandInForm key={page.lessonId} page={page} assignment={assignment} viewerKey={viewerKey} />
        ) : (
          <p>{t('handIn.closed')}</p>
        )}
      </Section>
      {assignment.versions.length > 0 && (
        <Section title={t('versions.title')} id="versioner">
          <Versions versions={assignment.versions} />
        </Section>
      )}
      {own !== undefined && (
        <Section title={t('feedback.self')} id="sjalvbedomning">
          <AssessmentView assessment={own} rubric={assignment.rubric} />
        </Section>
      )}
    </>
  )
}

/** Every version that was handed in; the newest stands open. */
export function Versions({ versions }: { versions: AssignmentPage['versions'] }) {
  const t = useOfficeT('assignments')
  return (
    <div className="stack">
      {versions.map(({ version, submittedAt, text, files }, index) => (
        <details key={version} className={styles['version']} open={index === 0}>
          <summary>
            {t('versions.version', { version, time: formatDateTime(new Date(submittedAt)) })}
            {index === 0 && versions.length > 1 && ` (${t('versions.latest')})`}
          </summary>
          <p className={styles['words']}>{text === '' ? t('versions.noText') : text}</p>
          <FileList files={files} />
        </details>
      ))}
    </div>
  )
}
