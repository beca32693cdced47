import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

export const ownCompetence: readonly OwnSection[] = [
  ownSection(
    'selfAssessments',
    ['self_assessment.person_id'],
    (ids) => sql`select code, competence.name ->> 'sv' as competence, level, assessed_at as "assessedAt"
      from self_assessment join competence using (competence_id) where person_id = any (${ids}) order by assessed_at`,
  ),
  ownSection(
    'evidence',
    ['evidence.person_id'],
    (ids) => sql`select code, competence.name ->> 'sv' as competence, kind, level, weight, granted_at as "grantedAt"
      from evidence join competence using (competence_id) where person_id = any (${ids}) order by granted_at`,
  ),
  ownSection(
    'profileSharing',
    ['profile_sharing.person_id'],
    (ids) => sql`select shared_with_manager as "sharedWithManager", changed_at as "changedAt"
      from profile_sharing where person_id = any (${ids})`,
  ),
]
