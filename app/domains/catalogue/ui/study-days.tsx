import { useT } from '~/i18n/use-t'
import { Notice } from '~/shared/ui'
import type { StudyState } from '../terms/schedule'

/** When the lessons of a course are open to the reader. */
export interface ShownStudy {
  state: StudyState
  startsOn: string | null
  deadlineOn: string | null
  cohortName: string | null
  isFinished: boolean
}

/** Whether the lessons are shut to the reader: before the start, or after a deadline that shuts. */
export function isShut(study: ShownStudy | null | undefined): boolean {
  return study !== null && study !== undefined && !study.isFinished && ['before', 'shut'].includes(study.state)
}

/** The first and last day of a course, and what they mean today. */
export function StudyDays({ study }: { study: ShownStudy }) {
  const t = useT('catalogue')
  const { state, startsOn, deadlineOn, cohortName, isFinished } = study
  if (isFinished) return null
  const day = deadlineOn ?? ''
  const told = {
    before: t('study.before', { day: startsOn ?? '' }),
    open: deadlineOn === null ? '' : t('study.open', { day }),
    late: t('study.late', { day }),
    shut: t('study.shut', { day }),
  }[state]
  const group = cohortName === null ? '' : t('study.cohort', { name: cohortName })
  if (told + group === '') return null
  return <Notice tone={state === 'open' ? 'sea' : 'lichen'}>{`${group} ${told}`.trim()}</Notice>
}
