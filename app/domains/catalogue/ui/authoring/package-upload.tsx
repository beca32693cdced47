import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, FormErrorSummary, Page, PageHeader, TextField } from '~/shared/ui'
import styles from './authoring.module.css'

/** The form that sends a course package, to be looked at before anything is read in. */
export function PackageUpload({ most, errors }: { most: string; errors: Record<string, string> | undefined }) {
  const t = useOfficeT('coursePackage')
  const authoring = useOfficeT('authoring')
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: authoring('title'), to: paths.authoring() }, { label: t('title') }]}
      />
      <Form method="post" encType="multipart/form-data" className={styles['form']} noValidate>
        <FormErrorSummary errors={errors} />
        <TextField
          type="file"
          label={t('file')}
          name="file"
          hint={t('fileHint', { size: most })}
          accept=".zip,application/zip"
          error={errors?.['file']}
        />
        <div>
          <Button>{t('look')}</Button>
        </div>
      </Form>
    </Page>
  )
}
