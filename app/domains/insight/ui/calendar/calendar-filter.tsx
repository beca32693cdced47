import { Form, Link } from '@remix-run/react'
import { activityKinds, audiences } from '~/domains/catalogue'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, CheckboxField, Grid, Row, SelectField, Stack } from '~/shared/ui'
import type { CalendarChoices, CalendarFilter } from '../../calendar/model'
import { countChosen, writeCalendarFilter } from '../../calendar/rules'
import styles from './calendar.module.css'

/** The choice as a form that writes the address, so that it can be shared as a link. */
export function CalendarFilterForm({
  filter,
  choices,
  signedIn,
}: {
  filter: CalendarFilter
  choices: CalendarChoices
  signedIn: boolean
}) {
  const t = useT('calendar')
  const common = useT('common')
  const all = { value: '', label: t('all') }
  const count = countChosen(filter)
  return (
    <details className={`${styles['filter'] ?? ''} no-print`} open={count > 0}>
      <summary>
        {t('filter')}
        {count > 0 && <span className="small"> · {t('chosen', { count })}</span>}
      </summary>
      <Form method="get" action={paths.calendar()} key={writeCalendarFilter(filter)}>
        <input type="hidden" name="manad" value={filter.month} />
        {filter.view === 'lista' && <input type="hidden" name="vy" value="lista" />}
        <Stack>
          <Grid columns={3}>
            <SelectField
              label={t('kind')}
              name="typ"
              defaultValue={filter.kind ?? ''}
              options={[all, ...activityKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))]}
            />
            <SelectField
              label={t('mode')}
              name="form"
              defaultValue={filter.mode ?? ''}
              options={[
                all,
                ...(['plats', 'digitalt'] as const).map((mode) => ({ value: mode, label: t(`modes.${mode}`) })),
              ]}
            />
            <SelectField
              label={t('organiser')}
              name="arrangor"
              defaultValue={filter.organiser ?? ''}
              options={[all, ...choices.organisers.map(({ slug, name }) => ({ value: slug, label: name }))]}
            />
            <SelectField
              label={t('municipality')}
              name="kommun"
              defaultValue={filter.municipality ?? ''}
              options={[all, ...choices.municipalities.map(({ code, name }) => ({ value: code, label: name }))]}
            />
            <SelectField
              label={t('project')}
              name="projekt"
              defaultValue={filter.project ?? ''}
              options={[all, ...choices.projects.map(({ diarienr, name }) => ({ value: diarienr, label: name }))]}
            />
            {choices.themes.length > 0 && (
              <SelectField
                label={t('theme')}
                name="tema"
                defaultValue={filter.theme ?? ''}
                options={[all, ...choices.themes.map((one) => ({ value: one, label: common(`themes.${one}`) }))]}
              />
            )}
            {choices.audiences.length > 0 && (
              <SelectField
                label={t('audience')}
                name="malgrupp"
                defaultValue={filter.audience ?? ''}
                options={[all, ...audiences.map((one) => ({ value: one, label: common(`jobs.${one}`) }))]}
              />
            )}
            {choices.leaders.length > 0 && (
              <SelectField
                label={t('leader')}
                name="ledare"
                defaultValue={filter.leader ?? ''}
                options={[all, ...choices.leaders.map(({ personId, name }) => ({ value: personId, label: name }))]}
              />
            )}
          </Grid>
          {signedIn && <CheckboxField label={t('mine')} name="mina" value="ja" defaultChecked={filter.mine} />}
          <Row>
            <Button>{t('apply')}</Button>
            {count > 0 && <Link to={paths.calendar(`?manad=${filter.month}`)}>{t('clear')}</Link>}
          </Row>
        </Stack>
      </Form>
    </details>
  )
}
