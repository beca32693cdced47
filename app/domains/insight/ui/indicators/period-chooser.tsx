import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, FormErrorSummary, Section, Stack, TextField } from '~/shared/ui'
import type { IndicatorsPage } from '../../indicators/page'
import styles from './indicators.module.css'

/** The whole project, its half-years, or a period of the reader's own; the address holds the choice. */
export function PeriodChooser({ page }: { page: IndicatorsPage }) {
  const t = useOfficeT('indicators')
  const { project, chosen, periods, measure } = page
  const { fault, written } = chosen
  const field = fault === 'to-form' ? 'till' : 'fran'
  const error = fault === null ? undefined : t(`periodFault.${fault}`, { from: project.startsOn, to: project.endsOn })
  const table = measure === 'EECO01' ? '' : `tabell=${measure}`
  const to = (query: string) => {
    const all = [query, table].filter((text) => text !== '').join('&')
    return paths.indicators(project.diarienr, all === '' ? '' : `?${all}`)
  }
  return (
    <Section title={t('period.title')}>
      <Stack>
        <ul className={styles.periods}>
          {periods.map((one) => (
            <li key={`${one.from}-${one.to}`}>
              <Link to={to(one.query)} aria-current={one.active && fault === null ? 'true' : undefined}>
                {one.whole ? t('period.whole') : t('period.half', { from: one.from, to: one.to })}
              </Link>
            </li>
          ))}
        </ul>
        <Form method="get" action={paths.indicators(project.diarienr)} key={`${written.from}-${written.to}`}>
          <Stack>
            <FormErrorSummary errors={error === undefined ? undefined : { [field]: error }} />
            {measure !== 'EECO01' && <input type="hidden" name="tabell" value={measure} />}
            <div className={styles.own}>
              <TextField
                label={t('period.from')}
                name="fran"
                hint={t('period.hint')}
                defaultValue={written.from}
                error={field === 'fran' ? error : undefined}
              />
              <TextField
                label={t('period.to')}
                name="till"
                hint={t('period.hint')}
                defaultValue={written.to}
                error={field === 'till' ? error : undefined}
              />
              <Button variant="quiet">{t('period.show')}</Button>
            </div>
          </Stack>
        </Form>
        <p className="small">{t('period.note')}</p>
      </Stack>
    </Section>
  )
}
