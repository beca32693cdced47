import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { Button, Notice, RadioGroup, Row, Section, TextArea } from '~/shared/ui'
import type { CourseFinding } from '../../authoring/checks'
import type { DraftHead } from '../../authoring/desk'
import styles from './authoring.module.css'
import { DraftFrame } from './draft-frame'
import { FindingsList } from './findings-list'
import { PackageLinks } from './package-links'

export interface ReviewPage {
  head: DraftHead
  language: 'sv' | 'en'
  findings: CourseFinding[]
  canBePublished: boolean
  reviewNote: string
  returnReason: string
  submittedAt: string
  /** The draft's last change, sent back when it is published. */
  seen: string
  minutes: number
  underway: number
}

export interface ReviewAnswer {
  message: string
  reason: string
  note: string
}

function Publish({ page, answer }: { page: ReviewPage; answer: ReviewAnswer | undefined }) {
  const t = useOfficeT('courseReview')
  const revision = (page.head.published?.revision ?? 0) + 1
  return (
    <Form method="post" className={styles['group']} id="publicera">
      <h2>{t('publishTitle', { revision })}</h2>
      <p>{t('publishLead', { time: formatMinutes(page.minutes) })}</p>
      <input type="hidden" name="seen" value={page.seen} />
      {page.head.published === null ? (
        <input type="hidden" name="onwards" value="move" />
      ) : (
        <>
          <p>{t('underway', { count: page.underway })}</p>
          <RadioGroup
            legend={t('onwards')}
            name="onwards"
            value="move"
            options={[
              { value: 'move', label: t('move') },
              { value: 'keep', label: t('keep') },
            ]}
          />
          <TextArea
            label={t('changeNote')}
            name="note"
            hint={t('changeNoteHint')}
            defaultValue={answer?.note ?? ''}
            maxLength={1000}
          />
        </>
      )}
      <Row>
        {page.canBePublished ? (
          <Button name="intent" value="publish">
            {t('publish')}
          </Button>
        ) : (
          <p>{t('cannotPublish')}</p>
        )}
      </Row>
    </Form>
  )
}

function Reasoned({
  intent,
  title,
  lead,
  button,
  answer,
}: {
  intent: 'return' | 'withdraw'
  title: string
  lead: string
  button: string
  answer: ReviewAnswer | undefined
}) {
  const t = useOfficeT('courseReview')
  const id = `skal-${intent}`
  return (
    <Form method="post" className={styles['group']}>
      <h2>{title}</h2>
      <p>{lead}</p>
      <div className="field">
        <label htmlFor={id}>{t('returnReason')}</label>
        <textarea id={id} name="reason" className="input" maxLength={2000} defaultValue={answer?.reason ?? ''} />
      </div>
      <div>
        <Button variant="quiet" name="intent" value={intent}>
          {button}
        </Button>
      </div>
    </Form>
  )
}

/** The state of a course, what its checks say, and the next step of those who may take it. */
export function ReviewView({ page, answer }: { page: ReviewPage; answer: ReviewAnswer | undefined }) {
  const t = useOfficeT('courseReview')
  const { head } = page
  const isInReview = head.state === 'granskning'
  return (
    <DraftFrame head={head}>
      {answer !== undefined && (
        <Notice tone="granite" live>
          {answer.message}
        </Notice>
      )}
      <Section title={t('stateTitle')}>
        <p>{t(`state.${head.state}`, { time: page.submittedAt })}</p>
        {page.returnReason !== '' && (
          <Notice tone="lichen">
            <p>
              <strong>{t('returned')}</strong>
            </p>
            <p>{page.returnReason}</p>
          </Notice>
        )}
        {isInReview && page.reviewNote !== '' && (
          <Notice>
            <p>
              <strong>{t('note')}</strong>
            </p>
            <p>{page.reviewNote}</p>
          </Notice>
        )}
      </Section>
      <Section title={t('findingsTitle')}>
        <FindingsList slug={head.slug} language={page.language} findings={page.findings} />
      </Section>
      {head.mayPublish && head.state !== 'publicerad' && <Publish page={page} answer={answer} />}
      {head.state === 'utkast' && !head.mayPublish && (
        <Form method="post" className={styles['group']}>
          <h2>{t('submitTitle')}</h2>
          <p>{t('submitLead')}</p>
          <TextArea label={t('submitNote')} name="note" defaultValue={answer?.note ?? ''} maxLength={2000} />
          <div>
            <Button name="intent" value="submit">
              {t('submit')}
            </Button>
          </div>
        </Form>
      )}
      {isInReview && head.mayPublish && (
        <Reasoned
          intent="return"
          title={t('returnTitle')}
          lead={t('returnHint')}
          button={t('return')}
          answer={answer}
        />
      )}
      {isInReview && !head.mayPublish && (
        <Form method="post">
          <Button variant="quiet" name="intent" value="recall">
            {t('recall')}
          </Button>
        </Form>
      )}
      {head.mayPublish && head.published?.isOpen === true && (
        <Reasoned
          intent="withdraw"
          title={t('withdrawTitle')}
          lead={t('withdrawLead')}
          button={t('withdraw')}
          answer={answer}
        />
      )}
      <PackageLinks head={head} />
    </DraftFrame>
  )
}
