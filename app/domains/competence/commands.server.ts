import type { Tx } from '~db/schema'
import type { EvidenceGrant } from './model'
import { insertEvidence } from './store/evidence.server'

/**
 * Grants the evidence of one finished course, with level, weight and framework version as they are now.
 * Repeating it changes nothing. A code that the framework does not hold gives nothing. Returns the number of new rows.
 */
export function grantEvidence(tx: Tx, grant: EvidenceGrant): Promise<number> {
  return insertEvidence(tx, grant)
}
