import type { Framework } from '~/domains/competence'
import { type Actor, canReviewStaff } from '~/domains/identity'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { Heatmap, StaffFacts, StaffFilter } from './model'
import { heatmapOf } from './rules/heatmap'
import { type ProfileFacts, findProfileFacts } from './store/profile.server'
import { findStaffMember, listStaff } from './store/staff.server'

/**
 * The principal's picture of the staff of their own organisations at a moment: one SELECT. A grant without an
 * organisation gives nobody's staff: a profile is shared with one's own managers. Others get an empty picture.
 */
export async function heatmapFor(
  db: Db,
  actor: Actor,
  filter: StaffFilter,
  at: { now: Date; framework: Framework },
): Promise<Heatmap> {
  const staff = canReviewStaff(actor) ? await listStaff(db, actor, localDay(at.now)) : []
  return heatmapOf(at.framework, staff, filter)
}

/** One of the actor's own staff; `facts` only when the person shares their profile. Undefined for anybody else's. */
export async function findStaffProfile(
  db: Db,
  actor: Actor,
  personId: PersonId,
  now: Date,
): Promise<{ member: StaffFacts; facts: ProfileFacts | null } | undefined> {
  if (!canReviewStaff(actor)) return undefined
  const member = await findStaffMember(db, actor, personId, localDay(now))
  if (member === undefined) return undefined
  if (!member.shared) return { member, facts: null }
  const facts = await findProfileFacts(db, personId, localDay(now))
  return { member, facts: member.protected ? withoutCertificates(facts) : facts }
}

/** A certificate carries its holder's name. */
function withoutCertificates(facts: ProfileFacts): ProfileFacts {
  return {
    ...facts,
    evidence: facts.evidence.map((item) => ({ ...item, certificateCode: null })),
    courses: facts.courses.map((course) => ({ ...course, certificateCode: null })),
  }
}
