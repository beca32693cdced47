import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  FormErrorSummary,
  Notice,
  Page,
  PageHeader,
  Row,
  TextField,
} from '~/shared/ui'
import type { BankFields } from '../../questions/bank-form'
import { type FileFault, type FileQuestion, MOST_FILE_QUESTIONS } from '../../questions/quiz-file'
import { BankAbout, type BankChoices, type BankFieldFaults } from './bank-about'
import styles from './editor.module.css'

export interface BankImportPage {
  choices: BankChoices
  /** Most bytes of a file, in words. */
  most: string
  /** What was read in just before. */
  done: { added: number; present: number } | null
}
export interface BankImportAnswer {
  fields: BankFields
  fieldFaults: BankFieldFaults
  /** Why the file was not read. */
  error: string | null
  found: { name: string; text: string; questions: FileQuestion[] } | null
  at: number
}

const example = `format: westum-quiz
version: 1
title: Bröd
pass: 70
questions:
  - type: single
    prompt: Vad får degen att jäsa?
    options:
      - { key: a, text: Jästen, correct: true, feedback: "Ja, jästen gör gas av socker." }
      - { key: b, text: Saltet, feedback: "Nej, saltet bromsar jäsningen." }
  - type: numeric
    prompt: Hur många minuter jäser degen?
    answer: 45
    tolerance: 5
    unit: minuter
`

/** The form that sends a file of questions, and an example of one. */
function ChooseFile({ page, answer }: { page: BankImportPage; answer: BankImportAnswer | undefined }) {
  const t = useOfficeT('quizzes')
  const fields = answer?.fields ?? { version: '', organisationId: '', courseId: '', tags: '', competence: [] }
  const errors = {
    ...(answer?.error == null ? {} : { file: answer.error }),
    ...Object.fromEntries(
      Object.entries(answer?.fieldFaults ?? {}).map(([name, fault]) => [name, t(`bank.fault.${fault}`)]),
    ),
  }
  return (
    <>
      {page.done !== null && (
        <Notice tone="ok" live>
          <p>{t('fileImport.done', { count: page.done.added, present: page.done.present })}</p>
          <Link to={paths.questionBank()}>{t('fileImport.toBank')}</Link>
        </Notice>
      )}
      <Form method="post" encType="multipart/form-data" className={styles['form']} noValidate key={answer?.at}>
        <FormErrorSummary errors={errors} />
        <TextField
          type="file"
          label={t('fileImport.file')}
          name="file"
          hint={t('fileImport.fileHint', { size: page.most, most: MOST_FILE_QUESTIONS })}
          accept=".yaml,.yml,.json,application/json,application/yaml"
          error={errors['file']}
        />
        <BankAbout isMany choices={page.choices} fields={fields} faults={answer?.fieldFaults ?? {}} />
        <Row>
          <Button>{t('fileImport.look')}</Button>
          <ButtonLink to={paths.questionBank()} variant="quiet">
            {t('bank.cancel')}
          </ButtonLink>
        </Row>
      </Form>
      <details className={styles['pick']}>
        <summary>{t('fileImport.formatTitle')}</summary>
        <p>{t('fileImport.formatLead')}</p>
        <pre className={styles['example']}>{example}</pre>
      </details>
    </>
  )
}

function Fault({ fault: { line, field, kind, detail } }: { fault: FileFault }) {
  const t = useOfficeT('quizzes')
  const place = field === '' ? t('fileImport.placeOnly', { line }) : t('fileImport.place', { line, field })
  const kinds = ['number', 'boolean', 'array', 'object'] as const
  const expected = kinds.find((each) => kind === 'wrong-kind' && each === detail)
  const said = expected === undefined ? detail : t(`fileImport.kinds.${expected}`)
  return (
    <li>
      <strong>{place}</strong> {t(`fileImport.faults.${kind}`, { detail: said })}
    </li>
  )
}

const tones = { new: 'ok', present: 'plain', faulty: 'granite' } as const

function Found({
  page,
  answer,
  found,
}: {
  page: BankImportPage
  answer: BankImportAnswer
  found: NonNullable<BankImportAnswer['found']>
}) {
  const t = useOfficeT('quizzes')
  const { questions } = found
  const count = (state: FileQuestion['state']) => questions.filter((each) => each.state === state).length
  const sum = t('fileImport.sum', {
    count: questions.length,
    new: count('new'),
    present: count('present'),
    faulty: count('faulty'),
  })
  return (
    <>
      <Notice tone={count('faulty') > 0 ? 'lichen' : 'sea'} live>
        <p>
          <strong>{found.name}</strong>
        </p>
        <p>{sum}</p>
        {count('faulty') > 0 && <p>{t('fileImport.faultyHint')}</p>}
      </Notice>
      <DataTable caption={t('fileImport.table')}>
        <thead>
          <tr>
            {(['number', 'state', 'question'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`fileImport.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map(({ number, line, prompt, type, state, faults }) => (
            <tr key={number}>
              <td>{number}</td>
              <td>
                <Badge tone={tones[state]}>{t(`fileImport.states.${state}`)}</Badge>
              </td>
              <th scope="row" className={styles['found']}>
                {prompt === '' ? t('fileImport.noPrompt') : prompt}
                <span className={styles['aside']}>
                  {type === null ? t('fileImport.unknownType') : t(`types.${type}`)}, {t('fileImport.line', { line })}
                </span>
                {faults.length > 0 && (
                  <ul className={styles['faults']}>
                    {faults.map((fault, at) => (
                      <Fault key={at} fault={fault} />
                    ))}
                  </ul>
                )}
              </th>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Form method="post" encType="multipart/form-data" className={styles['form']} noValidate key={answer.at}>
        <input type="hidden" name="name" value={found.name} />
        <input type="hidden" name="text" value={found.text} />
        {count('new') > 0 ? (
          <BankAbout isMany choices={page.choices} fields={answer.fields} faults={answer.fieldFaults} />
        ) : (
          <p>{t('fileImport.nothing')}</p>
        )}
        <Row>
          {count('new') > 0 && (
            <Button name="intent" value="apply">
              {t('fileImport.apply', { count: count('new') })}
            </Button>
          )}
          <ButtonLink to={paths.importQuestions()} variant="quiet">
            {t('fileImport.another')}
          </ButtonLink>
        </Row>
      </Form>
    </>
  )
}

/** Questions of a file: chosen, looked through, and put in the bank. */
export function BankImport({ page, answer }: { page: BankImportPage; answer: BankImportAnswer | undefined }) {
  const t = useOfficeT('quizzes')
  const title = t('fileImport.title')
  return (
    <Page width="wide">
      <PageHeader
        title={title}
        lead={t('fileImport.lead')}
        breadcrumbs={[{ label: t('bank.title'), to: paths.questionBank() }, { label: title }]}
      />
      <div className={styles['form']}>
        {answer?.found == null ? (
          <ChooseFile page={page} answer={answer} />
        ) : (
          <Found page={page} answer={answer} found={answer.found} />
        )}
      </div>
    </Page>
  )
}
