import { z } from 'zod'
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

/** A submitted self-assessment: fields `niva-K1.1` with 0–4; an empty field is left as it was. */
export const selfAssessmentForm = z.record(z.string(), z.string()).transform((fields, context) => {
  const chosen: { code: string; level: ConfirmedLevel }[] = []
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith('niva-') || value === '') continue
    const level = z
      .union([z.literal('0'), z.literal('1'), z.literal('2'), z.literal('3'), z.literal('4')])
      .safeParse(value)
    if (level.success) chosen.push({ code: name.slice('niva-'.length), level: Number(level.data) as ConfirmedLevel })
    else context.addIssue({ code: 'custom', path: [name], message: 'level' })
  }
  return chosen
})
