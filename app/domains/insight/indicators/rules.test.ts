import { describe, expect, test } from 'vitest'
import { wholeYears } from './age'
import { measuresOf } from './count'
import type { IndicatorRecord } from './model'
import { halfYears, periodQuery, readPeriod } from './period'

describe('age on the day of entry', () => {
  test.each([
    ['1994-03-24', '2024-03-23', 29],
    ['1994-03-24', '2024-03-24', 30],
    ['1969-03-24', '2024-03-23', 54],
    ['1969-03-24', '2024-03-24', 55],
    ['2006-03-24', '2024-03-23', 17],
    ['2006-03-24', '2024-03-24', 18],
    ['1996-02-29', '2025-02-28', 28],
    ['1996-02-29', '2025-03-01', 29],
    ['1996-02-29', '2024-02-29', 28],
    ['1968-02-29', '2023-02-28', 54],
    ['1968-02-29', '2023-03-01', 55],
  ])('born %s, entry %s: %i years', (born, entry, years) => {
    expect(wholeYears(born, entry)).toBe(years)
  })
})

describe('what a record counts as', () => {
  const period = { from: '2024-01-01', to: '2024-12-31' }
  const base: IndicatorRecord = {
    participationId: 'a',
    personId: 'a',
    name: 'Freja Ekvall',
    isProtected: false,
    partner: 'ett',
    partnerName: 'Ett',
    isPublic: true,
    smallEmployer: null,
    municipality: null,
    municipalityName: null,
    registeredOn: '2023-09-01',
    entryOn: '2024-03-24',
    exitOn: null,
    labourStatus: 'employed',
    gender: 'kvinna',
    age: 40,
    missing: [],
    qualifiedOn: null,
    minutes: 60,
  }
  test.each([
    [17, 'EECO06'],
    [18, 'EECO07'],
    [29, 'EECO07'],
    [30, 'age-30-54'],
    [54, 'age-30-54'],
    [55, 'EECO08'],
    [null, 'age-unknown'],
  ])('age %s is %s', (age, measure) => {
    expect(measuresOf({ ...base, age }, period)).toEqual(['EECO01', 'EECO05', measure])
  })
  test.each([
    ['employed', 'EECO05'],
    ['unemployed', 'EECO02'],
    ['inactive', 'EECO04'],
    ['', 'labour-unknown'],
  ])('work %s is %s', (labourStatus, measure) => {
    expect(measuresOf({ ...base, labourStatus }, period)).toContain(measure)
  })
  test('outside its period a record is nothing, and an exit counts in its own', () => {
    expect(measuresOf({ ...base, entryOn: '2023-12-31' }, period)).toEqual([])
    expect(measuresOf({ ...base, entryOn: '2023-12-31', exitOn: '2024-12-31' }, period)).toEqual([
      'left',
      'left-unqualified',
    ])
  })
})

describe('periods', () => {
  const project = { startsOn: '2023-08-01', endsOn: '2025-07-31' }
  test('half-years end on 31 January and 31 July', () => {
    expect(halfYears(project)).toEqual([
      { from: '2023-08-01', to: '2024-01-31' },
      { from: '2024-02-01', to: '2024-07-31' },
      { from: '2024-08-01', to: '2025-01-31' },
      { from: '2025-02-01', to: '2025-07-31' },
    ])
    expect(halfYears({ startsOn: '2024-01-01', endsOn: '2024-10-05' })).toEqual([
      { from: '2024-01-01', to: '2024-01-31' },
      { from: '2024-02-01', to: '2024-07-31' },
      { from: '2024-08-01', to: '2024-10-05' },
    ])
  })
  test.each([
    ['', null],
    ['fran=2024-01-01&till=2024-03-31', null],
    ['fran=2024-02-30&till=2024-03-31', 'from-form'],
    ['fran=2024-01-01&till=', 'to-form'],
    ['fran=2024-04-01&till=2024-03-31', 'order'],
    ['fran=2026-01-01&till=2026-03-31', 'outside'],
  ])('%s is read with the fault %s', (query, fault) => {
    expect(readPeriod(new URLSearchParams(query), project).fault).toBe(fault)
  })
  test('an address holds the period that it gives', () => {
    const own = { from: '2024-01-01', to: '2024-03-31' }
    expect(readPeriod(new URLSearchParams(periodQuery(own, project)), project).period).toEqual(own)
    expect(periodQuery({ from: project.startsOn, to: project.endsOn }, project)).toBe('')
  })
})
