import type { Translate } from '~/i18n/translate'

/** Why nobody begins: the place of the course page, where a cohort is chosen. */
type CohortRefusal = 'cohort-needed' | 'no-such-cohort' | 'full' | 'shut'

export type LessonRefusal =
  | 'no-such-lesson'
  | 'no-such-course'
  | 'not-enrolled'
  | 'not-done'
  | 'unanswered'
  | 'unknown-question'
  | 'already-submitted'
  | 'attempts-used'
  | 'too-long'
  | 'prerequisites'
  | 'not-open'
  | CohortRefusal
  | 'changed-elsewhere'

/** What a refused form on the page of a lesson says; what is left and what lacks an answer speak for themselves. */
export function refusalText(refusal: LessonRefusal, t: Translate<'lesson'>): string | undefined {
  return refusal === 'not-done' || refusal === 'unanswered' ? undefined : t(`refusal.${refusal}`)
}
