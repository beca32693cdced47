import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { shownNameSql } from './protection.server'

export type OwnRow = Record<string, unknown>

/** A part of what the portal holds about a person: rows of plain values, for that person alone to read. */
export interface OwnSection {
  name: string
  /** `table.column` of every column that names the person and whose rows this part holds. */
  covers: readonly string[]
  /** The one statement of the part, for an array of uuids. */
  statement: (ids: RawBuilder<unknown>) => RawBuilder<OwnRow>
  read: (db: Db, personIds: readonly string[]) => Promise<OwnRow[]>
}

/** A part that one statement reads; it is given the person's ids as an array of uuids. */
export function ownSection(name: string, covers: readonly string[], statement: OwnSection['statement']): OwnSection {
  return {
    name,
    covers,
    statement,
    read: async (db, personIds) => (await statement(sql`${[...personIds]}::uuid[]`).execute(db)).rows,
  }
}

/** The person and everybody who was merged into that person. */
export async function listOwnIds(db: Db, personId: PersonId): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`with recursive mine (person_id) as (
      select ${personId}::uuid union select person.person_id from person join mine on person.merged_into = mine.person_id
    ) select person_id from mine order by person_id`.execute(db)
  return rows.map((row) => row.person_id)
}

export const ownIdentity: readonly OwnSection[] = [
  ownSection(
    'person',
    ['person.merged_into'],
    (ids) => sql`select given_name as "givenName", family_name as "familyName", alias, email, protection, language,
      created_at as "createdAt", merged_into is not null as "isMerged", erased_at as "erasedAt"
      from person where person_id = any (${ids}) order by created_at`,
  ),
  ownSection(
    'account',
    ['account.person_id'],
    (ids) => sql`select password_changed_at as "passwordChangedAt", disabled_at as "disabledAt"
      from account where person_id = any (${ids})`,
  ),
  ownSection(
    'sessions',
    ['session.person_id'],
    (ids) => sql`select created_at as "createdAt", expires_at as "expiresAt", user_agent as "userAgent"
      from session where person_id = any (${ids}) order by created_at`,
  ),
  ownSection(
    'erasureRequests',
    ['erasure_request.person_id'],
    (ids) => sql`select state, asked_at as "askedAt", decided_at as "decidedAt", reason
      from erasure_request where person_id = any (${ids}) order by asked_at`,
  ),
  ownSection(
    'ownActs',
    [],
    (ids) => sql`select happened_at as "happenedAt", action, subject_kind as "subjectKind", reason
      from audit_event where actor_id = any (${ids}) order by audit_event_id`,
  ),
  ownSection(
    'lookedAt',
    [],
    (ids) => sql`select happened_at as "happenedAt", action, ${shownNameSql('person')} as actor, reason
      from audit_event left join person on person.person_id = audit_event.actor_id
      where subject_id = any (${ids}::text[]) and subject_kind = 'person'
        and actor_id is not null and not (actor_id = any (${ids}))
      order by audit_event_id`,
  ),
]
