import type { NoticeEntry } from '~/domains/notice'

const kinds = [
  'course-submitted',
  'course-returned',
  'course-published',
  'course-updated',
  'course-running-out',
  'course-deadline',
  'course-invited',
  'course-admitted',
] as const
export type CourseNewsKind = (typeof kinds)[number]

/** What has been done to a course that the person makes, reviews or takes. */
export interface CourseNews {
  kind: CourseNewsKind
  slug: string
  title: string
}

/** How long it is told of. */
const TOLD_FOR = 14 * 86_400_000

/** A course that the person takes, in the present round. */
export interface OwnRound {
  slug: string
  round: number
  finishedAt?: Date | null
}

/**
 * The newest that the notices say of each course, the newest first. That a course is about to run out is told until it
 * has been taken up again, that its last day is near until it is done.
 */
export function courseNewsOf(notices: readonly NoticeEntry[], now: Date, own: readonly OwnRound[] = []): CourseNews[] {
  const rounds = new Map(own.map((course) => [course.slug, course]))
  const found = new Map<string, CourseNews>()
  for (const { kind, payload, createdAt } of notices) {
    const known = kinds.find((each) => each === kind)
    const { courseSlug: slug, courseTitle: title } = payload
    if (known === undefined || typeof slug !== 'string' || typeof title !== 'string') continue
    if (found.has(slug)) continue
    if (known === 'course-running-out') {
      if ((rounds.get(slug)?.round ?? 0) > Number(payload['round'])) continue
    } else if (known === 'course-deadline' && (rounds.get(slug)?.finishedAt ?? null) !== null) continue
    else if (now.getTime() - createdAt.getTime() >= TOLD_FOR) continue
    found.set(slug, { kind: known, slug, title })
  }
  return [...found.values()]
}
