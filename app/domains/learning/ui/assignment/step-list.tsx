import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDay } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, type Tone } from '~/shared/ui'
import type { AssignmentPage } from '../../assignment/page'
import type { Step, StepState } from '../../assignment/standing'
import type { LessonPage } from '../../lesson-page'
import styles from './assignment.module.css'

const tones: Record<StepState, Tone> = {
  done: 'ok',
  released: 'ok',
  closed: 'plain',
  open: 'lichen',
  waiting: 'sea',
  later: 'plain',
}

/** The name of a step and how it stands, in words. */
export function StepHead({ step, children }: { step: Step; children?: ReactNode }) {
  const t = useOfficeT('assignments')
  return (
    <li className={styles['step']} data-state={step.state} aria-current={step.state === 'open' ? 'step' : undefined}>
      <div className={styles['stepHead']}>
        <strong>{t(`steps.${step.name}`)}</strong>
        <Badge tone={tones[step.state]}>{t(`state.${step.state}`)}</Badge>
      </div>
      {children}
    </li>
  )
}

/** Every step with what to do next and who is waited for. */
export function StepList({ page, assignment }: { page: LessonPage; assignment: AssignmentPage }) {
  const t = useOfficeT('assignments')
  return (
    <ol className={styles['steps']}>
      {assignment.steps.map((step) => {
        const release = step.state === 'released' && assignment.releases.find(({ stage }) => stage === step.name)
        return (
          <StepHead key={step.name} step={step}>
            {release ? (
              <p>{t('say.releasedBy', { name: release.by, reason: release.reason })}</p>
            ) : (
              <StepText page={page} assignment={assignment} step={step} />
            )}
          </StepHead>
        )
      })}
    </ol>
  )
}

function StepText({ page, assignment, step }: { page: LessonPage; assignment: AssignmentPage; step: Step }) {
  const t = useOfficeT('assignments')
  const assess = (what: string) => paths.assess(page.course.slug, page.slug, what)
  switch (step.name) {
    case 'hand-in': {
      const [latest] = assignment.versions
      if (step.state === 'open') return <p>{t(step.again ? 'say.handInAgain' : 'say.handIn')}</p>
      return <p>{t('say.handedIn', { version: latest?.version ?? 1 })}</p>
    }
    case 'train':
      return (
        <>
          <p>{t('say.train', { done: step.done, of: step.of })}</p>
          {step.state !== 'later' && (
            <ul className="plain-list stack stack-s">
              {assignment.examples.map(({ key, title, isAssessed }) => (
                <li key={key}>
                  <Link to={assess(`ova-${key}`)}>
                    {t(isAssessed ? 'toTrain.compare' : 'toTrain.assess')}: {title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </>
      )
    case 'peer':
      return <PeerText assignment={assignment} step={step} assess={assess} />
    case 'self':
      return (
        <>
          {step.state !== 'done' && <p>{t('say.selfOpen')}</p>}
          {(step.state === 'open' || step.state === 'done') && (
            <p>
              <Link to={assess('sjalv')}>{t(step.state === 'done' ? 'toSelf.again' : 'toSelf.assess')}</Link>
            </p>
          )}
        </>
      )
    case 'leader': {
      const said = { done: 'say.leaderDone', waiting: 'say.leaderWaiting' } as const
      return <p>{t(step.state === 'done' || step.state === 'waiting' ? said[step.state] : 'say.leaderLater')}</p>
    }
  }
}

type PeerStep = Extract<Step, { name: 'peer' }>

function PeerText(props: { assignment: AssignmentPage; step: PeerStep; assess: (what: string) => string }) {
  const { assignment, step, assess } = props
  const t = useOfficeT('assignments')
  const { tasks, readers } = assignment
  const isOpen = step.state === 'open' || step.state === 'waiting'
  const closes = step.closesAt === null ? '' : formatDay(new Date(step.closesAt))
  if (step.state === 'later') return <p>{t('say.peerLater', { of: step.of })}</p>
  return (
    <>
      <p>{t('say.peerCounts', { given: step.given, received: step.received, of: step.of })}</p>
      {step.state === 'open' && <p>{t('say.peerOpen')}</p>}
      {step.state === 'waiting' && step.given < step.of && <p>{t('say.peerNobody')}</p>}
      {isOpen && step.received < step.of && step.readers > 0 && (
        <p>
          {t('say.peerReaders', { count: step.readers })}{' '}
          {readers.length > 0 && t('say.peerNamed', { names: readers.join(', ') })}
        </p>
      )}
      {tasks.length > 0 && (
        <ul className="plain-list stack stack-s">
          {tasks.map(({ allocationId, name, answered }, index) => (
            <li key={allocationId}>
              {name ?? t('toRead.anonymous', { number: index + 1 })}:{' '}
              {answered || isOpen ? (
                <Link to={assess(allocationId)}>{t(answered ? 'toRead.again' : 'toRead.read')}</Link>
              ) : (
                t('state.closed')
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && closes !== '' && <p className="small">{t('say.peerCloses', { day: closes })}</p>}
      {step.state === 'closed' && <p className="small">{t('say.peerClosed', { day: closes })}</p>}
    </>
  )
}
