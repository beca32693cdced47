import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Badge, DataTable, Row, Section, Stack, Tabs } from '~/shared/ui'
import { type PreviewPage, type PreviewRow, type RowsChoice, writeRowsChoice } from '../../import/preview-page'
import styles from '../table.module.css'
import type { ImportHead } from './import-page'
import { tellProblem } from './tell'

const tones = { skapad: 'ok', andrad: 'sea', oforandrad: 'granite', avvisad: 'lichen', fraga: 'lichen' } as const

export function PreviewRows({ head, preview }: { head: ImportHead; preview: PreviewPage }) {
  const t = useOfficeT('participantImport')
  return (
    <Section title={t('rows.title')} id="rader">
      <Stack>
        <RowsTabs importId={head.importId} onlyProblems={preview.onlyProblems} />
        {preview.rows.length === 0 ? (
          <p>{t('rows.none')}</p>
        ) : (
          <DataTable caption={t('rows.caption', { count: preview.found })}>
            <thead>
              <tr>
                <th scope="col">{t('rows.line')}</th>
                <th scope="col">{t('rows.outcome')}</th>
                <th scope="col">{t('rows.name')}</th>
                <th scope="col">{t('rows.what')}</th>
                <th scope="col">{t('rows.number')}</th>
                <th scope="col">{t('rows.employer')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.line}>
                  <th scope="row">{row.line}</th>
                  <td>
                    <Badge tone={tones[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
                  </td>
                  <td>{row.name}</td>
                  <td className={styles.wide}>
                    <Problems row={row} />
                  </td>
                  <td className={styles.nowrap}>{row.number}</td>
                  <td>{row.employer}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
        <RowsPages importId={head.importId} {...preview} />
      </Stack>
    </Section>
  )
}

function Problems({ row }: { row: PreviewRow }) {
  const t = useOfficeT('participantImport')
  const tRecord = useOfficeT('participants')
  if (row.problems.length + row.remarks.length === 0) return <span className="small">{t('rows.noProblem')}</span>
  return (
    <ul className={styles.problems}>
      {row.problems.map((problem) => (
        <li key={`${problem.column ?? ''} ${problem.code}`}>
          <strong>
            {problem.heading ?? (problem.column === null ? t('rows.wholeRow') : t(`field.${problem.column}`))}
          </strong>
          {problem.value !== undefined && problem.value !== '' && ` ${t('rows.says', { value: problem.value })}`}
          {': '}
          {tellProblem(problem, t, tRecord)}
        </li>
      ))}
      {row.remarks.map((remark) => (
        <li key={remark.code}>
          <span>{t(`field.${remark.column}`)}</span> {t('rows.says', { value: remark.value })}
          {': '}
          {t(`remark.${remark.code}`)}
        </li>
      ))}
    </ul>
  )
}

export function RowsTabs({ importId, onlyProblems }: { importId: string; onlyProblems: boolean }) {
  const t = useOfficeT('participantImport')
  const to = (choice: RowsChoice) => `${paths.participantImportStep(importId)}${writeRowsChoice(choice)}#rader`
  return (
    <Tabs
      label={t('rows.show')}
      items={[
        { label: t('rows.all'), to: to({ page: 1, onlyProblems: false }), active: !onlyProblems },
        { label: t('rows.problems'), to: to({ page: 1, onlyProblems: true }), active: onlyProblems },
      ]}
    />
  )
}

export function RowsPages(props: { importId: string; page: number; pages: number; onlyProblems: boolean }) {
  const { importId, page, pages, onlyProblems } = props
  const t = useOfficeT('participantImport')
  if (pages === 1) return null
  const to = (number: number) =>
    `${paths.participantImportStep(importId)}${writeRowsChoice({ page: number, onlyProblems })}#rader`
  return (
    <nav aria-label={t('rows.pages')}>
      <Row>
        {page > 1 && <Link to={to(page - 1)}>{t('rows.previous')}</Link>}
        <span>{t('rows.where', { page, pages })}</span>
        {page < pages && <Link to={to(page + 1)}>{t('rows.next')}</Link>}
      </Row>
    </nav>
  )
}
