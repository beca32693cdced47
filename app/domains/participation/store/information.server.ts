import { type RawBuilder, sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { InformationVersion, PublishWish } from '../information/model'

/**
 * Whether the joined table `participation` waits for its person to acknowledge the information: nothing is acknowledged,
 * or a version that asks again came later, while the person still took part.
 */
export const informationWaits: RawBuilder<boolean> = sql<boolean>`(participation.notice_ack_at is null
  or exists (
    select 1 from notice_version newer
    where newer.ask_again
      and newer.published_at > coalesce(
        (select held.published_at from notice_version held where held.version = participation.notice_version), '-infinity')
      and (participation.exit_on is null
        or participation.exit_on >= (newer.published_at at time zone 'Europe/Stockholm')::date)
  ))`

/** Every version, the newest first. */
export async function listInformation(db: Db): Promise<(InformationVersion & { acknowledged: number })[]> {
  const { rows } = await sql<InformationVersion & { acknowledged: number }>`
    select notice_version.version, wording, published_at as "publishedAt", ask_again as "asksAgain",
      case when person.person_id is not null then ${shownNameSql()} end as "publishedBy",
      (select count(distinct participation.participation_id)::int from participation
        left join notice_acknowledgement heard on heard.participation_id = participation.participation_id
          and heard.version = notice_version.version
        where participation.merged_into is null
          and (heard.version is not null or participation.notice_version = notice_version.version)) as acknowledged
    from notice_version
    left join person on person.person_id = notice_version.published_by
    order by published_at desc nulls last`.execute(db)
  return rows
}

export async function findInformation(db: Db, version?: string): Promise<InformationVersion | undefined> {
  return db
    .selectFrom('notice_version')
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? ''))
    .select([
      'version',
      'wording',
      'published_at as publishedAt',
      'ask_again as asksAgain',
      sql<string | null>`null::text`.as('publishedBy'),
    ])
    .orderBy('published_at', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
}

/** False when a version of that name stands already. */
export async function insertInformation(
  tx: Tx,
  row: PublishWish & { version: string; publishedBy: PersonId; at: Date },
): Promise<boolean> {
  const made = await tx
    .insertInto('notice_version')
    .values({
      version: row.version,
      wording: JSON.stringify({ sv: row.sv.trim(), en: row.en.trim() }),
      ask_again: row.asksAgain,
      published_at: row.at,
      published_by: row.publishedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}

/** One publication at a time, until the transaction ends. */
export async function lockInformation(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('notice_version'))`.execute(tx)
}

/**
 * The person has read a version: in every own record. What was acknowledged before is kept beside it, and a version that
 * is acknowledged already keeps its time.
 */
export async function insertAcknowledgements(tx: Tx, personId: PersonId, version: string, at: Date): Promise<void> {
  await sql`
    insert into notice_acknowledgement (participation_id, version, acknowledged_at)
    select participation_id, notice_version, notice_ack_at from participation
    where person_id = ${personId} and merged_into is null and notice_version is not null and notice_ack_at is not null
    on conflict do nothing`.execute(tx)
  await sql`
    with heard as (
      insert into notice_acknowledgement (participation_id, version, acknowledged_at)
      select participation_id, ${version}, ${at}::timestamptz from participation
      where person_id = ${personId} and merged_into is null
      on conflict do nothing
      returning participation_id
    )
    update participation set notice_version = ${version}, notice_ack_at = ${at}::timestamptz
    from heard where heard.participation_id = participation.participation_id`.execute(tx)
}

export interface OwnInformation {
  projectName: string
  version: string | null
  acknowledgedAt: Date | null
  waits: boolean
}

/** The person's records and what each has acknowledged. */
export async function listOwnInformation(db: Db, personId: PersonId): Promise<OwnInformation[]> {
  return db
    .selectFrom('participation')
    .innerJoin('project', 'project.project_id', 'participation.project_id')
    .where('participation.person_id', '=', personId)
    .where('participation.merged_into', 'is', null)
    .select([
      'project.name as projectName',
      'participation.notice_version as version',
      'participation.notice_ack_at as acknowledgedAt',
      informationWaits.as('waits'),
    ])
    .orderBy('project.starts_on')
    .execute()
}

export interface WaitingInformation {
  diarienr: string
  projectName: string
  participants: number
  waiting: number
}

/** How many records of each project wait for the information to be acknowledged. */
export async function countWaitingInformation(db: Db): Promise<WaitingInformation[]> {
  return db
    .selectFrom('participation')
    .innerJoin('project', 'project.project_id', 'participation.project_id')
    .innerJoin('person', 'person.person_id', 'participation.person_id')
    .where('participation.merged_into', 'is', null)
    .where('person.merged_into', 'is', null)
    .groupBy(['project.project_id', 'project.diarienr', 'project.name', 'project.starts_on'])
    .select([
      'project.diarienr as diarienr',
      'project.name as projectName',
      sql<number>`count(*)::int`.as('participants'),
      sql<number>`(count(*) filter (where ${informationWaits}))::int`.as('waiting'),
    ])
    .orderBy('project.starts_on')
    .execute()
}
