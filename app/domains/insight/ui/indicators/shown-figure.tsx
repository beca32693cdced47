import { Link } from '@remix-run/react'
import { useLanguage } from '~/i18n/use-t'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { VisuallyHidden } from '~/shared/ui'
import type { Figure } from '../../indicators/page'

/** A figure that opens its rows; a dash where it is hidden. `what` names it to those who hear the page. */
export function ShownFigure({ figure, diarienr, what }: { figure: Figure; diarienr: string; what: string }) {
  const t = useOfficeT('indicators')
  const language = useLanguage()
  if (!figure.shown) {
    return (
      <>
        <span aria-hidden="true">{t('table.hiddenShort')}</span>
        <VisuallyHidden>{t('table.hidden')}</VisuallyHidden>
      </>
    )
  }
  const value = formatNumber(figure.value, language)
  if (figure.query === '' || figure.value === 0) return <>{value}</>
  return (
    <Link to={paths.indicatorRows(diarienr, figure.query)} aria-label={t('table.open', { value, what })}>
      {value}
    </Link>
  )
}
