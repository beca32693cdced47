import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Badge, Button, ButtonLink, Card, DataTable, Notice, Row, Section, Stack } from '~/shared/ui'
import styles from '../table.module.css'
import type { ImportHead, ResultPage, ResultRow, StepAnswer } from './import-page'
import { Counts } from './preview-view'
import { RowsPages, RowsTabs } from './preview-rows'
import { tellProblem } from './tell'

const tones = { skapad: 'ok', andrad: 'sea', oforandrad: 'granite', avvisad: 'lichen' } as const

export function ResultView(props: {
  head: ImportHead
  result: ResultPage
  undone: boolean
  answer: StepAnswer | undefined
}) {
  const { head, result, undone, answer } = props
  const t = useOfficeT('participantImport')
  return (
    <Stack gap="l">
      {answer && (
        <Notice tone="granite" live>
          {answer.message}
        </Notice>
      )}
      <Counts counts={result.counts} />
      <Row>
        <ButtonLink to={paths.participantImport(`?projekt=${head.diarienr}`)}>{t('result.again')}</ButtonLink>
        {result.counts.avvisad > 0 && (
          <ButtonLink to={paths.participantImportRefused(head.importId)} variant="quiet" document>
            {t('apply.download')}
          </ButtonLink>
        )}
      </Row>
      <Section title={t('rows.title')} id="rader">
        <Stack>
          <RowsTabs importId={head.importId} onlyProblems={result.onlyProblems} />
          <ResultRows result={result} />
          <RowsPages importId={head.importId} {...result} />
        </Stack>
      </Section>
      {!undone && (
        <Card as="section">
          <h2>{t('result.undoTitle')}</h2>
          <p>{t('result.undoText')}</p>
          <Form method="post">
            <Button name="intent" value="undo" variant="quiet">
              {t('result.undo')}
            </Button>
          </Form>
        </Card>
      )}
    </Stack>
  )
}

function ResultRows({ result }: { result: ResultPage }) {
  const t = useOfficeT('participantImport')
  if (result.rows.length === 0) return <p>{t('rows.none')}</p>
  return (
    <DataTable caption={t('rows.caption', { count: result.found })}>
      <thead>
        <tr>
          <th scope="col">{t('rows.line')}</th>
          <th scope="col">{t('rows.outcome')}</th>
          <th scope="col">{t('rows.name')}</th>
          <th scope="col">{t('rows.what')}</th>
        </tr>
      </thead>
      <tbody>
        {result.rows.map((row) => (
          <tr key={row.line}>
            <th scope="row">{row.line}</th>
            <td>
              {row.undone ? (
                <Badge tone="granite">{t('result.undone')}</Badge>
              ) : (
                <Badge tone={tones[row.outcome]}>{t(`doneOutcome.${row.outcome}`)}</Badge>
              )}
            </td>
            <td>
              <Name row={row} />
            </td>
            <td className={styles.wide}>
              <What row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Name({ row }: { row: ResultRow }) {
  const t = useOfficeT('participantImport')
  if (row.name === null) return <>{t(row.outcome === 'avvisad' ? 'result.refused' : 'result.removed')}</>
  if (row.participationId === null) return <>{row.name}</>
  return <Link to={paths.participant(row.participationId)}>{row.name}</Link>
}

function What({ row }: { row: ResultRow }) {
  const t = useOfficeT('participantImport')
  const tRecord = useOfficeT('participants')
  if (row.kept.length > 0) {
    return <>{t('result.kept', { reasons: row.kept.map((reason) => t(`kept.${reason}`)).join(', ') })}</>
  }
  if (row.problems.length === 0) return <span className="small">{t('rows.noProblem')}</span>
  return (
    <ul className={styles.problems}>
      {row.problems.map((problem) => (
        <li key={`${problem.column ?? ''} ${problem.code}`}>
          <strong>{problem.column === null ? t('rows.wholeRow') : t(`field.${problem.column}`)}</strong>
          {': '}
          {tellProblem(problem, t, tRecord)}
        </li>
      ))}
    </ul>
  )
}
