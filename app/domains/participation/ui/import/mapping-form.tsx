import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Grid, SelectField, Stack } from '~/shared/ui'
import { importFields } from '../../import/model'
import type { PreviewPage } from '../../import/preview-page'
import type { ImportHead } from './import-page'

/** One choice for each column of the file; open from the start when something that must be there is missing. */
export function MappingForm({ head, preview }: { head: ImportHead; preview: PreviewPage }) {
  const t = useOfficeT('participantImport')
  const { columns, missing } = preview
  const known = columns.filter(({ field }) => field !== null).length
  const options = [
    { value: '', label: t('columns.unused') },
    ...importFields.map((field) => ({ value: field, label: t(`field.${field}`) })),
  ]
  return (
    <details className="card" open={missing.length > 0}>
      <summary>
        {t('columns.title')}: {t('columns.summary', { known, all: columns.length })}
      </summary>
      <Form method="post" key={`${head.importId} ${columns.map(({ field }) => field ?? '').join()}`}>
        <Stack>
          <p>{t('columns.text')}</p>
          <Grid columns={3}>
            {columns.map(({ index, heading, sample, field }) => (
              <SelectField
                key={index}
                name={`column-${index}`}
                label={heading === '' ? t('columns.unnamed', { number: index + 1 }) : heading}
                hint={sample === '' ? t('columns.noSample') : t('columns.sample', { value: sample })}
                defaultValue={field ?? ''}
                options={options}
              />
            ))}
          </Grid>
          <div>
            <Button name="intent" value="map" variant="quiet">
              {t('columns.save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </details>
  )
}
