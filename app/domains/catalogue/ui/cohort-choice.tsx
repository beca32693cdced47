import { useT } from '~/i18n/use-t'

/** A cohort in which a course may be begun; `seatsLeft` is null without a bound. */
export interface ShownCohort {
  cohortId: string
  name: string
  startsOn: string | null
  deadlineOn: string | null
  seatsLeft: number | null
}

export function useCohortWords(): (cohort: ShownCohort) => string {
  const t = useT('catalogue')
  return ({ startsOn, deadlineOn, seatsLeft }) =>
    [
      ...(startsOn === null ? [] : [t('cohort.starts', { day: startsOn })]),
      ...(deadlineOn === null ? [] : [t('cohort.deadline', { day: deadlineOn })]),
      ...(seatsLeft === null ? [] : [seatsLeft === 0 ? t('cohort.full') : t('cohort.left', { count: seatsLeft })]),
    ].join(' · ')
}

/** The choice of a cohort in the form that begins a course; nothing when there is none to choose. */
export function CohortChoice({ cohorts, only }: { cohorts: readonly ShownCohort[]; only: boolean }) {
  const t = useT('catalogue')
  const words = useCohortWords()
  if (cohorts.length === 0) return null
  const first = cohorts.find(({ seatsLeft }) => seatsLeft !== 0)?.cohortId
  return (
    <fieldset className="fieldset">
      <legend>{t('cohort.legend')}</legend>
      {cohorts.map((cohort) => (
        <div className="choice" key={cohort.cohortId}>
          <input
            type="radio"
            id={`cohort-${cohort.cohortId}`}
            name="cohortId"
            value={cohort.cohortId}
            disabled={cohort.seatsLeft === 0}
            defaultChecked={only && cohort.cohortId === first}
          />
          <label htmlFor={`cohort-${cohort.cohortId}`}>
            {cohort.name} <span className="small">{words(cohort)}</span>
          </label>
        </div>
      ))}
      {!only && (
        <div className="choice">
          <input type="radio" id="cohort-none" name="cohortId" value="" defaultChecked />
          <label htmlFor="cohort-none">{t('cohort.alone')}</label>
        </div>
      )}
    </fieldset>
  )
}
