import { useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button } from '~/shared/ui'
import styles from './cue-editor.module.css'

/** Moves every cue by so many seconds. */
export function ShiftForm({ onShift }: { onShift: (seconds: number) => void }) {
  const t = useOfficeT('captioning')
  const [typed, setTyped] = useState('')
  const seconds = /^-?\d{1,5}([.,]\d{1,3})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : undefined
  return (
    <details>
      <summary>{t('editor.shift')}</summary>
      <div className={styles.times}>
        <div className="field">
          <label htmlFor="cue-shift">{t('editor.shiftSeconds')}</label>
          <input
            id="cue-shift"
            className="input"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <Button
          type="button"
          variant="quiet"
          disabled={seconds === undefined}
          onClick={() => {
            if (seconds !== undefined) onShift(seconds)
            setTyped('')
          }}
        >
          {t('editor.shiftDo')}
        </Button>
      </div>
    </details>
  )
}
