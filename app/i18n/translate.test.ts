import { describe, expect, test } from 'vitest'
import { texts as en } from './en'
import { texts as sv } from './sv'
import { createTranslator, type Namespace, namespaceOf, type Translate } from './translate'

/** Every key with its text, without the places for values. */
function leavesOf(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] => {
    const key = prefix === '' ? name : `${prefix}.${name}`
    return typeof value === 'string' ? [[key, value.replaceAll(/\{\{\w+\}\}/g, '')]] : leavesOf(value as object, key)
  })
}

describe.each([
  ['sv', sv],
  ['en', en],
] as const)('the texts in %s', (language, texts) => {
  test.each(Object.entries(texts))('are found by every key of %s', (namespace, own) => {
    const t = namespaceOf(createTranslator(language, texts), namespace as Namespace) as (key: string) => string
    const leaves = leavesOf(own)
    expect(leaves.map(([key]) => [key, t(key)])).toEqual(leaves)
  })
})

test('values are filled in, and a count chooses the form', () => {
  const t: Translate<'activity'> = namespaceOf(createTranslator('sv', sv), 'activity')
  expect(t('meetings', { count: 1 })).toBe('1 träff')
  expect(t('meetings', { count: 4 })).toBe('4 träffar')
})
