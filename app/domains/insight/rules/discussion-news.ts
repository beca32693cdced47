import type { NoticeEntry } from '~/domains/notice'

const kinds = ['discussion-mention', 'discussion-hidden', 'discussion-report', 'discussion-news'] as const
export type DiscussionNewsKind = (typeof kinds)[number]

/** What has been said where the person follows, or to or about them; `thread` is the place of one post. */
export interface DiscussionNews {
  kind: DiscussionNewsKind
  slug: string
  title: string
  thread: { threadId: string; postId: string } | null
}

/** How long it is told of. */
const TOLD_FOR = 14 * 86_400_000

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What the person has not read: each post that is theirs to see, and of each course whether there is anything else. */
export function discussionNewsOf(notices: readonly NoticeEntry[], now: Date): DiscussionNews[] {
  const found = new Map<string, DiscussionNews>()
  for (const { kind, payload, createdAt, readAt } of notices) {
    const known = kinds.find((each) => each === kind)
    const [slug = '', title = '', threadId = '', postId = ''] = ['courseSlug', 'courseTitle', 'threadId', 'postId'].map(
      (key) => textOf(payload[key]),
    )
    if (known === undefined || slug === '' || title === '' || readAt !== null) continue
    if (now.getTime() - createdAt.getTime() >= TOLD_FOR) continue
    const thread = threadId === '' || postId === '' ? null : { threadId, postId }
    const key = `${known} ${thread?.postId ?? slug}`
    if (!found.has(key)) found.set(key, { kind: known, slug, title, thread })
  }
  return [...found.values()]
}
