import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathMinutes, pathProgress } from './rules'

const parts = [
  { title: 'Grunden', need: null, courses: ['a', 'b'] },
  { title: 'Välj två', need: 2, courses: ['c', 'd', 'e'] },
]
const all = new Set(['a', 'b', 'c', 'd', 'e'])
const progress = (finished: string[], offered = all) => pathProgress(parts, new Set(finished), offered)

test.each([
  [[], 0, 'a', false],
  [['a'], 1, 'b', false],
  [['b', 'c'], 2, 'a', false],
  [['a', 'b'], 2, 'c', false],
  [['a', 'b', 'd'], 3, 'c', false],
  [['a', 'b', 'd', 'e'], 4, undefined, true],
  [['a', 'b', 'c', 'd', 'e'], 4, undefined, true],
  [['c', 'd', 'e'], 2, 'a', false],
])('with %j finished %i of 4 are done, next is %s', (finished, done, next, isDone) => {
  expect(progress(finished)).toMatchObject({ done, total: 4, next, isDone })
})

test('a course that has left the offer is not asked for, but counts for whoever has finished it', () => {
  const without = new Set(['a', 'c', 'd', 'e'])
  expect(progress(['a', 'c', 'd'], without)).toMatchObject({ done: 3, total: 3, isDone: true })
  expect(progress(['b'], without)).toMatchObject({ done: 1, total: 4, next: 'a' })
  expect(progress([], new Set())).toMatchObject({ done: 0, total: 0, isDone: false, next: undefined })
})

test('the least time takes the shortest of a choice', () => {
  expect(
    pathMinutes(
      parts,
      new Map([
        ['a', 10],
        ['b', 20],
        ['c', 60],
        ['d', 30],
        ['e', 40],
      ]),
    ),
  ).toBe(100)
  expect(pathMinutes(parts, new Map([['a', 10]]))).toBe(10)
})

const names = [...all]
const anyPart = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }).chain((courses) =>
  fc.record({
    title: fc.constant('Del'),
    need: fc.option(fc.integer({ min: 1, max: courses.length })),
    courses: fc.constant(courses),
  }),
)

test('whatever the path: finishing more never takes anything away, all finished is done, and what is next is a step on', () => {
  fc.assert(
    fc.property(
      fc.array(anyPart, { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(fc.constantFrom(...names)),
      fc.constantFrom(...names),
      (path, finished, more) => {
        const before = pathProgress(path, new Set(finished), all)
        const after = pathProgress(path, new Set([...finished, more]), all)
        expect(after.done).toBeGreaterThanOrEqual(before.done)
        expect(after.isDone || !before.isDone).toBe(true)
        expect(pathProgress(path, all, all).isDone).toBe(true)
        expect(before.isDone).toBe(before.parts.every(({ isDone }) => isDone))
        expect(before.next === undefined).toBe(before.isDone)
        if (before.next !== undefined) {
          const on = pathProgress(path, new Set([...finished, before.next]), all)
          expect(on.done).toBeGreaterThan(before.done)
        }
      },
    ),
  )
})
