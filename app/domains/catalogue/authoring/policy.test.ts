import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '~/domains/identity'
import type { OrganisationId, PersonId } from '~/shared/ids'
import type { DraftState } from './model'
import { canAuthor, canChangeDraft, canMakeCourseFor, canPublishCourse, canSeeDraft } from './policy'

const own = 'own' as OrganisationId
const other = 'other' as OrganisationId
const me = 'me' as PersonId

function actor(role: Role, organisationId: OrganisationId | null): Actor {
  const grants = [{ role, organisationId }]
  return { personId: me, givenName: 'Disa', familyName: 'Ekvall', email: 'a@b.example', language: 'sv', grants }
}
const course = (organisationId: OrganisationId | null, isOn: boolean, state: DraftState = 'utkast') => ({
  organisationId,
  editors: isOn ? [me] : [],
  state,
})

describe('who sees, changes and publishes a course', () => {
  it.each([
    ['redaktor', null, null, false, 'utkast', [true, true, true]],
    ['redaktor', null, own, false, 'granskning', [true, true, true]],
    ['redaktor', own, own, false, 'utkast', [true, true, true]],
    ['redaktor', own, other, false, 'utkast', [false, false, false]],
    ['redaktor', own, other, true, 'utkast', [false, false, false]],
    ['redaktor', own, null, false, 'utkast', [false, false, false]],
    ['kursansvarig', null, null, true, 'utkast', [true, true, false]],
    ['kursansvarig', null, null, false, 'utkast', [false, false, false]],
    ['kursansvarig', null, own, true, 'granskning', [true, false, false]],
    ['kursansvarig', own, own, true, 'publicerad', [true, true, false]],
    ['kursansvarig', own, other, true, 'utkast', [false, false, false]],
    ['chef', null, null, true, 'utkast', [false, false, false]],
    ['systemadministrator', null, null, true, 'utkast', [false, false, false]],
  ] as const)('%s of %s, course of %s, on it %s, %s', (role, place, owner, isOn, state, expected) => {
    const who = actor(role, place)
    const draft = course(owner, isOn, state)
    expect([canSeeDraft(who, draft), canChangeDraft(who, draft), canPublishCourse(who, draft)]).toEqual(expected)
  })
})

it.each([
  ['kursansvarig', null, [true, true, true]],
  ['kursansvarig', own, [false, true, false]],
  ['redaktor', own, [false, true, false]],
  ['medarbetare', null, [false, false, false]],
] as const)('%s of %s makes courses for the portal, own and other: %s', (role, place, expected) => {
  const who = actor(role, place)
  expect([null, own, other].map((organisationId) => canMakeCourseFor(who, organisationId))).toEqual(expected)
  expect(canAuthor(who)).toBe(role !== 'medarbetare')
})
