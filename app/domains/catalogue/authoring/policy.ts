import { type Actor, hasRole, scopeOf } from '~/domains/identity'
import type { OrganisationId } from '~/shared/ids'
import type { DraftScope } from './model'

type Reach = { everywhere: boolean; organisationIds: OrganisationId[] }

/** Course leaders and editors make courses. */
export function canAuthor(actor: Actor): boolean {
  return hasRole(actor, 'kursansvarig') || hasRole(actor, 'redaktor')
}

/** Whose courses an actor may make: a grant without an organisation reaches those of the whole portal too. */
export function authorReach(actor: Actor): Reach {
  const reaches = (['kursansvarig', 'redaktor'] as const).map((role) => scopeOf(actor, role))
  return {
    everywhere: reaches.some(({ everywhere }) => everywhere),
    organisationIds: [...new Set(reaches.flatMap(({ organisationIds }) => organisationIds))],
  }
}

/** Whose courses an editor reviews and publishes. */
export function editorReach(actor: Actor): Reach {
  return scopeOf(actor, 'redaktor')
}

function within(reach: Reach, organisationId: OrganisationId | null): boolean {
  return reach.everywhere || (organisationId !== null && reach.organisationIds.includes(organisationId))
}

export function canMakeCourseFor(actor: Actor, organisationId: OrganisationId | null): boolean {
  return within(authorReach(actor), organisationId)
}

/** Editors publish, return and withdraw every course within their grant. */
export function canPublishCourse(actor: Actor, course: Pick<DraftScope, 'organisationId'>): boolean {
  return within(editorReach(actor), course.organisationId)
}

/** Editors see every course within their grant, course leaders those that they are on, within theirs. */
export function canSeeDraft(actor: Actor, course: Pick<DraftScope, 'organisationId' | 'editors'>): boolean {
  if (canPublishCourse(actor, course)) return true
  return course.editors.includes(actor.personId) && within(scopeOf(actor, 'kursansvarig'), course.organisationId)
}

/** While a course is reviewed only those who review it change it; its leader takes it back first. */
export function canChangeDraft(actor: Actor, course: DraftScope): boolean {
  return canSeeDraft(actor, course) && (course.state !== 'granskning' || canPublishCourse(actor, course))
}

/** Whether somebody may edit a published course; one without a draft is the whole portal's, and an editor begins. */
export function canEditCourse(
  actor: Actor,
  scope: Pick<DraftScope, 'organisationId' | 'editors'> | undefined,
): boolean {
  return scope === undefined ? canPublishCourse(actor, { organisationId: null }) : canSeeDraft(actor, scope)
}
