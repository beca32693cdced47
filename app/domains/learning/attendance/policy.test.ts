import { expect, test } from 'vitest'
import type { Actor, Role } from '~/domains/identity'
import type { OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import { canReadAttendance } from './policy'

const own = 'own' as OrganisationId
const occasion = { organisationId: own, leaders: ['leader' as PersonId], projectId: 'p' as ProjectId }
const actor = (role: Role, organisationId: OrganisationId | null, personId = 'somebody'): Actor => ({
  personId: personId as PersonId,
  givenName: 'Disa',
  familyName: 'Kvarn',
  email: 'disa@portal.example',
  language: 'sv',
  grants: [{ role, organisationId }],
})

test.each([
  ['an auditor of the portal', actor('revisor', null), occasion, true],
  ['an auditor of one owner, who is asked of the project', actor('revisor', own), occasion, false],
  ['an auditor, of what belongs to no project', actor('revisor', null), { ...occasion, projectId: null }, false],
  ['the leader', actor('medarbetare', own, 'leader'), occasion, true],
  ['the office', actor('projektadministrator', null), occasion, true],
  ['a principal', actor('chef', own), occasion, false],
])('%s', (_name, who, which, may) => {
  expect(canReadAttendance(who, which)).toBe(may)
})
