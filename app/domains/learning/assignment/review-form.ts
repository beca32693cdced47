import type { Criterion } from '~/domains/catalogue'

/** What somebody says of a work: a level of each criterion, words to it, and words to the whole. */
export interface Assessment {
  /** Key of the chosen level by key of the criterion. */
  levels: Record<string, string>
  comments: Record<string, string>
  comment: string
}
export type AssessmentFault = 'level' | 'comment' | 'too-long'

export const LONGEST_COMMENT = 4000

export const noAssessment: Assessment = { levels: {}, comments: {}, comment: '' }

/**
 * Reads the fields of `RubricForm`: `niva.<criterion>`, `ord.<criterion>` and `kommentar`. Levels that the rubric lacks
 * are left out. Faults are by the name of the field.
 */
export function readAssessment(
  form: FormData,
  rubric: readonly Criterion[],
  needs: { levels: boolean; comment: boolean },
): { assessment: Assessment; faults: Record<string, AssessmentFault> } {
  const faults: Record<string, AssessmentFault> = {}
  const words = (name: string): string => {
    const text = String(form.get(name) ?? '')
      .replaceAll('\0', '')
      .replace(/\r\n?/g, '\n')
      .trim()
    if (text.length > LONGEST_COMMENT) faults[name] = 'too-long'
    return text
  }
  const assessment: Assessment = { levels: {}, comments: {}, comment: words('kommentar') }
  for (const { key, levels } of rubric) {
    const chosen = form.get(`niva.${key}`)
    const level = levels.find((each) => each.key === chosen)
    if (level !== undefined) assessment.levels[key] = level.key
    else if (needs.levels) faults[`niva.${key}`] = 'level'
    const comment = words(`ord.${key}`)
    if (comment !== '') assessment.comments[key] = comment
  }
  if (needs.comment && assessment.comment === '') faults['kommentar'] = 'comment'
  return { assessment, faults }
}
