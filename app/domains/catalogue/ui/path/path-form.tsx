import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  CheckboxField,
  FormErrorSummary,
  Page,
  PageHeader,
  Row,
  TextArea,
  TextField,
} from '~/shared/ui'
import { coursesOfPart, type PathFields } from '../../path/form'
import { MOST_COURSES_OF_PART, MOST_PARTS } from '../../path/model'
import { RowField, RowSelect } from '../activity/row-field'
import styles from '../authoring/authoring.module.css'

export interface PathFormPage {
  /** Null for a new path. */
  slug: string | null
  fields: PathFields
  courses: { value: string; label: string }[]
}

function Part({ page, part, error }: { page: PathFormPage; part: number; error: string | undefined }) {
  const t = useOfficeT('pathMaking')
  const { fields } = page
  const chosen = coursesOfPart(fields, part)
  const first = part * MOST_COURSES_OF_PART
  return (
    <fieldset className={styles['group']} id={`field-part-${part + 1}`} tabIndex={-1}>
      <legend>{t('part', { number: part + 1 })}</legend>
      {error !== undefined && <p className="field-error">{error}</p>}
      <div className={styles['columns']}>
        <RowField label={t('partTitle')} row={part} name="partTitle" defaultValue={fields.partTitle[part] ?? ''} />
        <RowSelect
          label={t('need')}
          row={part}
          name="partNeed"
          defaultValue={fields.partNeed[part] ?? ''}
          options={[
            { value: '', label: t('needAll') },
            ...Array.from({ length: MOST_COURSES_OF_PART - 1 }, (_, index) => ({
              value: String(index + 1),
              label: t('needSome', { count: index + 1 }),
            })),
          ]}
        />
      </div>
      <div className={styles['columns']}>
        {Array.from({ length: MOST_COURSES_OF_PART }, (_, index) => (
          <RowSelect
            key={index}
            label={t('course', { number: index + 1 })}
            row={first + index}
            name="partCourse"
            defaultValue={chosen[index] ?? ''}
            options={[{ value: '', label: t('noCourse') }, ...page.courses]}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** A path with its parts; one empty part is always at hand. */
export function PathForm({ page, errors }: { page: PathFormPage; errors: Record<string, string> }) {
  const t = useOfficeT('pathMaking')
  const { slug, fields } = page
  const parts = Math.min(MOST_PARTS, Math.max(fields.partTitle.length + 1, 2))
  return (
    <Page width="wide">
      <PageHeader
        title={slug === null ? t('new') : fields.title}
        breadcrumbs={[
          { label: t('title'), to: paths.authorPaths() },
          { label: slug === null ? t('new') : fields.title },
        ]}
      />
      <FormErrorSummary errors={errors} />
      <Form method="post" className={styles['form']} noValidate>
        <fieldset className={styles['group']}>
          <legend>{t('about')}</legend>
          <TextField
            label={t('name')}
            name="title"
            defaultValue={fields.title}
            maxLength={120}
            error={errors['title']}
          />
          <TextArea
            label={t('summary')}
            name="summary"
            defaultValue={fields.summary}
            maxLength={300}
            error={errors['summary']}
          />
          <CheckboxField
            label={t('published')}
            name="published"
            value="ja"
            defaultChecked={fields.published === 'ja'}
          />
        </fieldset>
        {Array.from({ length: parts }, (_, part) => (
          <Part key={part} page={page} part={part} error={errors[`part-${part + 1}`]} />
        ))}
        <p className="small">{t('more')}</p>
        <Row>
          <Button>{t('save')}</Button>
          {slug !== null && (
            <ButtonLink variant="quiet" to={paths.learningPath(slug)}>
              {t('show')}
            </ButtonLink>
          )}
        </Row>
      </Form>
    </Page>
  )
}
