import { describe, expect, it } from 'vitest'
import type { Audience, CourseCompetence, Theme } from './model'
import {
  addressOfFilter,
  areaOf,
  byModule,
  type CourseFilter,
  facetsOf,
  filterFromAddress,
  matches,
  noFilter,
  sortCourses,
  timeBand,
  toggled,
} from './rules'

function course(codes: string[], level: number, nominalMinutes: number, themes: Theme[], audiences: Audience[]) {
  const competences: CourseCompetence[] = codes.map((code) => ({ code, level, weight: 1 }))
  return { competences, level, nominalMinutes, themes, audiences }
}
const ai = course(['K5.2', 'K5.4'], 1, 90, ['ai'], ['all-personal'])
const language = course(['K2.1', 'K2.2'], 2, 150, ['sprakutveckling', 'yrke-apl'], ['larare', 'sfi-larare'])
const validation = course(['K3.2'], 2, 60, ['validering'], ['syv'])
const all = [ai, language, validation]
const filter = (wish: Partial<CourseFilter>): CourseFilter => ({ ...noFilter, ...wish })
const counts = (values: { value: string; count: number }[]) =>
  Object.fromEntries(values.map(({ value, count }) => [value, count]))

it.each([
  [1, 'short'],
  [60, 'short'],
  [61, 'medium'],
  [120, 'medium'],
  [121, 'long'],
] as const)('%i minutes is %s', (minutes, band) => {
  expect(timeBand(minutes)).toBe(band)
})

it('areaOf takes the area of a code', () => {
  expect(areaOf('K5.2')).toBe('K5')
})

describe('matches', () => {
  it.each<[string, Partial<CourseFilter>, unknown[]]>([
    ['no choice', {}, all],
    ['one area', { areas: ['K5'] }, [ai]],
    ['either of two in one facet', { areas: ['K5', 'K3'] }, [ai, validation]],
    ['both of two facets', { levels: [2], times: ['short'] }, [validation]],
    ['an audience, and courses for everyone', { audiences: ['sfi-larare'] }, [ai, language]],
    ['a theme', { themes: ['yrke-apl'] }, [language]],
    ['nothing', { levels: [4] }, []],
  ])('%s', (_name, wish, expected) => {
    expect(all.filter((each) => matches(each, filter(wish)))).toEqual(expected)
  })
})

describe('facetsOf', () => {
  it('counts what would be shown, and leaves out values of no course', () => {
    const facets = facetsOf(all, noFilter)
    expect(counts(facets.areas)).toEqual({ K2: 1, K3: 1, K5: 1 })
    expect(counts(facets.levels)).toEqual({ '1': 1, '2': 2 })
    expect(counts(facets.times)).toEqual({ short: 1, medium: 1, long: 1 })
    expect(counts(facets.audiences)).toMatchObject({ larare: 2, syv: 2, 'all-personal': 1 })
  })

  it('respects the choices of the other facets, not its own', () => {
    const facets = facetsOf(all, filter({ levels: [2] }))
    expect(counts(facets.levels)).toEqual({ '1': 1, '2': 2 })
    expect(counts(facets.areas)).toEqual({ K2: 1, K3: 1, K5: 0 })
    expect(facets.levels.filter(({ active }) => active).map(({ value }) => value)).toEqual(['2'])
  })

  it('keeps a chosen value of no course, so that it can be taken away', () => {
    expect(facetsOf(all, filter({ areas: ['K8'] })).areas).toContainEqual({ value: 'K8', count: 0, active: true })
  })
})

describe('the address', () => {
  it.each([
    ['', noFilter, 'title'],
    [
      '?omrade=k5&niva=2&tid=kort&tema=ai&malgrupp=syv&ordning=kortast',
      { areas: ['K5'], levels: [2], times: ['short'], themes: ['ai'], audiences: ['syv'] },
      'shortest',
    ],
    ['?niva=1&niva=3', filter({ levels: [1, 3] }), 'title'],
  ] as const)('%s holds the choices and gives them back', (address, expected, sort) => {
    const read = filterFromAddress(new URLSearchParams(address))
    expect(read).toEqual({ filter: expected, sort })
    expect(addressOfFilter(read.filter, read.sort)).toBe(address)
  })

  it('leaves out what it does not know', () => {
    expect(filterFromAddress(new URLSearchParams('?niva=9&tema=<script>&omrade=K5&ordning=x'))).toEqual({
      filter: noFilter,
      sort: 'title',
    })
  })

  it('toggles a choice on and off, in the order of the list', () => {
    const one = toggled(noFilter, 'levels', '3')
    const two = toggled(one, 'levels', '1')
    expect(two).toEqual(filter({ levels: [1, 3] }))
    expect(toggled(toggled(two, 'levels', '3'), 'levels', '1')).toEqual(noFilter)
    expect(toggled(noFilter, 'areas', 'K2')).toEqual(filter({ areas: ['K2'] }))
  })
})

describe('sortCourses', () => {
  const listed = [
    { title: 'Öppna dörrar', level: 1, nominalMinutes: 60, publishedAt: new Date('2025-01-01') },
    { title: 'Apl', level: 3, nominalMinutes: 90, publishedAt: new Date('2025-02-01') },
    { title: 'Zink', level: 1, nominalMinutes: 30, publishedAt: new Date('2025-01-01') },
  ]
  it.each([
    ['title', ['Apl', 'Zink', 'Öppna dörrar']],
    ['newest', ['Apl', 'Zink', 'Öppna dörrar']],
    ['shortest', ['Zink', 'Öppna dörrar', 'Apl']],
    ['level', ['Zink', 'Öppna dörrar', 'Apl']],
  ] as const)('by %s', (sort, titles) => {
    expect(sortCourses(listed, sort).map(({ title }) => title)).toEqual(titles)
  })
})

it('byModule keeps the order and splits where the module changes', () => {
  const lessons = [null, 'A', 'A', 'B', null].map((module, index) => ({ module, index }))
  expect(byModule(lessons).map(({ module, lessons: inside }) => [module, inside.map(({ index }) => index)])).toEqual([
    [null, [0]],
    ['A', [1, 2]],
    ['B', [3]],
    [null, [4]],
  ])
  expect(byModule([])).toEqual([])
})
