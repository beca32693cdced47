import { expect, test } from 'vitest'
import type { Actor, Role } from '~/domains/identity'
import type { OrganisationId, PersonId } from '~/shared/ids'
import { canAddIdentityNumber, canKeepRecords, participantScope } from './policy'

const home = 'home' as OrganisationId

function actor(role: Role, organisationId: OrganisationId | null): Actor {
  return {
    personId: 'p' as PersonId,
    givenName: 'Disa',
    familyName: 'Granlid',
    email: 'disa@portal.example',
    language: 'sv',
    grants: [{ role, organisationId }],
  }
}

test.each([
  ['projektadministrator', null, { everyone: true }, true, true],
  ['projektadministrator', home, { everyone: false, organisationIds: [home] }, true, true],
  ['revisor', null, { everyone: true }, false, false],
  ['projektkoordinator', home, { everyone: false, organisationIds: [home] }, true, false],
  ['projektkoordinator', null, { everyone: false, organisationIds: [] }, true, false],
  ['chef', home, { everyone: false, organisationIds: [] }, false, false],
  ['systemadministrator', null, { everyone: false, organisationIds: [] }, false, false],
  ['medarbetare', home, { everyone: false, organisationIds: [] }, false, false],
] as const)('%s in %s', (role, organisationId, scope, keeps, adds) => {
  const who = actor(role, organisationId)
  expect(participantScope(who)).toEqual(scope)
  expect(canKeepRecords(who)).toBe(keeps)
  expect(canAddIdentityNumber(who)).toBe(adds)
})
