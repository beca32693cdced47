import { useT } from '~/i18n/use-t'
import { Button, Notice, Row } from '~/shared/ui'
import type { LeftText } from './use-kept-text'
import styles from './lesson.module.css'

/** Offers a text that was written on this device and never saved, when another has taken its place since. */
export function OtherText({ left }: { left: LeftText }) {
  const t = useT('lesson')
  if (left.other === undefined) return null
  return (
    <Notice tone="lichen" live>
      <h3>{t('reflection.otherTitle')}</h3>
      <p>{t('reflection.otherText')}</p>
      <p className={styles['otherText']}>{left.other}</p>
      <Row>
        <Button type="button" variant="quiet" onClick={left.appendOther}>
          {t('reflection.otherAppend')}
        </Button>
        <Button type="button" variant="quiet" onClick={left.dropOther}>
          {t('reflection.otherDrop')}
        </Button>
      </Row>
    </Notice>
  )
}
