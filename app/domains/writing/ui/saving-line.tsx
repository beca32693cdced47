import { useEffect, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatTime } from '~/shared/dates'
import { VisuallyHidden } from '~/shared/ui'
import type { Autosave } from './use-autosave'
import styles from './writing.module.css'

type Shown = Pick<Autosave, 'state' | 'isOnline' | 'message'>

function useLine({ state, isOnline, message }: Shown): string {
  const t = useOfficeT('writing')
  switch (state.status) {
    case 'saved':
      return state.savedAt === null ? '' : t('saved', { time: formatTime(new Date(state.savedAt)) })
    case 'saving':
      return t('saving')
    case 'waiting':
      return isOnline ? t('waiting') : t('offline')
    case 'signed-out':
      return t('signedOut')
    case 'refused':
      return message === undefined ? t('refusedPlain') : t('refused', { message })
  }
}

/**
 * Whether the text is saved, for the eye at every moment; a screen reader is told when saving stops working and when it
 * works again, not of each save.
 */
export function SavingLine(shown: Shown) {
  const t = useOfficeT('writing')
  const line = useLine(shown)
  const { status } = shown.state
  const isTrouble = status === 'waiting' || status === 'signed-out' || status === 'refused'
  const [told, setTold] = useState('')
  const wasTrouble = useRef(false)
  useEffect(() => {
    if (isTrouble) setTold(line)
    else if (status === 'saved' && wasTrouble.current) setTold(t('savedAgain'))
    if (isTrouble) wasTrouble.current = true
    else if (status === 'saved') wasTrouble.current = false
  }, [isTrouble, line, status, t])
  return (
    <div className={styles['saving']} data-status={isTrouble ? 'trouble' : status} data-tells-offline>
      <p>{line}</p>
      <VisuallyHidden>
        <span role="status">{told}</span>
      </VisuallyHidden>
    </div>
  )
}
