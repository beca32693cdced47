import { Link } from '@remix-run/react'
import { useLanguage, useT } from '~/i18n/use-t'
import { formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Notice, VisuallyHidden } from '~/shared/ui'
import type { SignableMonth } from '../../months/signable'

/** The months that wait for the person's signature, with the way there. */
export function WaitingMonths({ months }: { months: readonly SignableMonth[] }) {
  const t = useT('hours')
  const language = useLanguage()
  const waiting = months.filter((one) => one.waits)
  if (waiting.length === 0) return null
  return (
    <Notice tone="lichen">
      <h2>{t('waiting.title', { count: waiting.length })}</h2>
      <ul>
        {waiting.map((one) => (
          <li key={`${one.diarienr} ${one.month}`}>
            <Link to={paths.signMonth(one.diarienr, one.month)}>
              {t('waiting.sign', { month: formatMonth(one.month, language), project: one.projectName })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The ways from one month of the ledger to its signing and its närvarointyg, one a project. */
export function MonthSigning({ months, month }: { months: readonly SignableMonth[]; month: string }) {
  const t = useT('hours')
  const language = useLanguage()
  return (
    <>
      {months
        .filter((one) => one.month === month)
        .map((one) => (
          <div key={one.diarienr}>
            <Link to={paths.signMonth(one.diarienr, month)}>{t(`waiting.state.${one.state}`)}</Link>
            {' · '}
            <Link to={paths.monthCertificate(one.diarienr, month)} reloadDocument>
              {t('waiting.paper')}
              <VisuallyHidden> {formatMonth(month, language)}</VisuallyHidden>
            </Link>
          </div>
        ))}
    </>
  )
}
