import { describe, expect, test } from 'vitest'
import type { Framework } from '~/domains/competence'
import type { PersonId } from '~/shared/ids'
import type { StaffFacts, StaffFilter } from '../model'
import { staffFilterOf, staffQuery } from './filter'
import { heatmapOf } from './heatmap'

const both = (text: string) => ({ sv: text, en: text })
const competence = (code: string) => ({ code, name: both(code), description: both(''), levelTexts: {}, mapsTo: [] })
const framework: Framework = {
  slug: 'ram',
  version: '1.0',
  name: both('Ram'),
  description: both(''),
  licence: '',
  sourceUrl: null,
  levels: [],
  areas: [
    { code: 'K1', name: both('K1'), competences: [competence('K1.1'), competence('K1.2')] },
    { code: 'K2', name: both('K2'), competences: [competence('K2.1')] },
  ],
}
const everybody: StaffFilter = { municipality: null, job: null, schoolForm: null, area: null }
const place = { code: '1481', name: 'Mölndal' }

function person(sortName: string, wish: Partial<StaffFacts> = {}): StaffFacts {
  return {
    personId: sortName as PersonId,
    name: sortName,
    sortName,
    protected: false,
    shared: true,
    since: '2023-09-01',
    employments: [{ job: 'larare', schoolForm: 'sfi', municipality: place }],
    evidence: [],
    ...wish,
  }
}

function holding(code: string, level: number, grantedOn: string) {
  return { code, courseId: `${code}-${level}`, level, weight: 1, grantedOn }
}

describe('heatmapOf', () => {
  test('areas as columns, the staff by Swedish name, what rose marked', () => {
    const staff = [
      person('Öberg', { evidence: [holding('K1.2', 1, '2023-05-01')] }),
      person('Åkesson', { evidence: [holding('K1.1', 2, '2024-02-01')] }),
      person('Ahl', { shared: false }),
    ]
    const picture = heatmapOf(framework, staff, everybody)
    expect(picture.columns.map((column) => column.code)).toEqual(['K1', 'K2'])
    expect(picture.rows.map((row) => [row.name, row.cells?.map((cell) => [cell.level, cell.rose])])).toEqual([
      ['Ahl', undefined],
      [
        'Åkesson',
        [
          [2, true],
          [0, false],
        ],
      ],
      [
        'Öberg',
        [
          [1, false],
          [0, false],
        ],
      ],
    ])
    expect(picture).toMatchObject({ shared: 2, notShared: 1, compared: true, atLeast: null })
  })

  test('an opened area shows its competences', () => {
    const staff = [person('Ahl', { evidence: [holding('K1.2', 3, '2024-02-01')] })]
    const picture = heatmapOf(framework, staff, { ...everybody, area: 'K1' })
    expect(picture.columns.map((column) => column.code)).toEqual(['K1.1', 'K1.2'])
    expect(picture.rows[0]?.cells?.map((cell) => cell.level)).toEqual([0, 3])
  })

  test.each([
    [4, null],
    [
      5,
      [
        [5, 5, 0, 0],
        [0, 0, 0, 0],
      ],
    ],
  ])('sums with %i who share', (count, expected) => {
    const sharing = Array.from({ length: count }, (_, index) =>
      person(`P${index}`, { evidence: [holding('K1.1', 2, '2024-02-01')] }),
    )
    const picture = heatmapOf(framework, [...sharing, person('Ej', { shared: false })], everybody)
    expect(picture.atLeast).toEqual(expected)
  })

  test('a protected person is in the whole list by alias and in no narrowed one or facet', () => {
    const staff = [person('Deltagare W-0001', { protected: true, employments: [] }), person('Ahl')]
    expect(heatmapOf(framework, staff, everybody).rows.map((row) => row.name)).toEqual(['Ahl', 'Deltagare W-0001'])
    for (const change of [{ municipality: '1481' }, { job: 'larare' }, { schoolForm: 'sfi' }] as const) {
      const picture = heatmapOf(framework, staff, { ...everybody, ...change })
      expect(picture.rows.map((row) => row.name)).toEqual(['Ahl'])
      expect(picture.protectedLeftOut).toBe(true)
    }
    expect(heatmapOf(framework, staff, { ...everybody, area: 'K1' }).rows).toHaveLength(2)
    expect(heatmapOf(framework, staff, everybody).facets.job).toEqual([{ value: 'larare', label: 'larare', count: 1 }])
  })

  test('filters meet in one and the same employment, facets count the others', () => {
    const staff = [
      person('Ahl', {
        employments: [
          { job: 'larare', schoolForm: 'sfi', municipality: place },
          { job: 'syv', schoolForm: 'gymnasial', municipality: null },
        ],
      }),
      person('Berg', { employments: [{ job: 'syv', schoolForm: 'sfi', municipality: place }] }),
    ]
    const picture = heatmapOf(framework, staff, { ...everybody, job: 'syv', schoolForm: 'sfi' })
    expect(picture.rows.map((row) => row.name)).toEqual(['Berg'])
    expect(picture.facets.job.map(({ value, count }) => [value, count])).toEqual([
      ['larare', 1],
      ['syv', 1],
    ])
    expect(picture.facets.municipality).toEqual([{ value: '1481', label: 'Mölndal', count: 1 }])
  })
})

test.each([
  ['', everybody],
  [
    'kommun=1481&yrkesroll=syv&skolform=yh&omrade=K2',
    { municipality: '1481', job: 'syv', schoolForm: 'yh', area: 'K2' },
  ],
  ["kommun=1'--&yrkesroll=kung&skolform=&omrade=<", everybody],
])('staffFilterOf %j', (query, expected) => {
  expect(staffFilterOf(new URLSearchParams(query))).toEqual(expected)
})

test('staffQuery gives the address back', () => {
  const query = 'kommun=1481&yrkesroll=syv&skolform=yh&omrade=K2'
  const filter = staffFilterOf(new URLSearchParams(query))
  expect(staffQuery(filter)).toBe(query)
  expect(staffQuery(filter, { area: null, job: null }, 'table')).toBe('kommun=1481&skolform=yh&vy=tabell')
})
