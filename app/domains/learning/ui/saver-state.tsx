import { useT } from '~/i18n/use-t'
import { formatTime } from '~/shared/dates'
import type { SaverState } from '~/shared/saver'
import styles from './lesson.module.css'

/** "Sparat 14.03", or what stands in the way of saving. */
export function SaverLine({ state }: { state: SaverState }) {
  const t = useT('lesson')
  return (
    <p className={styles['saver']} role="status" data-status={state.status}>
      {textOf()}
    </p>
  )

  function textOf(): string {
    switch (state.status) {
      case 'saved':
        return state.savedAt === null ? '' : t('saver.saved', { time: formatTime(new Date(state.savedAt)) })
      case 'saving':
        return t('saver.saving')
      case 'waiting':
        return t('saver.waiting')
      case 'signed-out':
        return t('saver.signedOut')
      case 'refused':
        return t('saver.refused')
    }
  }
}
