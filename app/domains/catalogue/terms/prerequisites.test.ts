import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { termsOf } from './model'
import { circleThrough, mayBegin, type RequirementGraph, requirementsOf } from './prerequisites'

const asked = (given: object) => termsOf({ prerequisites: given }).prerequisites
const facts = { finished: new Set(['ett']), levels: new Map([['K1.1', 2]]) }

test('each prerequisite says whether it is met, and a competence how much is held', () => {
  const prerequisites = asked({
    courses: ['ett', 'tva'],
    competences: [
      { code: 'K1.1', level: 2 },
      { code: 'K2.1', level: 1 },
    ],
  })
  expect(requirementsOf(prerequisites, facts)).toEqual([
    { kind: 'course', slug: 'ett', met: true },
    { kind: 'course', slug: 'tva', met: false },
    { kind: 'competence', code: 'K1.1', level: 2, held: 2, met: true },
    { kind: 'competence', code: 'K2.1', level: 1, held: 0, met: false },
  ])
})

test.each([
  ['rekommenderas', ['tva'], false, true],
  ['kravs', ['tva'], false, false],
  ['kravs', ['tva'], true, true],
  ['kravs', ['ett'], false, true],
  ['kravs', [], false, true],
] as const)('%s of %j, let in %s: may begin %s', (rule, courses, isAdmitted, expected) => {
  const prerequisites = asked({ rule, courses })
  expect(mayBegin(prerequisites, requirementsOf(prerequisites, facts), isAdmitted)).toBe(expected)
})

test('terms that say nothing recommend nothing, count for ever and are open to all', () => {
  expect(termsOf({})).toEqual(termsOf(null))
  expect(termsOf({})).toMatchObject({
    prerequisites: { rule: 'rekommenderas', courses: [] },
    validity: { months: null, remindDays: 30 },
    access: { kind: 'oppen' },
  })
})

describe('circles', () => {
  const graph = (edges: Record<string, string[]>): RequirementGraph => new Map(Object.entries(edges))

  test.each([
    ['itself', ['a'], {}, ['a', 'a']],
    ['one that asks for it', ['b'], { b: ['a'] }, ['a', 'b', 'a']],
    ['by the shortest way', ['b', 'd'], { b: ['c'], c: ['a'], d: ['a'] }, ['a', 'd', 'a']],
    ['one that asks for nothing', ['b'], { b: ['c'] }, undefined],
    ['nothing, in a graph that has a circle of others', [], { b: ['c'], c: ['b'] }, undefined],
    ['a circle of others', ['b'], { b: ['c'], c: ['b'] }, undefined],
  ] as const)('a course asks for %s', (_, courses, edges, way) => {
    expect(circleThrough('a', courses, graph(edges as unknown as Record<string, string[]>))).toEqual(way)
  })

  test('a way that is found goes by edges that are there, and none is found exactly where no walk comes back', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const edges = fc.dictionary(fc.constantFrom(...names), fc.uniqueArray(fc.constantFrom(...names)))
    fc.assert(
      fc.property(edges, (chosen) => {
        const all = graph(chosen)
        const own = all.get('a') ?? []
        const way = circleThrough('a', own, all)
        // Everything that can be reached, however far.
        let reached = new Set(own)
        for (let step = 0; step < names.length; step += 1)
          reached = new Set([...reached, ...[...reached].flatMap((name) => all.get(name) ?? [])])
        expect(way !== undefined).toBe(reached.has('a'))
        way?.slice(1).forEach((name, index) => expect(all.get(way[index] ?? '')).toContain(name))
        if (way !== undefined) expect([way[0], way.at(-1)]).toEqual(['a', 'a'])
      }),
    )
  })
})
