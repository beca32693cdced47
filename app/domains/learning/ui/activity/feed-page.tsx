import { Form } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, Card, Notice, Page, PageHeader, Row, Section, Stack } from '~/shared/ui'
import styles from './activity.module.css'

/** Makes and takes away the person's secret calendar address. `address` is there only just after it is made. */
export function FeedPage({
  madeOn,
  isProtected,
  address,
}: {
  madeOn: string | null
  isProtected: boolean
  address: string | undefined
}) {
  const t = useT('calendar')
  return (
    <Page width="text">
      <PageHeader
        breadcrumbs={[{ label: t('title'), to: paths.calendar() }, { label: t('subscribe') }]}
        title={t('feedTitle')}
        lead={t('feedLead')}
      />
      <Stack>
        {isProtected && <Notice tone="lichen">{t('feedProtected')}</Notice>}
        {address !== undefined && (
          <Card as="section">
            <Notice tone="ok" live>
              {t('feedMade')}
            </Notice>
            <p className="small" id="feed-address">
              {t('feedAddress')}
            </p>
            <p>
              <code className={styles['address']} aria-labelledby="feed-address">
                {address}
              </code>
            </p>
            <p className="small">{t('feedKeep')}</p>
          </Card>
        )}
        {address === undefined && <p>{madeOn === null ? t('feedNone') : t('feedSince', { day: madeOn })}</p>}
        <Row>
          <Form method="post">
            <Button name="intent" value="make">
              {madeOn === null ? t('feedMake') : t('feedAgain')}
            </Button>
          </Form>
          {madeOn !== null && (
            <Form method="post">
              <Button variant="quiet" name="intent" value="revoke">
                {t('feedRevoke')}
              </Button>
            </Form>
          )}
        </Row>
        {madeOn !== null && <p className="small">{t('feedAgainHint')}</p>}
      </Stack>
      <Section title={t('feedHow')}>
        <ol className={styles['list']}>
          <li>{t('feedSteps.copy')}</li>
          <li>{t('feedSteps.add')}</li>
          <li>{t('feedSteps.paste')}</li>
        </ol>
      </Section>
    </Page>
  )
}
