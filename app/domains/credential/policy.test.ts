import { expect, test } from 'vitest'
import { type Actor, type Role, roles } from '~/domains/identity'
import type { PersonId } from '~/shared/ids'
import { canSeeHolder } from './policy'

const holder = 'holder' as PersonId
const actor = (personId: string, role: Role): Actor => ({
  personId: personId as PersonId,
  givenName: 'Disa',
  familyName: 'Granlid',
  email: 'disa@portal.example',
  language: 'sv',
  grants: [{ role, organisationId: null }],
})

test.each(roles)('%s', (role) => {
  const office = role === 'projektadministrator' || role === 'revisor'
  const open = { personId: holder, holderProtected: false }
  const hidden = { personId: holder, holderProtected: true }
  expect(canSeeHolder(actor('other', role), open)).toBe(office)
  expect(canSeeHolder(actor('other', role), hidden)).toBe(false)
  expect(canSeeHolder(actor('holder', role), open)).toBe(true)
  expect(canSeeHolder(actor('holder', role), hidden)).toBe(true)
})

test('a visitor sees no holder', () => {
  expect(canSeeHolder(undefined, { personId: holder, holderProtected: false })).toBe(false)
})
