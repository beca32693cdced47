import { useOfficeT } from '~/i18n/use-office-t'
import { formatTime } from '~/shared/dates'
import { Notice } from '~/shared/ui'
import type { SaveState } from './use-cue-saving'

/** Whether what is written is kept, and since when. */
export function SaveLine({ state }: { state: SaveState }) {
  const t = useOfficeT('captioning')
  switch (state.kind) {
    case 'idle':
      return null
    case 'saving':
      return <p className="small">{t('editor.saving')}</p>
    case 'saved':
      return (
        <p className="small" role="status">
          {t('editor.saved', { time: formatTime(state.at) })}
        </p>
      )
    case 'unsaved':
      return (
        <Notice tone="lichen" live>
          {t('editor.unsaved')}
        </Notice>
      )
    case 'signed-out':
      return (
        <Notice tone="lichen" live>
          {t('editor.signedOut')}
        </Notice>
      )
    case 'conflict':
      return (
        <Notice tone="granite" live>
          {t('editor.conflict')}
        </Notice>
      )
  }
}
