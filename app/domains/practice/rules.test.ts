import { describe, expect, test } from 'vitest'
import type { FacetCount } from './model'
import { choicesOf, countChoices, exampleQuery, readExampleFilter, toggleChoice, withoutChoices } from './rules'

const read = (text: string) => readExampleFilter(new URLSearchParams(text))

describe('the address of a choice', () => {
  test.each([
    ['', ''],
    ['tema=ai', '?tema=ai'],
    ['land=SE&tema=validering&tema=ai', '?tema=validering&tema=ai&land=SE'],
    ['tema=ai&tema=ai', '?tema=ai'],
    ['tema=finns-inte&niva=lokal', '?niva=lokal'],
    ['kompetens=K5.2&kompetens=%27%3B--', '?kompetens=K5.2'],
    ['land=se', ''],
    ['sortering=titel', '?sortering=titel'],
    ['sortering=senaste', ''],
    ['sortering=slump', ''],
    ['sida=2', '?sida=2'],
    ['sida=-1', ''],
    ['sida=1.5', ''],
    ['sida=x', ''],
  ])('%s reads and writes as %s', (given, written) => {
    expect(exampleQuery(read(given))).toBe(written)
  })

  test('what is written reads back the same', () => {
    const filter = read('niva=nordisk&malgrupp=rektor&skolform=sfi&sortering=lastid&sida=3')
    expect(read(exampleQuery(filter))).toEqual(filter)
  })
})

describe('choosing', () => {
  test('a click chooses, a second lets go, and both start on the first page', () => {
    const filter = read('niva=lokal&sida=4')
    const with_ = toggleChoice(filter, 'theme', 'ai')
    expect(exampleQuery(with_)).toBe('?niva=lokal&tema=ai')
    expect(exampleQuery(toggleChoice(with_, 'theme', 'ai'))).toBe('?niva=lokal')
  })

  test('clearing keeps the sorting', () => {
    expect(exampleQuery(withoutChoices(read('tema=ai&sortering=titel&sida=2')))).toBe('?sortering=titel')
  })

  test('counts every choice', () => {
    expect(countChoices(read('tema=ai&tema=validering&land=SE&sortering=titel'))).toBe(3)
  })
})

describe('the values of a facet', () => {
  const counts: FacetCount[] = [
    { facet: 'level', value: 'internationell', count: 2, name: null },
    { facet: 'level', value: 'lokal', count: 5, name: null },
    { facet: 'theme', value: 'ai', count: 1, name: null },
  ]

  test('come in reading order, of that facet alone', () => {
    expect(choicesOf('level', counts, read('')).map(({ value }) => value)).toEqual(['lokal', 'internationell'])
  })

  test('keep a choice of which nothing is left, so that it can be let go', () => {
    expect(choicesOf('level', counts, read('niva=nordisk'))).toContainEqual({
      value: 'nordisk',
      count: 0,
      active: true,
      name: null,
    })
  })
})
