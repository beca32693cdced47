import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Notice, Page, PageHeader, Row, SelectField } from '~/shared/ui'
import type { QuotaRefusal } from '../../media/rules'
import type { Choice } from '../activity/row-field'
import styles from './media.module.css'

export interface LectureOpeningPage {
  slug: string
  name: string
  /** Libraries to bring the film to; none for a lecture whose film is in one. */
  libraries: Choice[]
}

/** Tells what it means to edit a lecture that is published already, and begins it. */
export function LectureOpening({
  page,
  refusal,
}: {
  page: LectureOpeningPage
  refusal: 'no-files' | QuotaRefusal | undefined
}) {
  const t = useOfficeT('lectureMaking')
  const media = useOfficeT('media')
  const { slug, name, libraries } = page
  const title = t('opening.title', { title: name })
  return (
    <Page>
      <PageHeader
        title={title}
        lead={t('opening.lead')}
        breadcrumbs={[
          { label: media('title'), to: paths.media() },
          { label: name, to: paths.lecture(slug) },
          { label: t('section') },
        ]}
      />
      {refusal !== undefined && (
        <Notice tone="granite" live>
          {t(`opening.refused.${refusal}`)}
        </Notice>
      )}
      <Form method="post" className={styles.form}>
        <p>{t('opening.stays')}</p>
        {libraries.length > 0 && (
          <>
            <p>{t('opening.files')}</p>
            <SelectField label={t('opening.library')} name="library" options={libraries} />
          </>
        )}
        <Row>
          <Button>{t('opening.begin')}</Button>
          <ButtonLink to={paths.lecture(slug)} variant="quiet">
            {t('opening.cancel')}
          </ButtonLink>
        </Row>
      </Form>
    </Page>
  )
}
