import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, Card, FormErrorSummary, Notice, Page, PageHeader, Stack, TextArea } from '~/shared/ui'
import styles from './attendance.module.css'

export interface ProductPage {
  occasionId: string
  slug: string
  title: string
  prompt: string
  product: { wording: string; handedInAt: Date; acceptedAt: Date | null } | null
}

/** A participant's own product of one occasion. */
export function ProductForm(given: { page: ProductPage; answer: { error: string; wording: string } | undefined }) {
  const { page, answer } = given
  const { product } = page
  const t = useOfficeT('attendance')
  return (
    <Page width="text">
      <PageHeader
        breadcrumbs={[
          { label: page.title, to: paths.activityOccasion(page.slug, page.occasionId) },
          { label: t('product.own.title') },
        ]}
        title={t('product.own.title')}
        lead={t('product.own.lead')}
      />
      <Stack>
        <Card>
          <p className={styles['wording']}>{page.prompt}</p>
        </Card>
        {product?.acceptedAt ? (
          <>
            <Notice tone="ok">
              <p>{t('product.own.accepted', { at: formatDateTime(product.acceptedAt) })}</p>
            </Notice>
            <div className={styles['wording']}>{product.wording}</div>
          </>
        ) : (
          <Form method="post" className="stack">
            <FormErrorSummary errors={answer === undefined ? undefined : { wording: answer.error }} />
            {product !== null && (
              <Notice>
                <p>{t('product.own.waits', { at: formatDateTime(product.handedInAt) })}</p>
              </Notice>
            )}
            <TextArea
              label={t('product.own.wording')}
              hint={t('product.own.hint')}
              name="wording"
              rows={12}
              required
              defaultValue={answer?.wording ?? product?.wording}
              error={answer?.error}
            />
            <div>
              <Button>{t('product.own.submit')}</Button>
            </div>
          </Form>
        )}
      </Stack>
    </Page>
  )
}
