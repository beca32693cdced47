import { sql } from 'kysely'
import { ownSection, type OwnSection } from '~/domains/identity/index.server'

export const ownNotices: readonly OwnSection[] = [
  ownSection(
    'notices',
    ['outbox.person_id'],
    (ids) => sql`select kind, payload, created_at as "createdAt", read_at as "readAt"
      from outbox where person_id = any (${ids}) order by created_at`,
  ),
  ownSection(
    'mails',
    ['mail.person_id'],
    (ids) => sql`select kind, state, created_at as "createdAt", ended_at as "endedAt"
      from mail where person_id = any (${ids}) order by created_at`,
  ),
  ownSection(
    'mailChoice',
    ['mail_choice.person_id'],
    (ids) => sql`select choice, changed_at as "changedAt" from mail_choice where person_id = any (${ids})`,
  ),
]
