import { type Actor, hasRole, scopeOf } from '~/domains/identity'
import type { CourseId, OrganisationId } from '~/shared/ids'
import { type Question, type QuestionType, questionTypes } from './model'

/** A question to draw from, with what it is about. */
export interface BankQuestion {
  bankQuestionId: string
  organisationId: OrganisationId
  organisationName: string
  /** Null serves every course. */
  courseId: CourseId | null
  courseTitle: string | null
  question: Question
  tags: string[]
  competenceCodes: string[]
  changedAt: Date
  retiredAt: Date | null
}

/** Whose questions an editor keeps: everybody's, or those of these organisations. */
export interface BankScope {
  everywhere: boolean
  organisationIds: OrganisationId[]
}

const keepers = ['redaktor', 'kursansvarig'] as const

/** Questions are kept by editors and course leaders, each within the grant. */
export function canKeepQuestions(actor: Actor): boolean {
  return keepers.some((role) => hasRole(actor, role))
}

/** The tenant lock of the bank. */
export function bankScope(actor: Actor): BankScope {
  const scopes = keepers.map((role) => scopeOf(actor, role))
  return {
    everywhere: scopes.some((scope) => scope.everywhere),
    organisationIds: [...new Set(scopes.flatMap((scope) => scope.organisationIds))],
  }
}

/** One more attempt at a quiz is given by course leaders. */
export function canGiveAttempts(actor: Actor): boolean {
  return hasRole(actor, 'kursansvarig')
}

export interface BankFilter {
  words: string
  type: QuestionType | null
  tag: string | null
  competence: string | null
  /** Slug of a course. */
  course: string | null
  retired: boolean
}

/** Reads choices from an address; what it does not know it leaves out. */
export function bankFilterOf(query: URLSearchParams): BankFilter {
  const value = (name: string) => query.get(name)?.trim().slice(0, 100) || null
  return {
    words: value('sok') ?? '',
    type: questionTypes.find((type) => type === query.get('slag')) ?? null,
    tag: value('etikett')?.toLocaleLowerCase('sv') ?? null,
    competence: value('kompetens'),
    course: value('kurs'),
    retired: query.get('visa') === 'utgangna',
  }
}
