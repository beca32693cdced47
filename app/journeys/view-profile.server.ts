import { hasViewedToday } from '~/domains/competence/index.server'
import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { type ProfileFacts, findStaffProfile } from '~/domains/insight/index.server'
import type { StaffFacts } from '~/domains/insight'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/**
 * A manager opens the profile of one of their own staff. Seeing a shared profile is written to the audit log, once a
 * day for each viewer, where its owner can read it. Undefined for anybody else's staff; `facts` is null when the
 * profile is not shared.
 */
export function viewProfile(
  db: Db,
  actor: Actor,
  { personId, now }: { personId: PersonId; now: Date },
): Promise<{ member: StaffFacts; facts: ProfileFacts | null } | undefined> {
  return db.transaction().execute(async (tx) => {
    const profile = await findStaffProfile(tx, actor, personId, now)
    if (profile === undefined || profile.facts === null || personId === actor.personId) return profile
    if (!(await hasViewedToday(tx, actor.personId, personId, now))) {
      await recordAudit(tx, {
        actorId: actor.personId,
        action: 'profile.viewed',
        subjectKind: 'person',
        subjectId: personId,
        at: now,
      })
    }
    return profile
  })
}
