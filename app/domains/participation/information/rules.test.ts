import { describe, expect, test } from 'vitest'
import { blocksOf, faultsOfWording, LEAST_LETTERS, MOST_LETTERS, nextVersion } from './rules'

test('a text falls into headings, paragraphs and lists', () => {
  expect(blocksOf('Först\nrad två\n\n## Rubrik\nText\n- ett\n- två\n\n- ny lista')).toEqual([
    { kind: 'paragraph', text: 'Först rad två' },
    { kind: 'heading', text: 'Rubrik' },
    { kind: 'paragraph', text: 'Text' },
    { kind: 'list', items: ['ett', 'två'] },
    { kind: 'list', items: ['ny lista'] },
  ])
})

test.each([
  ['1.0', true, '2.0'],
  ['1.0', false, '1.1'],
  ['1.9', false, '1.10'],
  ['2.3', true, '3.0'],
])('after %s, asking everybody again %s, comes %s', (newest, asksAgain, next) => {
  expect(nextVersion(newest, asksAgain)).toBe(next)
})

describe('a text to publish', () => {
  const good = 'a'.repeat(LEAST_LETTERS)
  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['a'.repeat(LEAST_LETTERS - 1), 'short'],
    ['a'.repeat(MOST_LETTERS + 1), 'long'],
    [`${good} 19810101-2386`, 'number'],
    [`${good} 8101012386`, 'number'],
  ])('%# is refused', (text, fault) => {
    expect(faultsOfWording({ sv: text, en: good })).toEqual({ sv: fault })
    expect(faultsOfWording({ sv: good, en: text })).toEqual({ en: fault })
  })
  test('is taken when both languages are there', () => {
    expect(faultsOfWording({ sv: good, en: `${good} 22-035-S05, 2025-07-31` })).toEqual({})
  })
})
