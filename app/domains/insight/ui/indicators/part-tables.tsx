import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, DataTable, Grid, Row, Section, SelectField, Stack } from '~/shared/ui'
import { type GenderColumn, measures } from '../../indicators/model'
import type { IndicatorsPage, PartRow } from '../../indicators/page'
import { ShownFigure } from './shown-figure'

const genderColumns = ['alla', 'kvinna', 'man'] as const

/** One indicator by partner and by municipality, beside each other. */
export function PartTables({ page }: { page: IndicatorsPage }) {
  const t = useOfficeT('indicators')
  const { measure, project, chosen } = page
  const name = t(`name.${measure}`)
  const columns: readonly GenderColumn[] = measure === 'EECO01' ? genderColumns : ['alla']
  return (
    <Section title={t('parts.title')} id="delar">
      <Stack>
        <Form method="get" action={paths.indicators(project.diarienr, '#delar')} preventScrollReset>
          {page.query !== '' && (
            <>
              <input type="hidden" name="fran" value={chosen.period.from} />
              <input type="hidden" name="till" value={chosen.period.to} />
            </>
          )}
          <Row>
            <SelectField
              label={t('parts.choose')}
              name="tabell"
              key={measure}
              defaultValue={measure}
              options={measures.map((value) => ({
                value,
                label: /^EEC/.test(value) ? `${value} ${t(`name.${value}`)}` : t(`name.${value}`),
              }))}
            />
            <Button variant="quiet">{t('parts.show')}</Button>
          </Row>
        </Form>
        <Grid columns={2}>
          <PartTable
            rows={page.partners}
            columns={columns}
            caption={t('parts.partnerCaption', { name })}
            heading={t('parts.partner')}
            diarienr={project.diarienr}
          />
          <PartTable
            rows={page.municipalities}
            columns={columns}
            caption={t('parts.municipalityCaption', { name })}
            heading={t('parts.municipality')}
            diarienr={project.diarienr}
          />
        </Grid>
      </Stack>
    </Section>
  )
}

function PartTable(props: {
  rows: readonly PartRow[]
  columns: readonly GenderColumn[]
  caption: string
  heading: string
  diarienr: string
}) {
  const t = useOfficeT('indicators')
  return (
    <DataTable caption={props.caption}>
      <thead>
        <tr>
          <th scope="col">{props.heading}</th>
          {props.columns.map((column) => (
            <th key={column} scope="col" className="number">
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => {
          const name = row.name ?? t('parts.none')
          return (
            <tr key={row.part}>
              <th scope="row">{name}</th>
              {row.figures.map((figure, index) => {
                const column = t(`table.${props.columns[index] ?? 'alla'}`)
                return (
                  <td key={column} className="number">
                    <ShownFigure figure={figure} diarienr={props.diarienr} what={`${name}, ${column.toLowerCase()}`} />
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
