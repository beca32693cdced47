declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>
export type TextId = Id<'text'>
export type CourseId = Id<'course'>
export type CohortId = Id<'cohort'>
export type LessonId = Id<'lesson'>
export type LectureId = Id<'lecture'>
export type CompletionId = Id<'completion'>
export type CompetenceId = Id<'competence'>
export type ProjectId = Id<'project'>
export type ActivityId = Id<'activity'>
export type OccasionId = Id<'occasion'>
export type MeetingId = Id<'meeting'>
export type MediaId = Id<'media'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text from outside can be an id at all; PostgreSQL refuses other texts with an error. */
export function isUuid(value: string): boolean {
  return UUID.test(value)
}
