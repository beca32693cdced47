import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Notice } from '~/shared/ui'
import type { ShownFinding, ShownLine, SignPage } from '../../months/sign-page'
import styles from './lines.module.css'

const known = (minutes: number | null) => (minutes === null ? '–' : formatMinutes(minutes))

/** Every line of a month with what was planned, attended, seen and signed of it, readable on the narrowest screen. */
export function MonthLines({ page }: { page: Pick<SignPage, 'lines' | 'signedMinutes'> }) {
  return (
    <ul className="plain-list">
      {page.lines.map((line) => (
        <Line key={line.timeEntryId} line={line} wasSigned={page.signedMinutes !== null} />
      ))}
    </ul>
  )
}

function Line({ line, wasSigned }: { line: ShownLine; wasSigned: boolean }) {
  const t = useOfficeT('months')
  const hours = useT('hours')
  return (
    <li className={styles.line}>
      <div className="row row-between">
        <strong className={styles.what}>
          <Link to={paths.ledgerLine(line.timeEntryId)}>{line.title}</Link>
        </strong>
        <strong className={styles.nowrap}>{formatMinutes(line.minutes)}</strong>
      </div>
      <div className="small">
        {line.workedOn}
        {line.time !== null && ` · ${line.time}`} · {hours(`type.${line.timeType}`)} · {t(`source.${line.sourceKind}`)}
      </div>
      {line.reason !== null && <div className="small">{t('lines.correction', { reason: line.reason })}</div>}
      <dl className={styles.figures}>
        <Figure label={t('lines.planned')} value={line.planned} />
        <Figure label={t('lines.attended')} value={line.attended} />
        <Figure label={t('lines.seen')} value={line.seen} />
        <Figure label={t('lines.signed')} value={line.signed} />
      </dl>
      {(line.late || (wasSigned && line.signed === null)) && (
        <div className="row">
          {wasSigned && line.signed === null && <Badge tone="lichen">{t('lines.new')}</Badge>}
          {line.late && <Badge tone="granite">{t('lines.late')}</Badge>}
        </div>
      )}
    </li>
  )
}

function Figure({ label, value }: { label: string; value: number | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{known(value)}</dd>
    </div>
  )
}

/** Booked meetings of the month without time. */
export function MissedMeetings({ meetings }: { meetings: SignPage['meetings'] }) {
  const t = useOfficeT('months')
  return (
    <ul className="plain-list">
      {meetings.map((meeting) => (
        <li key={meeting.meetingId} className={styles.line}>
          <div className="row row-between">
            <strong className={styles.what}>{meeting.title}</strong>
            {!meeting.ahead && <span className={styles.nowrap}>{formatMinutes(0)}</span>}
          </div>
          <div className="small">
            {meeting.workedOn} · {meeting.time}
          </div>
          <dl className={styles.figures}>
            <Figure label={t('lines.planned')} value={meeting.minutes} />
            {!meeting.ahead && <Figure label={t('lines.attended')} value={0} />}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** What should be looked at before the month is signed or attested, each in a sentence. */
export function MonthFindings({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useOfficeT('months')
  if (findings.length === 0) return null
  return (
    <Notice tone="lichen">
      <h2>{t('findings.title', { count: findings.length })}</h2>
      <ul>
        {findings.map((finding, index) => (
          <li key={index}>
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
      <p className="small">{t('findings.hint')}</p>
    </Notice>
  )
}

export function FindingText({ finding }: { finding: ShownFinding }) {
  const t = useOfficeT('months')
  const { workedOn: day } = finding
  const [first = '', second = ''] = finding.titles
  switch (finding.kind) {
    case 'overlap':
      return <>{t('findings.overlap', { day, first, second, time: formatMinutes(finding.minutes) })}</>
    case 'daily-cap':
      return (
        <>
          {t(second === '' ? 'findings.dailyCapOne' : 'findings.dailyCap', {
            day,
            first,
            second,
            time: formatMinutes(finding.minutes),
            cap: formatMinutes(finding.cap),
          })}
        </>
      )
    case 'above-nominal':
      return (
        <>
          {t('findings.aboveNominal', {
            day,
            first,
            time: formatMinutes(finding.minutes),
            nominal: formatMinutes(finding.nominal),
          })}
        </>
      )
    case 'outside-project':
      return <>{t('findings.outsideProject', { day, first })}</>
  }
}
