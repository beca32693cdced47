import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Notice, Section, Stack } from '~/shared/ui'
import type { ClosingPage } from '../../months/closing-page'

const kinds = ['incomplete', 'overlap', 'daily-cap', 'above-nominal'] as const

/** What stands in the way of the whole month: who has not signed, who is not attested, and what to look at first. */
export function Obstacles({ page }: { page: ClosingPage }) {
  const t = useOfficeT('closing')
  const { counts, project, month } = page
  const [unsigned, unattested] = [counts['vantar-pa-signatur'], counts['vantar-pa-attest']]
  if (counts.all === 0) return null
  if (unsigned + unattested + page.obstacles.length === 0)
    return (
      <Notice tone="ok">
        <p>{t('obstacles.none')}</p>
      </Notice>
    )
  return (
    <Section title={t('obstacles.title')}>
      <Stack>
        <ul className="plain-list stack stack-s">
          {unsigned > 0 && (
            <li>
              <Link to={paths.month(project.diarienr, month, '?lage=vantar-pa-signatur')}>
                {t('obstacles.unsigned', { count: unsigned })}
              </Link>
              <div className="small">{t('obstacles.unsignedHint')}</div>
            </li>
          )}
          {unattested > 0 && (
            <li>
              <Link to={paths.month(project.diarienr, month, '?lage=vantar-pa-attest')}>
                {t('obstacles.unattested', { count: unattested })}
              </Link>
              <div className="small">{t('obstacles.unattestedHint')}</div>
            </li>
          )}
        </ul>
        {kinds.map((kind) => (
          <Kind key={kind} page={page} kind={kind} />
        ))}
      </Stack>
    </Section>
  )
}

function Kind({ page, kind }: { page: ClosingPage; kind: (typeof kinds)[number] }) {
  const t = useOfficeT('closing')
  const found = page.obstacles.filter((obstacle) => obstacle.kind === kind)
  const total = found[0]?.total ?? 0
  if (total === 0) return null
  const { diarienr, dailyCapMinutes } = page.project
  const to = (participationId: string) =>
    kind === 'incomplete'
      ? paths.participant(participationId)
      : paths.month(diarienr, page.month, `?post=${participationId}`)
  return (
    <details>
      <summary>{t(`obstacles.${kind}.title`, { count: total })}</summary>
      <p className="small">{t(`obstacles.${kind}.hint`, { cap: formatMinutes(dailyCapMinutes) })}</p>
      <ul>
        {found.map((obstacle) => (
          <li key={`${obstacle.participationId} ${obstacle.day ?? ''}`}>
            <Link to={to(obstacle.participationId)}>{obstacle.name}</Link>
            {obstacle.day !== null && ` · ${obstacle.day}`}
            {obstacle.minutes !== null && ` · ${formatMinutes(obstacle.minutes)}`}
            {obstacle.titles.length > 0 && (
              <div className="small">{obstacle.titles.map((title) => t('obstacles.line', { title })).join(' · ')}</div>
            )}
          </li>
        ))}
      </ul>
      {total > found.length && <p className="small">{t('obstacles.more', { count: total - found.length })}</p>}
    </details>
  )
}
