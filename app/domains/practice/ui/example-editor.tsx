import { type ReactNode } from 'react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Page, PageHeader, TextArea, TextField } from '~/shared/ui'

/** The page on which an example is written; the form is its content. */
export function ExampleEditPage({ slug, title, children }: { slug: string; title: string; children: ReactNode }) {
  const t = useT('practice')
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: t('title'), to: paths.examples() },
          { label: title, to: paths.example(slug) },
        ]}
        title={t('editTitle')}
        lead={t('editLead')}
      />
      {children}
    </Page>
  )
}

/** The short texts of an example. */
export function ExampleFields({
  values,
  errors,
}: {
  values: Readonly<Record<string, string>>
  errors: Record<string, string>
}) {
  const t = useT('practice')
  return (
    <>
      <TextField
        label={t('field.title')}
        name="title"
        defaultValue={values['title']}
        maxLength={140}
        hint={t('hint.title')}
        error={errors['title']}
        lang="sv"
      />
      <TextArea
        label={t('field.summary')}
        name="summary"
        defaultValue={values['summary']}
        maxLength={300}
        hint={t('hint.summary')}
        error={errors['summary']}
        lang="sv"
      />
    </>
  )
}
