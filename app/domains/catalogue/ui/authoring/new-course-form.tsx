import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, FormErrorSummary, Page, PageHeader, Row, SelectField, TextField } from '~/shared/ui'
import styles from './authoring.module.css'

export interface NewCourse {
  fields: { title: string; language: string; organisationId: string }
  owners: { value: string; label: string }[]
}

/** The form that begins a course. */
export function NewCourseForm({ page, errors }: { page: NewCourse; errors: Record<string, string> | undefined }) {
  const t = useOfficeT('authoring')
  const common = useT('common')
  const { fields, owners } = page
  const [only] = owners
  return (
    <Page>
      <PageHeader
        title={t('start.title')}
        lead={t('start.lead')}
        breadcrumbs={[{ label: t('title'), to: paths.authoring() }, { label: t('start.title') }]}
      />
      <Form method="post" className={styles['form']} noValidate>
        <FormErrorSummary errors={errors} />
        <TextField
          label={t('start.name')}
          name="title"
          defaultValue={fields.title}
          maxLength={120}
          error={errors?.['title']}
        />
        <SelectField
          label={t('start.language')}
          name="language"
          hint={t('start.languageHint')}
          defaultValue={fields.language}
          options={(['sv', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        {owners.length === 1 && only !== undefined ? (
          <input type="hidden" name="organisationId" value={only.value} />
        ) : (
          <SelectField
            label={t('start.owner')}
            name="organisationId"
            defaultValue={fields.organisationId}
            error={errors?.['organisationId']}
            options={owners}
          />
        )}
        <Row>
          <Button>{t('start.create')}</Button>
          <ButtonLink to={paths.authoring()} variant="quiet">
            {common('cancel')}
          </ButtonLink>
        </Row>
      </Form>
    </Page>
  )
}
