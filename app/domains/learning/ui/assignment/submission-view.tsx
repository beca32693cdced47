import { Form } from '@remix-run/react'
import type { Criterion } from '~/domains/catalogue'
import { useOfficeT } from '~/i18n/use-office-t'
import type { RichDocument } from '~/shared/editor/document'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { Button, Card, FormErrorSummary, Notice, Page, PageHeader, Row, Section, TextField } from '~/shared/ui'
import type { AssignmentPage, Feedback } from '../../assignment/page'
import { type Assessment, type AssessmentFault, noAssessment } from '../../assignment/review-form'
import type { Step } from '../../assignment/standing'
import { Versions } from './assignment-work'
import { FeedbackList } from './feedback-list'
import { RubricFields } from './rubric-form'
import { StepHead } from './step-list'
import styles from './assignment.module.css'

export interface SubmissionPage {
  name: string
  course: { slug: string; title: string }
  lesson: { slug: string; title: string }
  task: RichDocument
  rubric: Criterion[]
  versions: AssignmentPage['versions']
  newestId: string
  steps: Step[]
  feedback: Feedback[]
  /** Why there is nothing to decide, or null when there is. */
  undecidable: 'own' | 'decided' | 'returned' | 'noLeader' | null
  /** Steps that can be finished for the person. */
  releasable: ('train' | 'peer' | 'self')[]
}

export interface SubmissionRefused {
  message: string
  typed: Assessment
  faults: Record<string, AssessmentFault>
  /** The stage whose reason is at fault. */
  stage: string | null
  reason: string
}

/** Somebody's work as a course leader reads it: its versions, what has been said, the decision, and a way past each step. */
export function SubmissionView({ page, refused }: { page: SubmissionPage; refused: SubmissionRefused | undefined }) {
  const t = useOfficeT('assignments')
  const { course, lesson } = page
  return (
    <Page width="text">
      <PageHeader
        title={page.name}
        lead={`${lesson.title}, ${course.title}`}
        breadcrumbs={[{ label: t('list.title'), to: paths.submissions() }, { label: page.name }]}
      />
      {refused && (
        <Notice tone="granite" live>
          {refused.message}
        </Notice>
      )}
      <ol className={styles['steps']}>
        {page.steps.map((step) => (
          <StepHead key={step.name} step={step} />
        ))}
      </ol>
      <details className={styles['version']}>
        <summary>{t('taskTitle')}</summary>
        <DocumentView document={page.task} shift={1} />
      </details>
      <Section title={t('submission.works')}>
        <Versions versions={page.versions} />
      </Section>
      {page.feedback.length > 0 && (
        <Section title={t('submission.feedback')}>
          <FeedbackList feedback={page.feedback} rubric={page.rubric} />
        </Section>
      )}
      <Section title={t('submission.decideTitle')} id="bedomning">
        {page.undecidable === null ? (
          <DecideForm page={page} refused={refused} />
        ) : (
          <p>{t(`submission.${page.undecidable}`)}</p>
        )}
      </Section>
      {page.releasable.length > 0 && <Releases page={page} refused={refused} />}
    </Page>
  )
}

function DecideForm({ page, refused }: { page: SubmissionPage; refused: SubmissionRefused | undefined }) {
  const t = useOfficeT('assignments')
  const errors = Object.fromEntries(
    Object.entries(refused?.faults ?? {}).map(([name, fault]) => [name, t(`assess.fault.${fault}`)]),
  )
  return (
    <Form method="post" className="stack stack-l" noValidate>
      <FormErrorSummary errors={errors} />
      <input type="hidden" name="submissionId" value={page.newestId} />
      <RubricFields
        rubric={page.rubric}
        typed={refused?.typed ?? noAssessment}
        faults={refused?.faults ?? {}}
        commentLabel={t('assess.comment')}
        commentHint={t('submission.commentHint')}
      />
      <Row>
        <Button name="intent" value="godkand">
          {t('submission.approve')}
        </Button>
        <Button name="intent" value="komplettera" variant="quiet">
          {t('submission.returnIt')}
        </Button>
      </Row>
    </Form>
  )
}

function Releases({ page, refused }: { page: SubmissionPage; refused: SubmissionRefused | undefined }) {
  const t = useOfficeT('assignments')
  return (
    <Section title={t('submission.releaseTitle')} id="steg">
      <p>{t('submission.releaseText')}</p>
      {page.releasable.map((stage) => {
        const isFaulty = refused?.stage === stage
        const step = t(`steps.${stage}`)
        return (
          <Card key={stage}>
            <Form method="post" className="stack stack-s">
              <input type="hidden" name="stage" value={stage} />
              <TextField
                id={`field-reason-${stage}`}
                label={
                  <>
                    {t('submission.reason')} <span className="visually-hidden">{step}</span>
                  </>
                }
                hint={t('submission.reasonHint')}
                name="reason"
                maxLength={300}
                defaultValue={isFaulty ? refused.reason : ''}
                error={isFaulty ? refused.message : undefined}
              />
              <div>
                <Button name="intent" value="release" variant="quiet">
                  {t('submission.release', { step })}
                </Button>
              </div>
            </Form>
          </Card>
        )
      })}
    </Section>
  )
}
