import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, FormErrorSummary, Notice, Page, PageHeader, Row, Section } from '~/shared/ui'
import type { AssessPage } from '../../assignment/page'
import { type Assessment, type AssessmentFault, noAssessment } from '../../assignment/review-form'
import { AssessmentView } from './assessment-view'
import { FileList } from './file-list'
import { RubricFields } from './rubric-form'
import styles from './assignment.module.css'

export interface AssessRefused {
  message: string
  typed: Assessment
  faults: Record<string, AssessmentFault>
}

/** A work or an example to assess; once it is done, what was said, and beside an example what the course leader said. */
export function AssessView({ page, refused }: { page: AssessPage; refused: AssessRefused | undefined }) {
  const t = useOfficeT('assignments')
  const { kind, course, lesson } = page
  const back = paths.lesson(course.slug, lesson.slug)
  const title = kind === 'train' ? t('assess.title.train', { title: page.title }) : t(`assess.title.${kind}`)
  const errors = Object.fromEntries(
    Object.entries(refused?.faults ?? {}).map(([name, fault]) => [name, t(`assess.fault.${fault}`)]),
  )
  return (
    <Page width="text">
      <PageHeader
        title={title}
        lead={t(`assess.lead.${kind}`)}
        breadcrumbs={[
          { label: course.title, to: paths.course(course.slug) },
          { label: lesson.title, to: back },
          { label: title },
        ]}
      />
      {refused && (
        <Notice tone="granite" live>
          {refused.message}
        </Notice>
      )}
      <details className={styles['version']}>
        <summary>{t('taskTitle')}</summary>
        <DocumentView document={page.task} shift={1} />
      </details>
      <Section title={t(kind === 'train' ? 'assess.exampleText' : 'assess.work')}>
        <div className={styles['work']}>
          <p className={styles['words']}>{page.text === '' ? t('versions.noText') : page.text}</p>
          <FileList files={page.files} />
        </div>
      </Section>
      {page.given === null ? (
        <Section title={t('assess.rubric')} id="bedomning">
          {page.closed ? (
            <p>{t('assess.closed')}</p>
          ) : (
            <Form method="post" className="stack stack-l" noValidate>
              <FormErrorSummary errors={errors} />
              <RubricFields
                rubric={page.rubric}
                typed={refused?.typed ?? noAssessment}
                faults={refused?.faults ?? {}}
                commentLabel={t(kind === 'peer' ? 'assess.comment' : 'assess.commentOptional')}
              />
              <p className="small">{t('assess.final')}</p>
              <Row>
                <Button>{t(`assess.send.${kind}`)}</Button>
              </Row>
            </Form>
          )}
        </Section>
      ) : (
        <>
          <Section title={t('assess.yours')} id="bedomning">
            <AssessmentView assessment={page.given} rubric={page.rubric} />
          </Section>
          {page.compared !== null && (
            <Section title={t('assess.theirs')}>
              <AssessmentView assessment={page.compared} rubric={page.rubric} beside={page.given} />
            </Section>
          )}
        </>
      )}
      <p className="section">
        <ButtonLink to={back} variant={page.given === null ? 'quiet' : 'primary'}>
          {t('assess.back')}
        </ButtonLink>
      </p>
    </Page>
  )
}
