import { expect, it, test } from 'vitest'
import { findingsOf } from './findings'
import type { ToldCounts } from './model'

const lesson = (
  slug: string,
  opened: number | null,
  finished: number | null,
  kind: 'article' | 'quiz' = 'article',
) => ({
  slug,
  title: slug,
  kind,
  opened,
  finished,
})
const counts = (wish: Partial<ToldCounts>): ToldCounts => ({
  starts: 100,
  finishes: 80,
  lessons: [],
  lectures: [],
  ...wish,
})
const told = (wish: Partial<ToldCounts>) =>
  findingsOf(counts(wish)).map((one) => [one.kind, 'slug' in one ? one.slug : null, one.share])

test.each([
  [{ lessons: [lesson('a', 95, 90), lesson('b', 85, 80)] }, []],
  [{ lessons: [lesson('a', 75, 70)] }, [['never-opens', null, 25]]],
  [{ lessons: [lesson('a', 100, 95), lesson('b', 60, 60)] }, [['stops-before', 'b', 35]]],
  [{ lessons: [lesson('a', 100, 60, 'quiz'), lesson('b', 60, 60)] }, [['opens-not-finishes', 'a', 40]]],
  [{ lessons: [lesson('a', 100, null)] }, [['opens-not-finishes', 'a', 100]]],
  [{ lectures: [{ slug: 'f', title: 'f', minutes: [50, 50, 35, 30, null] }] }, [['stops-watching', 'f', 60]]],
  [{ lectures: [{ slug: 'f', title: 'f', minutes: [null, null] }] }, []],
] as [Partial<ToldCounts>, unknown[]][])('%#', (wish, findings) => expect(told(wish)).toEqual(findings))

it('tells one of a kind, the largest first, and the minute where it is', () => {
  const wish = {
    lessons: [lesson('a', 80, 50), lesson('b', 50, 10, 'quiz')],
    lectures: [{ slug: 'f', title: 'f', minutes: [40, 40, 30, 15] }],
  }
  expect(told(wish)).toEqual([
    ['opens-not-finishes', 'b', 40],
    ['stops-watching', 'f', 38],
    ['never-opens', null, 20],
  ])
  expect(findingsOf(counts(wish))[0]).toMatchObject({ hasQuestions: true })
  expect(findingsOf(counts(wish))[1]).toMatchObject({ minute: 4 })
})
