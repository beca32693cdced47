import { z } from 'zod'

export const entryRules = ['rekommenderas', 'kravs'] as const
export type EntryRule = (typeof entryRules)[number]
export const accessKinds = ['oppen', 'inbjudan', 'organisationer'] as const
export type AccessKind = (typeof accessKinds)[number]
export const deadlineRules = ['oppen', 'stangd'] as const
export type DeadlineRule = (typeof deadlineRules)[number]

export const MOST_REQUIRED_COURSES = 10
export const MOST_REQUIRED_COMPETENCES = 6
export const MOST_MONTHS = 120
/** Days before something ends on which one is reminded, where nothing else is said. */
export const REMIND_DAYS = 30
export const DEADLINE_REMIND_DAYS = 7

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const day = z.iso.date()
const days = z.int().min(1).max(180)

const prerequisites = z.strictObject({
  rule: z.enum(entryRules).default('rekommenderas'),
  /** Courses to have finished, by address. */
  courses: z.array(slug).max(MOST_REQUIRED_COURSES).default([]),
  competences: z
    .array(z.strictObject({ code: z.string().max(10), level: z.int().min(1).max(4) }))
    .max(MOST_REQUIRED_COMPETENCES)
    .default([]),
})

const validity = z.strictObject({
  /** Whole months from the day on which the course is finished; null is for ever. */
  months: z.int().min(1).max(MOST_MONTHS).nullable().default(null),
  remindDays: days.default(REMIND_DAYS),
})

const access = z.strictObject({
  kind: z.enum(accessKinds).default('oppen'),
  /** Addresses of the organisations whose staff may take the course. */
  organisations: z.array(slug).max(100).default([]),
})

const schedule = z.strictObject({
  /** The first day on which the lessons are open. */
  startsOn: day.nullable().default(null),
  /** The last day for those who finish in time. */
  deadlineOn: day.nullable().default(null),
  afterDeadline: z.enum(deadlineRules).default('oppen'),
  remindDays: days.default(DEADLINE_REMIND_DAYS),
  /** Nobody takes the course outside a cohort. */
  cohortsOnly: z.boolean().default(false),
})

/** On what terms a course is taken: what one should know before, how long it counts, for whom and when it is open. */
export const courseTerms = z.strictObject({
  prerequisites: prerequisites.prefault({}),
  validity: validity.prefault({}),
  access: access.prefault({}),
  schedule: schedule.prefault({}),
})
export type CourseTerms = z.output<typeof courseTerms>
export type Prerequisites = CourseTerms['prerequisites']
export type Validity = CourseTerms['validity']

/** Terms as they are stored; what a row lacks has its default. */
export function termsOf(stored: unknown): CourseTerms {
  return courseTerms.parse(stored ?? {})
}
