import type { CompletionId, CourseId, PersonId } from '~/shared/ids'

/** The framework in which courses give evidence; its competence codes stand in course_competence. */
export const EVIDENCE_FRAMEWORK = 'westums-kompetensram'
/** The framework that the first one is mapped to, shown as a second view. */
export const MAPPED_FRAMEWORK = 'digcompedu'

export type Level = 1 | 2 | 3 | 4
/** 0 means that no level is confirmed. */
export type ConfirmedLevel = 0 | Level
export const levels: readonly Level[] = [1, 2, 3, 4]

export interface BilingualText {
  sv: string
  en: string
}

export interface Competence {
  code: string
  name: BilingualText
  description: BilingualText
  /** The "jag"-texts by level, "1" to "4". */
  levelTexts: Record<string, BilingualText>
  /** Codes of neighbouring competences in the mapped framework. */
  mapsTo: string[]
}

export interface CompetenceArea {
  code: string
  name: BilingualText
  competences: Competence[]
}

export interface Framework {
  slug: string
  version: string
  name: BilingualText
  description: BilingualText
  licence: string
  sourceUrl: string | null
  levels: { level: string; name: BilingualText; description: BilingualText }[]
  areas: CompetenceArea[]
}

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

/** One piece of evidence as far as a level depends on it. `grantedOn` is a Stockholm day. */
export interface WeighedEvidence extends CompetenceGrant {
  courseId: CourseId | string
  grantedOn: string
}

/** The same with what a reader wants to follow. */
export interface Evidence extends WeighedEvidence {
  frameworkVersion: string
  courseSlug: string
  courseTitle: string
  certificateCode: string | null
}

export interface LevelState {
  level: ConfirmedLevel
  /** The next step: the weights gathered for a higher level, over 0 and under 1. */
  towards: { level: Level; gathered: number } | null
}

export interface SelfAssessment {
  code: string
  level: ConfirmedLevel
  assessedOn: string
}

/** A course that gives a competence; weight 1 confirms the level alone. */
export interface CourseOffer extends CompetenceGrant {
  courseId: CourseId | string
  slug: string
  title: string
  minutes: number
}

export interface ProfileView {
  viewer: string
  viewedAt: Date
}
