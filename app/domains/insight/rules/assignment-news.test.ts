import { expect, it } from 'vitest'
import type { NoticeEntry } from '~/domains/notice'
import { assignmentNewsOf } from './assignment-news'

const now = new Date('2025-03-24T12:00:00Z')
const notice = (kind: string, lessonSlug: unknown, daysAgo = 1): NoticeEntry => ({
  noticeId: `${kind}-${String(lessonSlug)}`,
  kind,
  sourceId: 'x',
  payload: { courseSlug: 'kurs', lessonSlug, lessonTitle: 'Inlämning' },
  createdAt: new Date(now.getTime() - daysAgo * 86_400_000),
  readAt: null,
})

it('tells the newest of each assignment, for fourteen days, and nothing of other notices', () => {
  const notices = [
    notice('assignment-approved', 'a'),
    notice('assignment-feedback', 'a', 2),
    notice('assignment-to-read', 'b', 13),
    notice('assignment-returned', 'c', 14),
    notice('course-updated', 'd'),
    notice('assignment-released', 7),
  ]
  expect(assignmentNewsOf(notices, now).map(({ kind, lessonSlug }) => `${kind} ${lessonSlug}`)).toEqual([
    'assignment-approved a',
    'assignment-to-read b',
  ])
})
