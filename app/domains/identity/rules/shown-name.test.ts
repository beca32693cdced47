import { describe, expect, test } from 'vitest'
import { isProtected, shownName } from './shown-name'

const person = { givenName: 'Aino', familyName: 'Ekvall', alias: 'Deltagare W-0412' }

describe('the name that others see', () => {
  test.each([
    ['none', 'Aino Ekvall', false],
    ['marked', 'Deltagare W-0412', true],
    ['protected', 'Deltagare W-0412', true],
  ] as const)('%s gives %s', (protection, name, hidden) => {
    expect(shownName({ ...person, protection })).toBe(name)
    expect(isProtected({ protection })).toBe(hidden)
  })

  test('never falls back to the name', () => {
    expect(shownName({ ...person, alias: null, protection: 'marked' })).toBe('')
  })
})
