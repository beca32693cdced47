import { z } from 'zod'
import { many, orNull, text, wholeNumber } from '../activity/typed'
import {
  accessKinds,
  type CourseTerms,
  DEADLINE_REMIND_DAYS,
  deadlineRules,
  entryRules,
  MOST_MONTHS,
  MOST_REQUIRED_COMPETENCES,
  MOST_REQUIRED_COURSES,
  REMIND_DAYS,
} from './model'

/** The terms of a course as they are typed, among the fields of its settings. */
export const termsShape = {
  entryRule: text(20),
  requiredCourse: many,
  requiredCompetence: many,
  requiredLevel: many,
  validMonths: text(10),
  renewalRemindDays: text(10),
  access: text(20),
  accessOrganisations: many,
  courseStartsOn: text(20),
  courseDeadlineOn: text(20),
  afterDeadline: text(20),
  deadlineRemindDays: text(10),
  cohortsOnly: text(3),
}

export interface TermsFields {
  entryRule: string
  requiredCourse: string[]
  requiredCompetence: string[]
  requiredLevel: string[]
  validMonths: string
  renewalRemindDays: string
  access: string
  accessOrganisations: string[]
  courseStartsOn: string
  courseDeadlineOn: string
  afterDeadline: string
  deadlineRemindDays: string
  cohortsOnly: string
}

export function termsFieldsOf({ prerequisites, validity, access, schedule }: CourseTerms): TermsFields {
  return {
    entryRule: prerequisites.rule,
    requiredCourse: prerequisites.courses,
    requiredCompetence: prerequisites.competences.map(({ code }) => code),
    requiredLevel: prerequisites.competences.map(({ level }) => String(level)),
    validMonths: validity.months === null ? '' : String(validity.months),
    renewalRemindDays: String(validity.remindDays),
    access: access.kind,
    accessOrganisations: access.organisations,
    courseStartsOn: schedule.startsOn ?? '',
    courseDeadlineOn: schedule.deadlineOn ?? '',
    afterDeadline: schedule.afterDeadline,
    deadlineRemindDays: String(schedule.remindDays),
    cohortsOnly: schedule.cohortsOnly ? 'ja' : '',
  }
}

export type TermsFault =
  | 'required-course'
  | 'required-many'
  | 'required-competence'
  | 'required-competences'
  | 'months'
  | 'remind-days'
  | 'organisations'
  | 'day'
  | 'day-order'
export type TermsFaults = Partial<Record<keyof TermsFields, { fault: TermsFault }>>

/** What the typed terms may name: courses other than this one, competences and organisations. */
export interface TermsChoices {
  courses: readonly string[]
  codes: readonly string[]
  organisations: readonly string[]
}

/** Reads the typed terms onto those that are stored; every fault by field. */
export function readTerms(
  fields: TermsFields,
  before: CourseTerms,
  choices: TermsChoices,
): { terms: CourseTerms; faults: TermsFaults } {
  const faults: TermsFaults = {}
  const courses = [...new Set(fields.requiredCourse.filter((slug) => slug !== ''))]
  // A course that has left the offer since may stand as it does.
  const known = new Set([...choices.courses, ...before.prerequisites.courses])
  if (courses.some((slug) => !known.has(slug))) faults.requiredCourse = { fault: 'required-course' }
  else if (courses.length > MOST_REQUIRED_COURSES) faults.requiredCourse = { fault: 'required-many' }
  const competences = fields.requiredCompetence.flatMap((code, index) => {
    if (code === '') return []
    return [{ code, level: wholeNumber(fields.requiredLevel[index] ?? '') ?? 0 }]
  })
  const codes = new Set(competences.map(({ code }) => code))
  if (competences.some(({ code, level }) => !choices.codes.includes(code) || level < 1 || level > 4))
    faults.requiredCompetence = { fault: 'required-competence' }
  else if (codes.size < competences.length || codes.size > MOST_REQUIRED_COMPETENCES)
    faults.requiredCompetence = { fault: 'required-competences' }
  const number = (
    field: 'validMonths' | 'renewalRemindDays' | 'deadlineRemindDays',
    most: number,
    fault: TermsFault,
  ): number | null => {
    const typed = fields[field].trim()
    if (typed === '') return null
    const read = wholeNumber(typed)
    if (read === undefined || read < 1 || read > most) faults[field] = { fault }
    return read ?? null
  }
  const kind = accessKinds.find((each) => each === fields.access) ?? 'oppen'
  const chosen = [...new Set(fields.accessOrganisations)]
  const places = new Set([...choices.organisations, ...before.access.organisations])
  if (chosen.some((slug) => !places.has(slug)) || (kind === 'organisationer' && chosen.length === 0))
    faults.accessOrganisations = { fault: 'organisations' }
  const day = (field: 'courseStartsOn' | 'courseDeadlineOn'): string | null => {
    const typed = orNull(fields[field])
    if (typed !== null && !z.iso.date().safeParse(typed).success) faults[field] = { fault: 'day' }
    return typed
  }
  const [startsOn, deadlineOn] = [day('courseStartsOn'), day('courseDeadlineOn')]
  if (startsOn !== null && deadlineOn !== null && deadlineOn < startsOn)
    faults.courseDeadlineOn ??= { fault: 'day-order' }
  return {
    faults,
    terms: {
      ...before,
      prerequisites: {
        rule: entryRules.find((rule) => rule === fields.entryRule) ?? 'rekommenderas',
        courses,
        competences,
      },
      validity: {
        months: number('validMonths', MOST_MONTHS, 'months'),
        remindDays: number('renewalRemindDays', 180, 'remind-days') ?? REMIND_DAYS,
      },
      access: { kind, organisations: kind === 'organisationer' ? chosen : [] },
      schedule: {
        startsOn,
        deadlineOn,
        afterDeadline: deadlineRules.find((rule) => rule === fields.afterDeadline) ?? 'oppen',
        remindDays: number('deadlineRemindDays', 180, 'remind-days') ?? DEADLINE_REMIND_DAYS,
        cohortsOnly: fields.cohortsOnly === 'ja',
      },
    },
  }
}
