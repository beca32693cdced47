import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { Badge, Button, Card, Section } from '~/shared/ui'
import type { AttendancePage } from '../../attendance/page.server'
import styles from './attendance.module.css'

/** What participants have handed in, for the leader to read and accept. */
export function ProductSection({ page }: { page: AttendancePage }) {
  const t = useOfficeT('attendance')
  return (
    <Section title={t('product.title')} id="resultat">
      {page.products.length === 0 && <p>{t('product.none')}</p>}
      {page.products.map((product) => (
        <Card key={product.productId} as="article">
          <div className={styles['head']}>
            <h3>{product.name}</h3>
            <Badge tone={product.acceptedAt === null ? 'lichen' : 'ok'}>
              {product.acceptedAt === null
                ? t('product.waits')
                : t('product.accepted', { at: formatDateTime(product.acceptedAt) })}
            </Badge>
          </div>
          <p className="small">{t('product.handedIn', { at: formatDateTime(product.handedInAt) })}</p>
          {page.mayKeep && (
            <details>
              <summary>{t('product.read', { name: product.name })}</summary>
              <div className={styles['wording']}>{product.wording}</div>
            </details>
          )}
          {page.mayKeep && product.acceptedAt === null && (
            <Form method="post">
              <input type="hidden" name="intent" value="accept" />
              <input type="hidden" name="productId" value={product.productId} />
              <input type="hidden" name="seenAt" value={product.handedInAt.toISOString()} />
              <Button variant="quiet" aria-label={t('product.acceptName', { name: product.name })}>
                {t('product.accept')}
              </Button>
            </Form>
          )}
        </Card>
      ))}
    </Section>
  )
}
