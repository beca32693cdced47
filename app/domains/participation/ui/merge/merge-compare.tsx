import { Form, Link } from '@remix-run/react'
import { type ReactNode } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMinutes, formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, Card, CheckboxField, Facts, Grid, Notice, RadioGroup, Section, Stack, TextArea } from '~/shared/ui'
import type { MergeAnswer, MergePage, ShownSide } from './merge-page'

type Compared = NonNullable<MergePage['compared']>

/** The two side by side, what moves in either case, and the form that makes them one. */
export function MergeCompare(props: { page: MergePage; compared: Compared; answer: MergeAnswer | undefined }) {
  const t = useOfficeT('merge')
  const { page, compared, answer } = props
  const [self, other] = compared.sides
  const values = answer?.values ?? {}
  return (
    <>
      <SideBySide compared={compared} />
      {compared.sides.map((side) => side.ifGone.locked.length > 0 && <LockedNotice key={side.personId} side={side} />)}
      <Section title={t('form.title')}>
        <Form method="post">
          <Stack>
            <input type="hidden" name="other" value={other.personId} />
            <RadioGroup
              legend={t('form.keep')}
              name="keep"
              value={values['keep'] ?? ''}
              error={answer?.errors['keep']}
              options={[self, other].map((side) => ({
                value: side.personId,
                label: t('form.keepOne', { name: side.name, email: side.email }),
              }))}
            />
            <p>{t('form.what')}</p>
            <TextArea
              label={t('form.reason')}
              hint={t('form.reasonHint')}
              name="reason"
              rows={3}
              maxLength={300}
              defaultValue={values['reason'] ?? ''}
              error={answer?.errors['reason']}
            />
            {compared.numbersDiffer && (
              <CheckboxField
                label={t('form.numbers')}
                name="numbers"
                value="ja"
                error={answer?.errors['numbers']}
                defaultChecked={values['numbers'] === 'ja'}
              />
            )}
            <div>
              <Button name="intent" value="merge">
                {t('form.merge')}
              </Button>
            </div>
            <p className="xsmall">
              <Link to={paths.participant(page.participationId)}>{t('form.cancel')}</Link>
            </p>
          </Stack>
        </Form>
      </Section>
    </>
  )
}

function LockedNotice({ side }: { side: ShownSide }) {
  const t = useOfficeT('merge')
  const language = useLanguage()
  return (
    <Notice tone="lichen">
      <h3>{t('locked.title', { name: side.name, email: side.email })}</h3>
      <p>{t('locked.text')}</p>
      <ul>
        {side.ifGone.locked.map(({ diarienr, month }) => (
          <li key={`${diarienr} ${month}`}>
            <Link to={paths.month(diarienr, month)}>
              {t('locked.month', { month: formatMonth(month, language), diarienr })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function SideBySide({ compared }: { compared: Compared }) {
  const t = useOfficeT('merge')
  const common = useT('common')
  const { sides } = compared
  const none = t('side.none')
  const list = (items: readonly ReactNode[]) =>
    items.length === 0 ? (
      none
    ) : (
      <ul className="plain-list">
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    )
  const rows: [string, (side: ShownSide) => ReactNode][] = [
    [t('side.email'), (side) => side.email],
    [t('side.created'), (side) => side.createdOn],
    [t('side.account'), (side) => t(side.hasAccount ? 'side.yes' : 'side.noAccount')],
    [
      t('side.roles'),
      (side) => list(side.roles.map((role) => common(`roles.${role}` as Parameters<typeof common>[0]))),
    ],
    [t('side.workplaces'), (side) => list(side.workplaces)],
    [
      t('side.number'),
      (side) => (side.number === null ? none : `${t(`kind.${side.number.kind}`)} ${side.number.masked}`),
    ],
    [
      t('side.records'),
      (side) =>
        list(
          side.records.map((record) => (
            <Link key={record.participationId} to={paths.participant(record.participationId)}>
              {t('side.record', {
                project: record.project,
                from: record.entryOn ?? t('side.notStarted'),
                to: record.exitOn ?? '',
              })}
            </Link>
          )),
        ),
    ],
    [t('side.minutes'), (side) => formatMinutes(side.minutes)],
    [t('side.completions'), (side) => side.completions],
    [t('side.bookings'), (side) => side.bookings],
    [
      t('side.ifGone'),
      (side) => (
        <>
          {t('side.moves', { count: side.ifGone.lines, time: formatMinutes(side.ifGone.minutes) })}
          {side.ifGone.doubleMinutes > 0 && (
            <div className="xsmall">{t('side.double', { time: formatMinutes(side.ifGone.doubleMinutes) })}</div>
          )}
        </>
      ),
    ],
  ]
  return (
    <Section title={t('side.title')}>
      <Grid columns={2}>
        {sides.map((side) => (
          <Card key={side.personId}>
            <h3>{side.name}</h3>
            <Facts items={rows.map(([label, of]) => ({ label, value: of(side) }))} />
          </Card>
        ))}
      </Grid>
    </Section>
  )
}
