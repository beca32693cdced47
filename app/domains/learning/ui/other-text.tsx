import { useT } from '~/i18n/use-t'
import { Button, Notice, Row } from '~/shared/ui'
import type { KeptText } from './use-kept-text'
import styles from './lesson.module.css'

/** Offers a text that was written on this device and never saved, when another has taken its place since. */
export function OtherText({ kept }: { kept: KeptText }) {
  const t = useT('lesson')
  if (kept.other === undefined) return null
  return (
    <Notice tone="lichen" live>
      <h3>{t('reflection.otherTitle')}</h3>
      <p>{t('reflection.otherText')}</p>
      <p className={styles['otherText']}>{kept.other}</p>
      <Row>
        <Button type="button" variant="quiet" onClick={kept.appendOther}>
          {t('reflection.otherAppend')}
        </Button>
        <Button type="button" variant="quiet" onClick={kept.dropOther}>
          {t('reflection.otherDrop')}
        </Button>
      </Row>
    </Notice>
  )
}
