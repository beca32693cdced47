import type { Actor } from '~/domains/identity'
import type { Db, Tx } from '~db/schema'
import type { ConfirmedLevel, EvidenceGrant } from './model'
import { insertEvidence } from './store/evidence.server'
import { insertSelfAssessments, upsertSharing } from './store/profile.server'

/**
 * Grants the evidence of one finished course, with level, weight and framework version as they are now.
 * Repeating it changes nothing. A code that the framework does not hold gives nothing. Returns the number of new rows.
 */
export function grantEvidence(tx: Tx, grant: EvidenceGrant): Promise<number> {
  return insertEvidence(tx, grant)
}

/**
 * Saves the actor's own view of their levels, beside the confirmed ones. What was said before is kept as history; the
 * same level again adds nothing. Returns how many levels changed.
 */
export function saveSelfAssessment(
  db: Db,
  actor: Actor,
  assessment: { levels: readonly { code: string; level: ConfirmedLevel }[]; at: Date },
): Promise<number> {
  return insertSelfAssessments(db, actor.personId, assessment.levels, assessment.at)
}

/** The actor decides whether managers of their own organisation see their profile. Nobody else can decide it. */
export function setSharing(db: Db, actor: Actor, choice: { shared: boolean; at: Date }): Promise<void> {
  return upsertSharing(db, actor.personId, choice.shared, choice.at)
}
