import type { NoticeEntry } from '~/domains/notice'

const kinds = ['course-submitted', 'course-returned', 'course-published', 'course-updated'] as const
export type CourseNewsKind = (typeof kinds)[number]

/** What has been done to a course that the person makes, reviews or takes. */
export interface CourseNews {
  kind: CourseNewsKind
  slug: string
  title: string
}

/** How long it is told of. */
const TOLD_FOR = 14 * 86_400_000

/** The newest that the notices say of each course, the newest first. */
export function courseNewsOf(notices: readonly NoticeEntry[], now: Date): CourseNews[] {
  const found = new Map<string, CourseNews>()
  for (const { kind, payload, createdAt } of notices) {
    const known = kinds.find((each) => each === kind)
    const { courseSlug: slug, courseTitle: title } = payload
    if (known === undefined || typeof slug !== 'string' || typeof title !== 'string') continue
    if (now.getTime() - createdAt.getTime() >= TOLD_FOR || found.has(slug)) continue
    found.set(slug, { kind: known, slug, title })
  }
  return [...found.values()]
}
