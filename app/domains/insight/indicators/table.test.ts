import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { couldBeOtherwise } from '../../../../tests/support/attacker'
import { cellKey, type IndicatorRecord } from './model'
import { guardedTables, standardSystem } from './table'
import { suppress } from './suppress'

const project = { startsOn: '2024-02-01', endsOn: '2025-01-31' }
const whole = { from: project.startsOn, to: project.endsOn }

function record(wish: Partial<IndicatorRecord> & { participationId: string }): IndicatorRecord {
  return {
    personId: wish.participationId,
    name: 'Freja Ekvall',
    isProtected: false,
    partner: 'ett',
    partnerName: 'Ett',
    isPublic: true,
    smallEmployer: null,
    municipality: '1480',
    municipalityName: 'Göteborg',
    registeredOn: '2024-02-01',
    entryOn: '2024-03-01',
    exitOn: null,
    labourStatus: 'employed',
    gender: 'kvinna',
    age: 40,
    missing: [],
    qualifiedOn: null,
    minutes: 60,
    ...wish,
  }
}

const many = (count: number, wish: Partial<IndicatorRecord>, mark: string) =>
  Array.from({ length: count }, (_, index) => record({ participationId: `${mark}-${index}`, ...wish }))

const shown = (records: readonly IndicatorRecord[], key: string, period = whole) => {
  const cell = guardedTables(records, project)(period).cells.get(key)
  return cell?.hidden === true ? 'hidden' : (cell?.value ?? 0)
}

describe('the tables of indicators', () => {
  test('a record that stands in several rows counts once', () => {
    const once = record({ participationId: 'one' })
    const records = [once, { ...once, municipality: '1481' }, once, ...many(9, {}, 'other')]
    expect(guardedTables(records, project)(whole).everyone).toBe(10)
    expect(shown(records, cellKey('EECO01', 'alla', 'alla'))).toBe(10)
  })

  test('incomplete records and protected persons count in the whole alone', () => {
    const records = [
      ...many(8, {}, 'whole'),
      record({ participationId: 'incomplete', missing: ['notice'] }),
      record({ participationId: 'protected', isProtected: true }),
    ]
    const table = guardedTables(records, project)(whole)
    expect([table.everyone, table.totalOnly]).toEqual([10, 2])
    expect(table.cells.get(cellKey('EECO01', 'alla', 'alla'))).toEqual({ value: 8, hidden: false })
    expect(table.cells.get(cellKey('EECO01', 'part:ett', 'alla'))).toEqual({ value: 8, hidden: false })
  })

  test('four women and forty men: neither is shown, their sum is', () => {
    const records = [...many(4, {}, 'woman'), ...many(40, { gender: 'man' }, 'man')]
    expect(shown(records, cellKey('EECO01', 'alla', 'kvinna'))).toBe('hidden')
    expect(shown(records, cellKey('EECO01', 'alla', 'man'))).toBe('hidden')
    expect(shown(records, cellKey('EECO01', 'alla', 'alla'))).toBe(44)
  })

  test('the genders of the whole are the sum of the ages and of the kinds of work', () => {
    const records = [
      ...many(20, { age: 25 }, 'young'),
      ...many(20, { age: null }, 'unknown'),
      ...many(20, { age: 60, labourStatus: 'inactive' }, 'old'),
    ]
    const value = (measure: Parameters<typeof cellKey>[0]) => shown(records, cellKey(measure, 'alla', 'alla'))
    expect([value('EECO07'), value('EECO08'), value('age-unknown'), value('age-30-54')]).toEqual([20, 20, 20, 0])
    expect([value('EECO02'), value('EECO04'), value('EECO05')]).toEqual([0, 20, 40])
  })

  test('a small half-year is not the difference between the project and the other half-year', () => {
    const records = [...many(30, {}, 'spring'), ...many(2, { entryOn: '2024-09-01' }, 'autumn')]
    const spring = { from: '2024-02-01', to: '2024-07-31' }
    const key = cellKey('EECO01', 'alla', 'alla')
    expect(shown(records, key, { from: '2024-08-01', to: '2025-01-31' })).toBe('hidden')
    expect([shown(records, key, spring), shown(records, key)]).toContain('hidden')
  })

  test('a period of the reader’s own is not shown where its difference to the whole is small', () => {
    const records = [...many(30, {}, 'spring'), ...many(2, { entryOn: '2024-04-20' }, 'late')]
    const key = cellKey('EECO01', 'alla', 'alla')
    expect(shown(records, key)).toBe(32)
    expect(shown(records, key, { from: '2024-02-01', to: '2024-04-15' })).toBe('hidden')
    expect(shown(records, key, { from: '2024-02-01', to: '2024-06-30' })).toBe(32)
  })

  test('only an assessed completion up to four weeks after the exit is a qualification', () => {
    const left = { exitOn: '2024-06-01' }
    const records = [
      ...many(6, { ...left, qualifiedOn: '2024-06-29' }, 'in-time'),
      ...many(6, { ...left, qualifiedOn: '2024-06-30' }, 'too-late'),
      ...many(6, { ...left, qualifiedOn: null }, 'attended'),
      ...many(6, { qualifiedOn: '2024-05-01' }, 'still-here'),
    ]
    expect(shown(records, cellKey('left', 'alla', 'alla'))).toBe(18)
    expect(shown(records, cellKey('EECR03', 'alla', 'alla'))).toBe(6)
  })

  test('whoever knows every shown cell of every standard table can compute no small one', { timeout: 60_000 }, () => {
    const one = fc.record({
      isProtected: fc.constant(false),
      partner: fc.constantFrom('ett', 'ett', 'två', 'tre'),
      municipality: fc.constantFrom('1480', '1481', '1482', null),
      entryOn: fc.constantFrom('2024-03-01', '2024-03-02', '2024-10-01'),
      exitOn: fc.constantFrom(null, null, '2025-01-10'),
      gender: fc.constantFrom('kvinna' as const, 'kvinna' as const, 'man' as const),
      age: fc.constantFrom(25, 29, 30, 40, 54, 55, null),
      labourStatus: fc.constantFrom('employed', 'employed', 'employed', 'inactive'),
      qualifiedOn: fc.constantFrom(null, '2024-05-01'),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 4, maxLength: 60 }), (wishes) => {
        const records = wishes.map((wish, index) => record({ participationId: String(index), ...wish }))
        const { system } = standardSystem(records, project)
        const unknown = suppress(system.cells, system.equations)
        const riddle = {
          values: system.cells.map((cell) => cell.value),
          unknown,
          leastOf: (index: number) => (system.cells[index]?.hidesZero ? 0 : 1),
          sums: system.equations,
        }
        const small = [...unknown].filter((index) => {
          const { value = 0, state = 'open' } = system.cells[index] ?? {}
          return value > 0 && value < 5 && state !== 'hidden'
        })
        const tried = small.filter((_, place) => place % Math.ceil(small.length / 6) === 0)
        const known = tried.filter((index) => !couldBeOtherwise(riddle, index))
        expect(known).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})
