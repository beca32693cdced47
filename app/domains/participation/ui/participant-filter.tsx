import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, Grid, Row, SelectField, Stack, TextField } from '~/shared/ui'
import { type ParticipantFilter, participantOrders, writeParticipantFilter } from '../filter'
import type { FilterChoiceLists } from './participants-page'

/** The selection as a form that writes the address; works without JavaScript. */
export function ParticipantFilterForm({ filter, choices }: { filter: ParticipantFilter; choices: FilterChoiceLists }) {
  const t = useOfficeT('participants')
  const all = { value: '', label: t('filter.all') }
  return (
    <Form method="get" action={paths.participants()} key={writeParticipantFilter(filter)}>
      <Stack>
        <Grid columns={3}>
          {choices.projects.length > 1 && (
            <SelectField
              label={t('filter.project')}
              name="projekt"
              defaultValue={filter.project}
              options={choices.projects.map((project) => ({ value: project.diarienr, label: project.name }))}
            />
          )}
          <TextField label={t('filter.search')} name="sok" type="search" defaultValue={filter.search} maxLength={100} />
          {choices.partners.length > 1 && (
            <SelectField
              label={t('filter.partner')}
              name="partner"
              defaultValue={filter.partner ?? ''}
              options={[all, ...choices.partners.map(({ slug, name }) => ({ value: slug, label: name }))]}
            />
          )}
          {choices.municipalities.length > 1 && (
            <SelectField
              label={t('filter.municipality')}
              name="kommun"
              defaultValue={filter.municipality ?? ''}
              options={[all, ...choices.municipalities.map(({ code, name }) => ({ value: code, label: name }))]}
            />
          )}
          <SelectField
            label={t('filter.completeness')}
            name="komplett"
            defaultValue={filter.complete === undefined ? '' : filter.complete ? 'ja' : 'nej'}
            options={[
              all,
              { value: 'ja', label: t('filter.complete') },
              { value: 'nej', label: t('filter.incomplete') },
            ]}
          />
          <SelectField
            label={t('filter.information')}
            name="information"
            defaultValue={filter.information === undefined ? '' : filter.information ? 'ja' : 'nej'}
            options={[
              all,
              { value: 'ja', label: t('filter.acknowledged') },
              { value: 'nej', label: t('filter.waits') },
            ]}
          />
          <SelectField
            label={t('filter.order')}
            name="ordning"
            defaultValue={filter.order}
            options={participantOrders.map((order) => ({ value: order, label: t(`order.${order}`) }))}
          />
          <SelectField
            label={t('filter.direction')}
            name="riktning"
            defaultValue={filter.descending ? 'ner' : 'upp'}
            options={[
              { value: 'upp', label: t('filter.ascending') },
              { value: 'ner', label: t('filter.descending') },
            ]}
          />
        </Grid>
        <Row>
          <Button>{t('filter.apply')}</Button>
          <Link to={paths.participants()}>{t('filter.clear')}</Link>
        </Row>
        <p className="xsmall">{t('filter.protectedNote')}</p>
      </Stack>
    </Form>
  )
}
