import { expect, it } from 'vitest'
import type { NoticeEntry } from '~/domains/notice'
import { courseNewsOf } from './course-news'

const now = new Date('2025-03-24T12:00:00Z')
const notice = (kind: string, slug: unknown, daysAgo = 1): NoticeEntry => ({
  noticeId: `${kind}-${String(slug)}`,
  kind,
  sourceId: 'x',
  payload: { courseSlug: slug, courseTitle: 'Kurs' },
  createdAt: new Date(now.getTime() - daysAgo * 86_400_000),
  readAt: null,
})

it('tells the newest of each course, for fourteen days, and nothing of other notices', () => {
  const notices = [
    notice('course-returned', 'a'),
    notice('course-submitted', 'a', 2),
    notice('course-updated', 'b', 13),
    notice('course-published', 'c', 14),
    notice('course-finished', 'd'),
    notice('course-updated', 7),
  ]
  expect(courseNewsOf(notices, now).map(({ kind, slug }) => `${kind} ${slug}`)).toEqual([
    'course-returned a',
    'course-updated b',
  ])
})
