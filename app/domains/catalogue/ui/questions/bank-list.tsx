import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDay } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Button, ButtonLink, DataTable, EmptyState, Page, PageHeader, SelectField, TextField } from '~/shared/ui'
import type { BankFilter, BankQuestion } from '../../questions/bank'
import { questionTypes } from '../../questions/model'
import styles from './editor.module.css'

export interface BankListPage {
  filter: BankFilter
  questions: (Pick<BankQuestion, 'bankQuestionId' | 'organisationName' | 'courseTitle' | 'tags' | 'competenceCodes'> & {
    type: BankQuestion['question']['type']
    prompt: string
    changedOn: Date
  })[]
  tags: string[]
  courses: { slug: string; title: string }[]
  competences: { value: string; label: string }[]
  query: string
}

/** The bank of questions: found by words, type, tag, competence and course. */
export function BankList({ page }: { page: BankListPage }) {
  const t = useOfficeT('quizzes')
  const { filter, questions } = page
  const all = { value: '', label: t('bank.all') }
  return (
    <Page width="wide">
      <PageHeader
        title={t('bank.title')}
        lead={t('bank.lead')}
        actions={
          <>
            <ButtonLink to={paths.importQuestions()} variant="quiet">
              {t('fileImport.open')}
            </ButtonLink>
            {questions.length > 0 &&
              (['yaml', 'json'] as const).map((form) => (
                <ButtonLink key={form} to={paths.questionBankFile(form, page.query)} variant="quiet" document>
                  {t('statistics.export', { form: form.toUpperCase() })}
                </ButtonLink>
              ))}
          </>
        }
      />
      <div className={styles['form']}>
        <Form className={styles['adding']} action={paths.newBankQuestion()}>
          <SelectField
            label={t('editor.newType')}
            name="typ"
            options={questionTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
          />
          <Button>{t('bank.make')}</Button>
        </Form>
        <Form className={styles['filters']} role="search" aria-label={t('bank.filter')}>
          <TextField label={t('bank.words')} name="sok" type="search" defaultValue={filter.words} />
          <SelectField
            label={t('bank.type')}
            name="slag"
            defaultValue={filter.type ?? ''}
            options={[all, ...questionTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))]}
          />
          <SelectField
            label={t('bank.tag')}
            name="etikett"
            defaultValue={filter.tag ?? ''}
            options={[all, ...page.tags.map((tag) => ({ value: tag, label: tag }))]}
          />
          <SelectField
            label={t('bank.competence')}
            name="kompetens"
            defaultValue={filter.competence ?? ''}
            options={[all, ...page.competences]}
          />
          <SelectField
            label={t('bank.course')}
            name="kurs"
            defaultValue={filter.course ?? ''}
            options={[all, ...page.courses.map((course) => ({ value: course.slug, label: course.title }))]}
          />
          <SelectField
            label={t('bank.state')}
            name="visa"
            defaultValue={filter.retired ? 'utgangna' : ''}
            options={[
              { value: '', label: t('bank.inUse') },
              { value: 'utgangna', label: t('bank.retired') },
            ]}
          />
          <div>
            <Button variant="quiet">{t('bank.show')}</Button>
          </div>
        </Form>
        {questions.length === 0 ? (
          <EmptyState title={t('bank.none')}>
            <p>{t('bank.noneText')}</p>
          </EmptyState>
        ) : (
          <DataTable caption={t('bank.count', { count: questions.length })}>
            <thead>
              <tr>
                {(['prompt', 'type', 'tags', 'belongs', 'changed'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`bank.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <tr key={question.bankQuestionId}>
                  <th scope="row">
                    <Link to={paths.bankQuestion(question.bankQuestionId)}>{question.prompt}</Link>
                  </th>
                  <td>{t(`types.${question.type}`)}</td>
                  <td>
                    {[...question.tags, ...question.competenceCodes].map((tag) => (
                      <span key={tag}>
                        <Badge>{tag}</Badge>{' '}
                      </span>
                    ))}
                  </td>
                  <td>{question.courseTitle ?? question.organisationName}</td>
                  <td>{formatDay(question.changedOn)}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </div>
    </Page>
  )
}
