import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeSlug, inOrder, placeLesson, stepLesson, stepModule, type Structure } from './structure'

/** `a b | c d | e` reads as lessons before the first module, then those of m1, m2 … */
function read(text: string): Structure {
  const groups = text.split('|').map((group) => group.trim().split(/\s+/).filter(Boolean))
  return {
    moduleIds: groups.slice(1).map((_, index) => `m${index + 1}`),
    lessons: groups.flatMap((ids, index) =>
      ids.map((lessonId) => ({ lessonId, moduleId: index === 0 ? null : `m${index}` })),
    ),
  }
}
function write({ moduleIds, lessons }: Structure): string {
  const of = (moduleId: string | null) =>
    lessons.flatMap((lesson) => (lesson.moduleId === moduleId ? [lesson.lessonId] : [])).join(' ')
  return [null, ...moduleIds].map(of).join('|')
}

describe('one step', () => {
  it.each([
    ['a b c', 'b', -1, 'b a c'],
    ['a b c', 'b', 1, 'a c b'],
    ['a b c', 'a', -1, 'a b c'],
    ['a b c', 'c', 1, 'a b c'],
    ['|a b|c', 'c', -1, '|a b c|'],
    ['|a b|c', 'b', 1, '|a|b c'],
    ['|a b|c', 'a', -1, 'a|b|c'],
    ['a||c', 'a', 1, '|a|c'],
    ['|a|', 'a', 1, '||a'],
    ['|a|b', 'x', 1, '|a|b'],
  ] as const)('in %s moves %s by %i to %s', (before, lesson, by, after) => {
    expect(write(stepLesson(read(before), lesson, by))).toBe(after)
  })
})

describe('placing', () => {
  it.each([
    ['a b c', 'c', null, 'a', 'c a b'],
    ['a b c', 'a', null, undefined, 'b c a'],
    ['|a b|c', 'a', 'm2', 'c', '|b|a c'],
    ['|a b|c', 'a', 'm2', 'b', '|b|c a'],
    ['|a b|c', 'a', 'm9', undefined, '|a b|c'],
    ['|a b|c', 'a', 'm1', 'a', '|a b|c'],
    ['|a|b', 'b', null, undefined, 'b|a|'],
  ] as const)('in %s puts %s into %s before %s: %s', (before, lesson, moduleId, beforeId, after) => {
    expect(write(placeLesson(read(before), lesson, { moduleId, beforeId }))).toBe(after)
  })
})

it('a module moves with its lessons, and stays at the ends', () => {
  const moved = stepModule(read('a|b|c'), 'm2', -1)
  expect([moved.moduleIds, moved.lessons.map(({ lessonId }) => lessonId)]).toEqual([
    ['m2', 'm1'],
    ['a', 'c', 'b'],
  ])
  expect(write(stepModule(read('|b|c'), 'm1', -1))).toBe('|b|c')
})

it('a lesson of a module that is gone comes before the first', () => {
  expect(write(inOrder({ moduleIds: ['m1'], lessons: [{ lessonId: 'a', moduleId: 'gone' }] }))).toBe('a|')
})

it('no move loses or doubles a lesson', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const modules = ['m1', 'm2', 'm3']
  const step = fc.record({
    lesson: fc.constantFrom(...ids),
    by: fc.constantFrom(-1 as const, 1 as const),
    module: fc.constantFrom(null, ...modules),
    before: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    kind: fc.constantFrom('step', 'place', 'module'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let at = read('a b|c|d|e')
      for (const { lesson, by, module, before, kind } of steps) {
        if (kind === 'step') at = stepLesson(at, lesson, by)
        else if (kind === 'place') at = placeLesson(at, lesson, { moduleId: module, beforeId: before })
        else at = stepModule(at, module ?? 'm1', by)
      }
      expect(at.lessons.map(({ lessonId }) => lessonId).sort()).toEqual(ids)
      expect([...at.moduleIds].sort()).toEqual(modules)
    }),
  )
})

it('a slug gets a number when it is taken', () => {
  expect(freeSlug('intro', new Set())).toBe('intro')
  expect(freeSlug('intro', new Set(['intro', 'intro-2']))).toBe('intro-3')
})
