import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { MergeCandidate, MergeSide } from '../merge/model'

const MOST = 20

const open = sql`other.merged_into is null and other.erased_at is null and other.protection = 'none'`
const localPart = (table: string) =>
  sql`regexp_replace(split_part(lower(${sql.ref(`${table}.email`)}), '@', 1), '\\+.*$|[.]', '', 'g')`
const workplaces = (table: string) => sql`(
  select organisation_id from employment where employment.person_id = ${sql.ref(`${table}.person_id`)}
  union select employer_id from participation where participation.person_id = ${sql.ref(`${table}.person_id`)})`

/**
 * People who may be the same as this one: the same name at the same workplace, the same name, nearly the same name at
 * the same workplace, the same e-mail name elsewhere, or those whom a search finds. Never people with protected data.
 */
export async function listMergeCandidates(db: Db, personId: PersonId, search: string): Promise<MergeCandidate[]> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<
    Omit<MergeCandidate, 'reasons'> & { reasons: (MergeCandidate['reasons'][number] | null)[] }
  >`
    with compared as (
      select other.person_id, other.given_name || ' ' || other.family_name as name, other.email,
        lower(other.given_name || ' ' || other.family_name) in (lower(self.given_name || ' ' || self.family_name),
          lower(self.family_name || ' ' || self.given_name)) as same_name,
        similarity(lower(other.given_name || ' ' || other.family_name), lower(self.given_name || ' ' || self.family_name))
          as likeness,
        ${localPart('other')} = ${localPart('self')} as same_email,
        ${search} <> '' and (other.given_name || ' ' || other.family_name ilike ${pattern} or other.email ilike ${pattern})
          as searched,
        exists (${workplaces('other')} intersect ${workplaces('self')}) as same_workplace
      from person self join person other on other.person_id <> self.person_id and ${open}
      where self.person_id = ${personId}
    )
    select person_id as "personId", name, email,
      (select organisation.name from employment join organisation using (organisation_id)
        where employment.person_id = compared.person_id order by employment.starts_on desc limit 1) as workplace,
      exists (select from participation where participation.person_id = compared.person_id and merged_into is null)
        as "hasRecord",
      array[case when same_name and same_workplace then 'name-workplace' end,
        case when same_name and not same_workplace then 'name' end,
        case when not same_name and same_workplace and likeness > 0.6 then 'similar-name' end,
        case when same_email then 'email' end, case when searched then 'search' end] as reasons
    from compared
    where same_name or same_email or searched or same_workplace and likeness > 0.6
    order by searched desc, same_name and same_workplace desc, same_name desc, same_email desc, likeness desc, person_id
    limit ${MOST}`.execute(db)
  return rows.map(({ reasons, ...row }) => ({ ...row, reasons: reasons.flatMap((one) => (one === null ? [] : [one])) }))
}

/** What these people have, side by side. Those with protected data, merged or erased are marked so for the caller. */
export async function listMergeSides(db: Db, personIds: readonly PersonId[]): Promise<MergeSide[]> {
  const { rows } = await sql<MergeSide>`
    select person.person_id as "personId", person.given_name || ' ' || person.family_name as name, person.email,
      person.protection <> 'none' as "isProtected", person.merged_into as "mergedInto",
      person.erased_at is not null as "isErased", person.created_at as "createdAt",
      exists (select from account where account.person_id = person.person_id and disabled_at is null) as "hasAccount",
      array(select distinct role from role_grant where role_grant.person_id = person.person_id order by role) as roles,
      array(select distinct organisation.name from employment join organisation using (organisation_id)
        where employment.person_id = person.person_id order by organisation.name) as workplaces,
      coalesce((select jsonb_agg(jsonb_build_object('participationId', record.participation_id, 'project', project.name,
          'diarienr', project.diarienr, 'entryOn', record.entry_on, 'exitOn', record.exit_on) order by project.starts_on)
        from participation record join project using (project_id)
        where record.person_id = person.person_id and record.merged_into is null), '[]') as records,
      (select jsonb_build_object('kind', kind, 'masked', masked) from identity_number
        where identity_number.person_id = person.person_id and replaced_by is null limit 1) as number,
      coalesce((select sum(minutes) from time_entry where time_entry.person_id = person.person_id), 0)::int as minutes,
      (select count(*)::int from completion where completion.person_id = person.person_id) as completions,
      (select count(*)::int from booking where booking.person_id = person.person_id
        and state in ('ansokt', 'bokad', 'vantelista')) as bookings
    from person where person.person_id = any (${[...personIds]}::uuid[])`.execute(db)
  return rows
}
