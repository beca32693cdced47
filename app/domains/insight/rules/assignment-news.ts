import type { NoticeEntry } from '~/domains/notice'

const kinds = [
  'assignment-to-read',
  'assignment-feedback',
  'assignment-approved',
  'assignment-returned',
  'assignment-released',
] as const
export type AssignmentNewsKind = (typeof kinds)[number]

/** What has happened with an assignment of the person's. */
export interface AssignmentNews {
  kind: AssignmentNewsKind
  courseSlug: string
  lessonSlug: string
  title: string
}

/** How long it is told of. */
const TOLD_FOR = 14 * 86_400_000

/** The newest that the notices say of each assignment, the newest first. */
export function assignmentNewsOf(notices: readonly NoticeEntry[], now: Date): AssignmentNews[] {
  const found = new Map<string, AssignmentNews>()
  for (const { kind, payload, createdAt } of notices) {
    const known = kinds.find((each) => each === kind)
    const { courseSlug, lessonSlug, lessonTitle: title } = payload
    if (known === undefined || typeof courseSlug !== 'string') continue
    if (typeof lessonSlug !== 'string' || typeof title !== 'string') continue
    const key = `${courseSlug}/${lessonSlug}`
    if (now.getTime() - createdAt.getTime() >= TOLD_FOR || found.has(key)) continue
    found.set(key, { kind: known, courseSlug, lessonSlug, title })
  }
  return [...found.values()]
}
