import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, Card, CheckboxField, FormErrorSummary, Row, Section } from '~/shared/ui'
import type { MakeForm, ReportsPage } from '../../reports/page'

export interface MakeAnswer {
  /** The sentence of a refusal. */
  message: string
  /** Records that were ticked. */
  acknowledged: string[]
}

/** The form that makes a month's file: its figures, and each incomplete record with a tick of its own. */
export function MakeSection(props: { view: ReportsPage; make: MakeForm; answer: MakeAnswer | undefined }) {
  const t = useOfficeT('reports')
  const common = useT('common')
  const language = useLanguage()
  const { view, make, answer } = props
  const { month, incomplete, seenNumber } = make
  const { diarienr, rounding } = view.project
  const left = formatMinutes(month.reportableMinutes - month.reportedMinutes)
  return (
    <Section title={t('make.title', { month: formatMonth(month.month, language) })} id="gor">
      <Card>
        <Form method="post" action={paths.reports(diarienr, `?manad=${month.month}`)} className="stack">
          <FormErrorSummary errors={answer === undefined ? undefined : { make: answer.message }} />
          <p>
            {t('make.figures', {
              generation: month.generation,
              persons: month.persons,
              reported: formatMinutes(month.reportedMinutes),
            })}{' '}
            {rounding === 'floor_hours' ? t('make.rounding', { left }) : t('make.exact')}
          </p>
          {seenNumber > 0 && <p>{t('make.replaces', { number: seenNumber })}</p>}
          <input type="hidden" name="month" value={month.month} />
          <input type="hidden" name="seenNumber" value={seenNumber} />
          {incomplete.length === 0 ? (
            <p>{t('make.complete')}</p>
          ) : (
            <fieldset className="fieldset">
              <legend>{t('make.incomplete', { count: incomplete.length })}</legend>
              {incomplete.some(({ missing }) => missing.includes('identity-number')) && (
                <p className="small">{t('make.noNumber')}</p>
              )}
              {incomplete.map((record) => (
                <CheckboxField
                  key={record.participationId}
                  name="acknowledged"
                  value={record.participationId}
                  defaultChecked={answer?.acknowledged.includes(record.participationId) ?? false}
                  label={t('make.tick', {
                    name: record.name,
                    missing: record.missing.map((part) => t(`make.missing.${part}`)).join(', '),
                    hours: formatMinutes(record.reportedMinutes),
                  })}
                />
              ))}
            </fieldset>
          )}
          <Row>
            <Button id="field-make">{t('make.submit')}</Button>
            <Link to={paths.reports(diarienr)}>{common('cancel')}</Link>
          </Row>
        </Form>
      </Card>
    </Section>
  )
}
