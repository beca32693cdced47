import type { CompletionId, PersonId } from '~/shared/ids'

/** The framework in which courses give evidence; its competence codes stand in course_competence. */
export const EVIDENCE_FRAMEWORK = 'westums-kompetensram'

export type Level = 1 | 2 | 3 | 4
export const levels: readonly Level[] = [1, 2, 3, 4]

/** What a course gives when it is finished: a competence by code, at a level, with a weight over 0 and up to 1. */
export interface CompetenceGrant {
  code: string
  level: number
  weight: number
}

export interface EvidenceGrant {
  personId: PersonId
  completionId: CompletionId
  finishedAt: Date
  competences: readonly CompetenceGrant[]
}
