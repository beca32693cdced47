import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

export const ownEmployments: readonly OwnSection[] = [
  ownSection(
    'employments',
    ['employment.person_id'],
    (ids) => sql`select organisation.name as organisation, municipality.name as municipality, job,
      school_form as "schoolForm", percent, starts_on as "startsOn", ends_on as "endsOn"
      from employment join organisation using (organisation_id) left join municipality using (municipality_code)
      where person_id = any (${ids}) order by starts_on`,
  ),
  ownSection(
    'roles',
    ['role_grant.person_id'],
    (ids) => sql`select role, organisation.name as organisation, granted_at as "grantedAt", expires_at as "expiresAt"
      from role_grant left join organisation using (organisation_id)
      where person_id = any (${ids}) order by granted_at`,
  ),
]
