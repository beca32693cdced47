import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Told } from './model'
import { FEWEST, toldCounts, toldNumber, versionGroups } from './suppress'

/** Every exact number that a told one may stand for. */
function meanings(told: Told): number[] {
  return Array.from({ length: 400 }, (_, people) => people).filter((people) => toldNumber(people) === told)
}

describe('a told number', () => {
  test.each([
    [0, null],
    [1, null],
    [4, null],
    [5, 5],
    [7, 5],
    [8, 10],
    [12, 10],
    [13, 15],
    [790, 790],
  ])('of %i people is %j', (people, told) => expect(toldNumber(people)).toBe(told))

  it('is never of one to four people, alone or as what is left between two of which one is a part of the other', () => {
    const people = fc.nat({ max: 300 })
    fc.assert(
      fc.property(people, people, (one, other) => {
        const [part, whole] = [Math.min(one, other), Math.max(one, other)]
        const told = { part: toldNumber(part), whole: toldNumber(whole) }
        for (const number of [told.part, told.whole]) expect(number === null || number >= FEWEST).toBe(true)
        const wholes = meanings(told.whole)
        const rests = meanings(told.part).flatMap((each) =>
          wholes.filter((all) => all >= each).map((all) => all - each),
        )
        // Somebody who knows both numbers cannot say that the rest is somebody and yet fewer than five.
        expect(rests.some((rest) => rest === 0 || rest >= FEWEST)).toBe(true)
      }),
    )
  })

  it('of a course with fewer than five is none', () => {
    const counts = { starts: 4, finishes: 4, lessons: [], lectures: [] }
    expect(toldCounts(counts)).toBeNull()
    expect(toldCounts({ ...counts, starts: 5 })).toEqual({ starts: 5, finishes: null, lessons: [], lectures: [] })
  })
})

describe('groups of versions', () => {
  const day = (number: number) => new Date(Date.UTC(2025, 0, number))
  const version = (revision: number, starts: number) => ({ revision, publishedAt: day(revision), starts })
  test.each([
    [[], []],
    [[4], []],
    [[5], [[1, 1, 5]]],
    [[9, 7], [[1, 1, 9], [2, 2, 7]]], // prettier-ignore
    [[9, 2], [[1, 2, 11]]],
    [[2, 9], [[1, 2, 11]]],
    [[1, 1, 1, 1], []],
    [[6, 1, 1, 6, 4], [[1, 1, 6], [2, 5, 12]]], // prettier-ignore
  ] as [number[], number[][]][])('of %j are %j', (starts, groups) => {
    const versions = starts.map((each, index) => version(index + 1, each))
    expect(versionGroups(versions).map(({ first, last, starts: sum }) => [first, last, sum])).toEqual(groups)
  })

  it('share everybody among them, at least five in each, without a gap in time', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 12 }), (starts) => {
        const groups = versionGroups(starts.map((each, index) => version(index + 1, each)))
        const all = starts.reduce((sum, each) => sum + each, 0)
        expect(groups.reduce((sum, group) => sum + group.starts, 0)).toBe(all < FEWEST ? 0 : all)
        for (const group of groups) expect(group.starts).toBeGreaterThanOrEqual(FEWEST)
        for (const [index, group] of groups.entries()) {
          expect(group.from).toEqual(index === 0 ? null : groups[index - 1]?.before)
        }
        if (groups.length > 0) expect(groups.at(-1)?.before).toBeNull()
      }),
    )
  })
})
