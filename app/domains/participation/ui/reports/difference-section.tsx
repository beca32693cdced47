import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, DataTable, Section, Stack } from '~/shared/ui'
import type { BatchPage } from '../../reports/batch-page'
import type { DifferenceKind, DifferenceRow } from '../../reports/model'

const tones: Record<DifferenceKind, 'ok' | 'granite' | 'lichen'> = {
  added: 'ok',
  removed: 'granite',
  changed: 'lichen',
}

/** What this file changes against the one that it replaced. */
export function DifferenceSection({ view }: { view: BatchPage }) {
  const t = useOfficeT('reports')
  const { difference } = view.batch
  if (difference === null) return null
  const { previousNumber, previous, added, removed, changed, minutes } = difference
  return (
    <Section
      title={t('difference.title', { number: previousNumber })}
      actions={<Link to={paths.scbBatch(previous)}>{t('months.number', { number: previousNumber })}</Link>}
    >
      {added + removed + changed === 0 ? (
        <p>{t('difference.none')}</p>
      ) : (
        <Stack>
          <p>
            {t('difference.counts', {
              added,
              removed,
              changed,
              minutes: `${minutes > 0 ? '+' : ''}${formatMinutes(minutes)}`,
            })}
          </p>
          <DataTable caption={t('difference.caption')}>
            <thead>
              <tr>
                <th scope="col">{t('batch.name')}</th>
                <th scope="col">{t('difference.what')}</th>
                <th scope="col">{t('difference.before')}</th>
                <th scope="col">{t('difference.after')}</th>
              </tr>
            </thead>
            <tbody>
              {view.differences.map((row) => (
                <tr key={row.personId}>
                  <th scope="row">
                    {row.participationId === null ? (
                      row.name
                    ) : (
                      <Link to={paths.participant(row.participationId)}>{row.name}</Link>
                    )}
                  </th>
                  <td>
                    <Badge tone={tones[row.kind]}>{t(`difference.${row.kind}`)}</Badge>
                    {row.numberChanged && <div className="xsmall">{t('difference.number')}</div>}
                  </td>
                  <td>
                    <Values values={row.before} />
                  </td>
                  <td>
                    <Values values={row.after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          {view.differences.length < added + removed + changed && (
            <p className="small">{t('difference.more', { count: view.differences.length })}</p>
          )}
        </Stack>
      )}
    </Section>
  )
}

function Values({ values }: { values: DifferenceRow['before'] }) {
  const t = useOfficeT('reports')
  if (values === null) return <>–</>
  const { startsOn, endsOn, reportedMinutes } = values
  return (
    <>
      {[
        formatMinutes(reportedMinutes),
        ...(startsOn === null ? [] : [t('difference.start', { day: startsOn })]),
        ...(endsOn === null ? [] : [t('difference.end', { day: endsOn })]),
      ].join(', ')}
    </>
  )
}
