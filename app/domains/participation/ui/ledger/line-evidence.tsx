import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Card, Facts } from '~/shared/ui'
import type { LinePage, ShownEvidence } from '../../ledger/line-page'
import styles from './line.module.css'

/** What the time of a line comes from. */
export function LineEvidenceSection({ page }: { page: LinePage }) {
  const t = useOfficeT('ledger')
  const { evidence, sourceKind } = page
  const isOwnWord = sourceKind === 'statement'
  const isDerived = sourceKind === 'correction' || sourceKind === 'merge'
  return (
    <Card as="section">
      <h2>{t('evidence.title')}</h2>
      {isOwnWord && <p>{t('evidence.statement')}</p>}
      {isDerived && <p>{t('evidence.correction')}</p>}
      {evidence === null && !isOwnWord && !isDerived && <p>{t('evidence.none')}</p>}
      {evidence?.kind === 'completion' && <Completion evidence={evidence} />}
      {evidence?.kind === 'attendance' && <Attendance evidence={evidence} />}
    </Card>
  )
}

function Completion({ evidence }: { evidence: Extract<ShownEvidence, { kind: 'completion' }> }) {
  const t = useOfficeT('ledger')
  const { title, courseSlug, courseTitle, lectureSlug } = evidence
  const course = courseSlug === null ? null : <Link to={paths.course(courseSlug)}>{courseTitle}</Link>
  const what = lectureSlug === null ? title : <Link to={paths.lecture(lectureSlug)}>{title}</Link>
  return (
    <Facts
      items={[
        ...(what === null ? [] : [{ label: t('evidence.what'), value: what }]),
        ...(course === null ? [] : [{ label: t('evidence.course'), value: course }]),
        { label: t('evidence.finished'), value: evidence.finishedAt },
        { label: t('evidence.minutes'), value: formatMinutes(evidence.minutes) },
        { label: t('evidence.round'), value: evidence.round },
        { label: t('evidence.revision'), value: evidence.revision },
      ]}
    />
  )
}

function Attendance({ evidence }: { evidence: Extract<ShownEvidence, { kind: 'attendance' }> }) {
  const t = useOfficeT('ledger')
  const { confirmedBy, confirmedAt, confirmedSha256, came, left } = evidence
  return (
    <Facts
      items={[
        {
          label: t('evidence.activity'),
          value: (
            <Link to={paths.activityOccasion(evidence.activitySlug, evidence.occasionId)}>
              {evidence.activityTitle}
            </Link>
          ),
        },
        { label: t('evidence.meeting'), value: evidence.meeting },
        { label: t('evidence.breaks'), value: formatMinutes(evidence.breakMinutes) },
        { label: t('evidence.presence'), value: t(evidence.present ? 'evidence.present' : 'evidence.absent') },
        ...(came === null ? [] : [{ label: t('evidence.came'), value: came }]),
        ...(left === null ? [] : [{ label: t('evidence.left'), value: left }]),
        { label: t('evidence.method'), value: t(`evidence.methods.${evidence.method}`) },
        {
          label: t('evidence.marked'),
          value: t('evidence.byAt', { name: evidence.markedBy, at: evidence.markedAt }),
        },
        {
          label: t('evidence.confirmed'),
          value:
            confirmedBy === null || confirmedAt === null
              ? t('evidence.unconfirmed')
              : t('evidence.byAt', { name: confirmedBy, at: confirmedAt }),
        },
        ...(confirmedSha256 === null
          ? []
          : [{ label: t('evidence.digest'), value: <code className={styles.digest}>{confirmedSha256}</code> }]),
      ]}
    />
  )
}
