import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { openVault } from '~/domains/participation/index.server'
import { mergePeople } from '~/journeys/merge-people.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from './database'
import { at, join, world } from './participants'

export const vault = openVault(randomBytes(32).toString('hex'))
export const reason = 'Samma person, anmäld två gånger'

export async function mergeGround() {
  const made = await world(await testDatabase())
  const { db, one, two, projectId, office } = made
  const kept = await join(db, projectId, one.organisationId, { familyName: 'Kvarn', minutes: 60 })
  const gone = await join(db, projectId, two.organisationId, { familyName: 'Kvarn', minutes: 45 })
  const pair = { from: gone.personId, to: kept.personId }
  const merge = (change: Partial<Parameters<typeof mergePeople>[3]> = {}, actor = office) =>
    mergePeople(db, actor, vault, { ...pair, reason, numbersAcknowledged: false, at, ...change })
  return { ...made, kept, gone, pair, merge }
}

export const minutesOf = async (db: Db, personId: PersonId, projectId?: ProjectId) => {
  const row = await db
    .selectFrom('time_entry')
    .where('person_id', '=', personId)
    .$if(projectId !== undefined, (query) => query.where('project_id', '=', projectId ?? ''))
    .select(sql<number>`coalesce(sum(minutes), 0)::int`.as('minutes'))
    .executeTakeFirstOrThrow()
  return row.minutes
}

/** Links of a person's chain that do not hold, computed anew from every row. */
export async function brokenLinks(db: Db, personIds: readonly PersonId[]) {
  const { rows } = await sql`
    with chain as (
      select link.person_id, link.position, link.row_hash, link.hash,
        case link.kind when 'time_entry' then time_entry_hash(line) else month_event_hash(event) end as digest,
        lag(link.hash) over (partition by link.person_id order by link.position) as before
      from ledger_link link
      left join time_entry line on line.time_entry_id = link.row_id
      left join month_event event on event.month_event_id = link.row_id
      where link.person_id = any (${[...personIds]}::uuid[])
    )
    select person_id, position from chain where digest is null or digest <> row_hash
      or hash <> sha256(coalesce(before, convert_to(person_id::text, 'utf8')) || row_hash)`.execute(db)
  return rows
}

export const linesOf = (db: Db, personId: PersonId) =>
  db.selectFrom('time_entry').where('person_id', '=', personId).selectAll().orderBy('time_entry_id').execute()
