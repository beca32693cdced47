import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, CheckboxField, Row } from '~/shared/ui'
import type { ActivityState } from '../../activity/model'
import { checklist } from '../../activity/rules'
import styles from './making.module.css'

/** Publishing with the checklist of accessibility and the horizontal principles; archiving what is published. */
export function PublishForm({
  state,
  checked,
  error,
}: {
  state: ActivityState
  checked: readonly string[]
  error: string | undefined
}) {
  const t = useOfficeT('making')
  if (state === 'publicerad') {
    return (
      <Form method="post" className={styles['group']}>
        <p>{t('archiveHint')}</p>
        <Row>
          <Button variant="quiet" name="intent" value="archive">
            {t('archive')}
          </Button>
        </Row>
      </Form>
    )
  }
  return (
    <Form method="post" className={styles['group']}>
      <h2 id="publicera">{t('publishTitle')}</h2>
      <p>{t('publishLead')}</p>
      {error !== undefined && <p className="field-error">{error}</p>}
      <div>
        {checklist.map((item) => (
          <CheckboxField
            key={item}
            label={t(`checklist.${item}`)}
            name="checked"
            value={item}
            defaultChecked={checked.includes(item)}
          />
        ))}
      </div>
      <Row>
        <Button name="intent" value="publish">
          {t('publish')}
        </Button>
        {state === 'arkiverad' && (
          <Button variant="quiet" name="intent" value="reopen">
            {t('reopen')}
          </Button>
        )}
      </Row>
    </Form>
  )
}
