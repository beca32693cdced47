import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, CheckboxField, SelectField, TextArea, TextField } from '~/shared/ui'
import { mediaLanguages } from '../../media/model'
import type { ShownItem } from './shown-item'
import styles from './media.module.css'

/** Languages by name, for a list of choices. */
export function useLanguageChoices(): { value: string; label: string }[] {
  const t = useOfficeT('media')
  return mediaLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))
}

/** What people say of a file: title, language, licence, credit, and for pictures what they show. */
export function DescribeForm({ item, errors }: { item: ShownItem; errors: Record<string, string> }) {
  const t = useOfficeT('media')
  const languages = useLanguageChoices()
  const isUnmeasured = (item.kind === 'video' || item.kind === 'audio') && item.streamAddress === null
  const needsLength = isUnmeasured && item.state === 'klar' && item.durationSeconds === null
  return (
    <Form method="post" key={String(item.changedAt)}>
      <fieldset className={styles.group}>
        <legend>{t('about')}</legend>
        <TextField
          label={t('fields.title')}
          name="title"
          defaultValue={item.title}
          maxLength={200}
          error={errors['title']}
          required
        />
        {item.kind === 'picture' && (
          <>
            <TextArea
              label={t('fields.alt')}
              name="alt"
              defaultValue={item.alt ?? ''}
              hint={t('fields.altHint')}
              rows={3}
              maxLength={1000}
            />
            <CheckboxField
              label={t('fields.decorative')}
              name="decorative"
              value="ja"
              defaultChecked={item.decorative}
            />
          </>
        )}
        {needsLength && (
          <TextField
            label={t('fields.duration')}
            name="duration"
            hint={t('fields.durationHint')}
            error={errors['duration']}
            inputMode="numeric"
          />
        )}
        <SelectField
          label={t('fields.language')}
          name="language"
          defaultValue={item.language ?? ''}
          options={[{ value: '', label: t('fields.noLanguage') }, ...languages]}
        />
        <TextField
          label={t('fields.licence')}
          name="licence"
          defaultValue={item.licence}
          hint={t('fields.licenceHint')}
          maxLength={200}
        />
        <TextField
          label={t('fields.credit')}
          name="credit"
          defaultValue={item.credit}
          hint={t('fields.creditHint')}
          maxLength={500}
        />
        <div>
          <Button name="intent" value="describe">
            {t('save')}
          </Button>
        </div>
      </fieldset>
    </Form>
  )
}
