import { useOfficeT } from '~/i18n/use-office-t'
import { Badge } from '~/shared/ui'
import type { Completeness } from '../rules/completeness'

/** Whether a record is complete, in words, and what it lacks. */
export function Lamp({ state }: { state: Completeness }) {
  const t = useOfficeT('participants')
  if (state.complete) return <Badge tone="ok">{t('lamp.complete')}</Badge>
  const parts = state.missing.map((part) => t(`missing.${part}`)).join(', ')
  return (
    <>
      <Badge tone="lichen">{t('lamp.incomplete')}</Badge>
      <div className="xsmall">{t('lamp.missing', { parts })}</div>
    </>
  )
}
