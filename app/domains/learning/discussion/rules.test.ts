import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { PersonId } from '~/shared/ids'
import { LONGEST_POST, LONGEST_TITLE } from './model'
import { mayEdit, mayRemove, readPost, readReason, remainsOf, tellOf } from './rules'

const [ann, bo] = ['ann', 'bo'] as PersonId[] as [PersonId, PersonId]
const at = new Date('2025-03-24T12:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)

describe('what is typed', () => {
  test.each([
    [{ text: '  ' }, 'empty'],
    [{ text: '\u202e\u0007' }, 'empty'],
    [{ text: 'x'.repeat(LONGEST_POST + 1) }, 'too-long'],
    [{ text: 'Hej', title: ' ' }, 'no-title'],
    [{ text: 'Hej', title: 'x'.repeat(LONGEST_TITLE + 1) }, 'long-title'],
    [
      { text: ' Hej ', title: ' Om\nallt ' },
      { text: 'Hej', title: 'Om allt' },
    ],
    [{ text: 'x'.repeat(LONGEST_POST) }, { text: 'x'.repeat(LONGEST_POST), title: '' }],
  ])('%#', (typed, read) => expect(readPost(typed)).toEqual(read))

  test.each([
    ['nej', 'nej'],
    ['  no ', undefined],
    ['x'.repeat(501), undefined],
  ])('as a reason %j is %j', (typed, reason) => expect(readReason(typed)).toBe(reason))
})

describe('one’s own post', () => {
  const post = { authorId: ann, postedAt: at, removedAt: null, hidden: null }
  test.each([
    [post, ann, 29, true],
    [post, ann, 30, false],
    [post, bo, 1, false],
    [{ ...post, hidden: {} }, ann, 1, false],
    [{ ...post, removedAt: at }, ann, 1, false],
  ] as const)('%# is changed within half an hour', (each, person, minutes, may) => {
    expect(mayEdit(each, person, later(minutes))).toBe(may)
  })
  it('is taken away at any time, once, by its author alone', () => {
    expect([mayRemove(post, ann), mayRemove(post, bo), mayRemove({ ...post, removedAt: at }, ann)]).toEqual([
      true,
      false,
      false,
    ])
  })
  test.each([
    [true, 0, 0, 0, 'thread-goes'],
    [true, 1, 0, 0, 'place-remains'],
    [true, 0, 0, 1, 'place-remains'],
    [false, 5, 0, 0, 'post-goes'],
    [false, 5, 1, 0, 'place-remains'],
    [false, 5, 0, 2, 'place-remains'],
  ] as const)('opening %s, %i others, %i answers, %i reports: %s', (isOpening, others, answers, reports, remains) => {
    expect(remainsOf({ isOpening, others, answers, reports })).toBe(remains)
  })
})

it('of a post everybody is told at most once, those mentioned of that, and its author never', () => {
  const people = fc.array(fc.constantFrom('ann', 'bo', 'cia', 'dan', 'eva') as fc.Arbitrary<PersonId>, {
    maxLength: 12,
  })
  fc.assert(
    fc.property(people, people, (mentioned, followers) => {
      const told = tellOf(ann, mentioned, followers)
      const all = [...told.mentioned, ...told.followers]
      expect(new Set(all).size).toBe(all.length)
      expect(all).not.toContain(ann)
      expect(new Set(all)).toEqual(new Set([...mentioned, ...followers].filter((one) => one !== ann)))
      for (const one of mentioned) expect(told.followers).not.toContain(one)
    }),
  )
})
