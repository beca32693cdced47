import type { Criterion } from '~/domains/catalogue'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { Badge, Card } from '~/shared/ui'
import type { Feedback } from '../../assignment/page'
import { AssessmentView } from './assessment-view'
import styles from './assignment.module.css'

/** What has been said of a work, the newest first. */
export function FeedbackList({ feedback, rubric }: { feedback: readonly Feedback[]; rubric: readonly Criterion[] }) {
  const t = useOfficeT('assignments')
  const whose = ({ kind, reviewer }: Feedback): string => {
    if (kind === 'self') return t('feedback.self')
    if (kind === 'leader') return t('feedback.leader', { name: reviewer ?? '' })
    return reviewer === null ? t('feedback.peer') : t('feedback.peerNamed', { name: reviewer })
  }
  return (
    <div className="stack">
      {[...feedback].reverse().map((said) => (
        <Card as="article" key={`${said.kind}-${said.reviewedAt}`}>
          <div className={styles['stepHead']}>
            <h3>{whose(said)}</h3>
            {said.decision !== null && (
              <Badge tone={said.decision === 'godkand' ? 'ok' : 'lichen'}>{t(`feedback.${said.decision}`)}</Badge>
            )}
          </div>
          <p className="small">
            {t('feedback.ofVersion', { version: said.version ?? 1, time: formatDateTime(new Date(said.reviewedAt)) })}
          </p>
          <AssessmentView assessment={said} rubric={rubric} />
        </Card>
      ))}
    </div>
  )
}
