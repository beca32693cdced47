import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Card, FormErrorSummary, Row, Section, TextField } from '~/shared/ui'
import type { StandingPage } from '../../months/closing-page'

export const numberFaults = ['reason', 'protected', 'no-number'] as const
export type NumberFault = (typeof numberFaults)[number]

/** The way to a person's närvarointyg: masked at once, with the whole number after a reason. */
export function MonthPaperSection({ page, fault }: { page: StandingPage; fault: NumberFault | undefined }) {
  const t = useOfficeT('papers')
  const { project, month, standing, mayReveal } = page
  const { participationId, isProtected } = standing
  return (
    <Section title={t('month.title')}>
      <Row>
        <ButtonLink to={paths.monthPaper(project.diarienr, month, participationId)} variant="quiet" document>
          {t('month.fetch')}
        </ButtonLink>
        <ButtonLink to={paths.auditLogOf('post', participationId)} variant="quiet">
          {t('month.personLog')}
        </ButtonLink>
      </Row>
      {mayReveal && !isProtected && (
        <Card>
          <h3 id="nummer">{t('month.numberTitle')}</h3>
          <p className="small">{t('month.numberText')}</p>
          <Form
            method="post"
            action={paths.monthPaper(project.diarienr, month, participationId)}
            reloadDocument
            className="stack"
          >
            <FormErrorSummary errors={fault === undefined ? undefined : { reason: t(`month.fault.${fault}`) }} />
            <input type="hidden" name="participationId" value={participationId} />
            <TextField
              label={t('month.reason')}
              name="reason"
              hint={t('month.reasonHint')}
              error={fault === undefined ? undefined : t(`month.fault.${fault}`)}
              minLength={10}
              maxLength={300}
              required
            />
            <div>
              <Button variant="quiet">{t('month.numberSubmit')}</Button>
            </div>
          </Form>
        </Card>
      )}
    </Section>
  )
}

/** The papers of everybody in a month, for the office and auditors. */
export function MonthPapersSection({ diarienr, month }: { diarienr: string; month: string }) {
  const t = useOfficeT('papers')
  return (
    <Section title={t('month.all')}>
      <p className="small">{t('month.allText')}</p>
      <Row>
        <ButtonLink to={paths.monthPapers(diarienr, month)} variant="quiet" document>
          {t('month.zip')}
        </ButtonLink>
        <ButtonLink to={paths.monthLines(diarienr, month, 'csv')} variant="quiet" document>
          {t('month.linesCsv')}
        </ButtonLink>
        <ButtonLink to={paths.monthLines(diarienr, month, 'xlsx')} variant="quiet" document>
          {t('month.linesXlsx')}
        </ButtonLink>
        <ButtonLink to={paths.auditLogOf('manad', `${diarienr}/${month}`)} variant="quiet">
          {t('month.log')}
        </ButtonLink>
      </Row>
    </Section>
  )
}
