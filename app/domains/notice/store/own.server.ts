import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

export const ownNotices: readonly OwnSection[] = [
  ownSection(
    'notices',
    ['outbox.person_id'],
    (ids) => sql`select kind, payload, created_at as "createdAt", read_at as "readAt"
      from outbox where person_id = any (${ids}) order by created_at`,
  ),
]
