import { Form } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { Button, Notice } from '~/shared/ui'
import { CohortChoice, type ShownCohort } from './cohort-choice'

/** Until when what was finished counts, and whether a new round is under way or may be begun. */
export interface ShownRenewal {
  until: string
  hasRunOut: boolean
  round: number
  isUnderWay: boolean
  mayRenew: boolean
}

export function CourseRenewal({
  renewal,
  cohorts,
  cohortsOnly,
}: {
  renewal: ShownRenewal
  cohorts: readonly ShownCohort[]
  cohortsOnly: boolean
}) {
  const t = useT('catalogue')
  const { until, hasRunOut, round, isUnderWay, mayRenew } = renewal
  const told = t(hasRunOut ? 'renewal.ranOut' : 'renewal.until', { day: until })
  if (!isUnderWay && !mayRenew) return <p>{told}</p>
  return (
    <Notice tone="lichen">
      <p>{isUnderWay ? `${t('renewal.underWay', { round })} ${told}` : told}</p>
      {mayRenew && (
        <Form method="post">
          <p>{t('renewal.explained')}</p>
          <CohortChoice cohorts={cohorts} only={cohortsOnly} />
          <Button name="intent" value="renew">
            {t('renewal.renew')}
          </Button>
        </Form>
      )}
    </Notice>
  )
}
