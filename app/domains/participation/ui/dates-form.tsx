import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Card, Stack, TextField } from '~/shared/ui'
import type { RecordAnswer, RecordPage } from './record-page'

/** Entry and exit days; what was typed stands when it is refused. */
export function DatesForm({ record, answer }: { record: RecordPage; answer: RecordAnswer | undefined }) {
  const t = useOfficeT('participants')
  const standing = { entryOn: record.facts?.entryOn ?? '', exitOn: record.facts?.exitOn ?? '' }
  const values = { ...standing, ...answer?.values }
  return (
    <Card as="section">
      <h2>{t('dates.title')}</h2>
      <Form method="post" key={`${standing.entryOn} ${standing.exitOn}`}>
        <Stack>
          <TextField
            label={t('dates.entry')}
            name="entryOn"
            hint={t('dates.entryHint')}
            error={answer?.errors['entryOn']}
            defaultValue={values.entryOn}
            inputMode="numeric"
            maxLength={20}
            autoComplete="off"
          />
          <TextField
            label={t('dates.exit')}
            name="exitOn"
            hint={t('dates.exitHint')}
            error={answer?.errors['exitOn']}
            defaultValue={values.exitOn}
            inputMode="numeric"
            maxLength={20}
            autoComplete="off"
          />
          <div>
            <Button name="intent" value="dates" variant="quiet">
              {t('dates.save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}
