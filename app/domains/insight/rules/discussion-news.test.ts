import { expect, it, test } from 'vitest'
import type { NoticeEntry } from '~/domains/notice'
import { discussionNewsOf } from './discussion-news'
import { tellDiscussion } from './told'

const now = new Date('2025-03-24T12:00:00Z')
const notice = (kind: string, given: Record<string, unknown> = {}, daysAgo = 1, isRead = false): NoticeEntry => ({
  noticeId: `${kind}-${daysAgo}`,
  kind,
  sourceId: 'x',
  payload: { courseSlug: 'a', courseTitle: 'Kurs', ...given },
  createdAt: new Date(now.getTime() - daysAgo * 86_400_000),
  readAt: isRead ? now : null,
})
const at = (postId: string) => ({ threadId: 't', postId })

it('tells each mention, the rest once a course, and nothing that is read, old or about something else', () => {
  const notices = [
    notice('discussion-news'),
    notice('discussion-news', {}, 2),
    notice('discussion-news', { courseSlug: 'b' }, 3),
    notice('discussion-mention', at('1')),
    notice('discussion-mention', at('2'), 2),
    notice('discussion-mention', at('3'), 2, true),
    notice('discussion-hidden', at('4'), 14),
    notice('discussion-report', { courseTitle: 7 }),
    notice('course-updated'),
  ]
  expect(discussionNewsOf(notices, now).map(({ kind, slug, thread }) => [kind, slug, thread?.postId])).toEqual([
    ['discussion-news', 'a', undefined],
    ['discussion-news', 'b', undefined],
    ['discussion-mention', 'a', '1'],
    ['discussion-mention', 'a', '2'],
  ])
})

test.each([
  ['discussion-news', {}, '/diskussioner/a'],
  ['discussion-report', {}, '/diskussioner/a/anmalda'],
  ['discussion-mention', at('1'), '/diskussioner/a/t#inlagg-1'],
  ['discussion-hidden', at('2'), '/diskussioner/a/t#inlagg-2'],
])('%s leads to where it is', (kind, given, to) => {
  const [news] = discussionNewsOf([notice(kind, given)], now)
  expect(news && tellDiscussion(news, (key) => key)).toEqual({ text: `discussion.${kind}`, to })
})
