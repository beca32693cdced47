import { describe, expect, it, test } from 'vitest'
import type { CourseId, PersonId } from '~/shared/ids'
import { type Discussion, MOST_POSTS, type StoredPost, type StoredThread } from './model'
import { threadPageOf } from './thread-page'

const [ann, bo, lea] = ['ann', 'bo', 'lea'] as PersonId[] as [PersonId, PersonId, PersonId]
const at = new Date('2025-03-24T12:00:00Z')
const now = new Date('2025-03-24T12:10:00Z')
const discussion: Discussion = {
  courseId: 'c' as CourseId,
  slug: 'kurs',
  title: 'Kurs',
  scope: undefined,
  isEnrolled: true,
  isOff: false,
  isRetired: false,
  lessons: [],
  openReports: 0,
}
const post = (wish: Partial<StoredPost> & { postId: string }): StoredPost => ({
  parentId: null,
  isOpening: false,
  authorId: ann,
  author: 'Ann',
  authorLeads: false,
  body: `hemligt i ${wish.postId}`,
  postedAt: at,
  editedAt: null,
  removedAt: null,
  hidden: null,
  mentions: [],
  isReported: false,
  ...wish,
})
const thread = (posts: StoredPost[], wish: Partial<StoredThread> = {}): StoredThread => ({
  threadId: 't',
  title: 'Rubrik',
  lesson: null,
  isLocked: false,
  follows: false,
  posts,
  ...wish,
})
const opening = post({ postId: 'o', isOpening: true })
const hidden = { by: 'Lea', reason: 'Stötande' }
const seen = (stored: StoredThread, personId: PersonId, moderates = false, course = discussion) =>
  threadPageOf(course, stored, { personId, moderates, now })

describe('a thread', () => {
  it('has answers under what they answer, and nobody’s id', () => {
    const page = seen(thread([opening, post({ postId: 'a' }), post({ postId: 'b', parentId: 'a' })]), bo)
    expect(page.posts.map(({ postId, answers }) => [postId, answers.map((one) => one.postId)])).toEqual([
      ['o', []],
      ['a', ['b']],
    ])
    expect(JSON.stringify(page)).not.toMatch(/"(ann|bo|lea)"/)
    expect(page.posts[1]?.may.answer).toBe(true)
    expect(page.posts[1]?.answers[0]?.may.answer).toBe(false)
  })

  it.each([
    [bo, false, false],
    [ann, false, true],
    [lea, true, true],
  ] as const)('with a hidden opening tells %s (moderator: %s) title and text: %s', (person, moderates, tells) => {
    const page = seen(thread([post({ ...opening, hidden })]), person, moderates)
    expect(page.title).toBe(tells ? 'Rubrik' : '')
    expect(JSON.stringify(page).includes('hemligt')).toBe(tells)
    expect(page.posts[0]?.hidden).toEqual(hidden)
    expect(page.posts[0]?.may).toMatchObject({ report: false, hide: false, restore: moderates })
  })

  it('tells nobody what was taken away', () => {
    const page = seen(thread([post({ ...opening, removedAt: at, body: '' })]), lea, true)
    expect(page).toMatchObject({
      title: '',
      posts: [{ state: 'removed', text: null, may: { hide: false, remove: false } }],
    })
  })

  test.each([
    ['locked', thread([opening, post({ postId: 'a' })], { isLocked: true }), discussion],
    ['off', thread([opening, post({ postId: 'a' })]), { ...discussion, isOff: true }],
    ['retired', thread([opening, post({ postId: 'a' })]), { ...discussion, isRetired: true }],
  ])('that is %s takes no answers and no changes, but one’s own may go', (_state, stored, course) => {
    const [, one] = seen(stored, ann, false, course).posts
    expect(one).toMatchObject({ written: null, may: { answer: false, remove: true } })
  })

  it('that is full takes no more', () => {
    const posts = Array.from({ length: MOST_POSTS }, (_, index) =>
      post({ postId: `p${index}`, isOpening: index === 0 }),
    )
    const page = seen(thread(posts), ann)
    expect(page.isFull).toBe(true)
    expect(page.posts.some(({ may }) => may.answer)).toBe(false)
    expect(page.posts[0]?.written).toContain('hemligt')
  })
})
