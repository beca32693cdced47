import { useOfficeT } from '~/i18n/use-office-t'
import { Badge } from '~/shared/ui'
import type { Completeness } from '../rules/completeness'

/** Whether a record is complete, in words, what it lacks, and whether newer information `waits` to be acknowledged. */
export function Lamp({ state, waits }: { state: Completeness; waits: boolean }) {
  const t = useOfficeT('participants')
  const newer = waits && !state.missing.includes('notice') && <div className="xsmall">{t('lamp.newer')}</div>
  if (state.complete) {
    return (
      <>
        <Badge tone="ok">{t('lamp.complete')}</Badge>
        {newer}
      </>
    )
  }
  const parts = state.missing.map((part) => t(`missing.${part}`)).join(', ')
  return (
    <>
      <Badge tone="lichen">{t('lamp.incomplete')}</Badge>
      <div className="xsmall">{t('lamp.missing', { parts })}</div>
      {newer}
    </>
  )
}
