import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { MergePair } from '../merge/model'
import type { Vault } from '../vault.server'
import { holdCurrentVersion } from './identity-key.server'
import { IdentityKeyReplaced } from './identity-number.server'

/**
 * The kept person gets a record in every project of the other, or the earlier entry, the later exit and the
 * acknowledgements in a record that both have. The other's records point at these. Answers how many.
 */
export async function mergeRecords(tx: Tx, { from, to }: MergePair): Promise<number> {
  await sql`
    insert into participation (project_id, person_id, partner_id, employer_id, municipality_code, registered_on, entry_on,
      exit_on, labour_status_at_entry, notice_version, notice_ack_at, proposed_exit_on)
    select project_id, ${to}, partner_id, employer_id, municipality_code, registered_on, entry_on, exit_on,
      labour_status_at_entry, notice_version, notice_ack_at, proposed_exit_on
    from participation where person_id = ${from} and merged_into is null
    on conflict (project_id, person_id) do update set
      registered_on = least(participation.registered_on, excluded.registered_on),
      entry_on = least(participation.entry_on, excluded.entry_on),
      exit_on = case
        when participation.entry_on is not null and participation.exit_on is null then null
        when excluded.entry_on is not null and excluded.exit_on is null then null
        else greatest(participation.exit_on, excluded.exit_on) end,
      notice_version = case when participation.notice_ack_at is null then excluded.notice_version
        else participation.notice_version end,
      notice_ack_at = coalesce(participation.notice_ack_at, excluded.notice_ack_at)`.execute(tx)
  await sql`
    insert into notice_acknowledgement (participation_id, version, acknowledged_at)
    select kept.participation_id, heard.version, heard.acknowledged_at
    from notice_acknowledgement heard
    join participation gone on gone.participation_id = heard.participation_id and gone.person_id = ${from}
      and gone.merged_into is null
    join participation kept on kept.project_id = gone.project_id and kept.person_id = ${to}
    on conflict do nothing`.execute(tx)
  const { numAffectedRows } = await sql`
    update participation gone set merged_into = kept.participation_id
    from participation kept
    where gone.person_id = ${from} and gone.merged_into is null and kept.person_id = ${to}
      and kept.project_id = gone.project_id`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/**
 * Identity numbers follow, sealed anew for the kept person. One is in force: `winner` says whose; the other becomes
 * history. Answers how many followed.
 */
export async function moveNumbers(
  tx: Tx,
  vault: Vault,
  { from, to }: MergePair,
  winner: 'kept' | 'gone' | undefined,
): Promise<number> {
  const rows = await tx
    .selectFrom('identity_number')
    .where('person_id', '=', from)
    .select(['identity_number_id', 'ciphertext', 'replaced_by'])
    .forUpdate()
    .execute()
  if (rows.length === 0) return 0
  const version = await holdCurrentVersion(tx)
  if (version !== undefined && version !== vault.keyVersion) throw new IdentityKeyReplaced()
  const current = await tx
    .selectFrom('identity_number')
    .where('person_id', '=', to)
    .where('replaced_by', 'is', null)
    .select('identity_number_id')
    .executeTakeFirst()
  for (const row of rows) {
    await tx
      .updateTable('identity_number')
      .set({
        person_id: to,
        ciphertext: vault.seal(vault.open(row.ciphertext, from), to),
        key_version: vault.keyVersion,
      })
      .where('identity_number_id', '=', row.identity_number_id)
      .execute()
  }
  const arrived = rows.find((row) => row.replaced_by === null)
  if (current === undefined || arrived === undefined) return rows.length
  const [old, inForce] =
    winner === 'gone'
      ? [current.identity_number_id, arrived.identity_number_id]
      : [arrived.identity_number_id, current.identity_number_id]
  await tx.updateTable('identity_number').set({ replaced_by: inForce }).where('identity_number_id', '=', old).execute()
  return rows.length
}

/** The log of a merge, for good. */
export async function insertMerge(
  tx: Tx,
  merge: MergePair & { by: PersonId; reason: string; detail: Record<string, unknown>; at: Date },
): Promise<void> {
  await tx
    .insertInto('person_merge')
    .values({
      kept_id: merge.to,
      merged_id: merge.from,
      merged_by: merge.by,
      reason: merge.reason,
      detail: JSON.stringify(merge.detail),
      merged_at: merge.at,
    })
    .execute()
}

/** The record that this one was merged into; undefined when it was not. */
export async function findMergedRecord(db: Db, participationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('participation')
    .where('participation_id', '=', participationId)
    .select('merged_into')
    .executeTakeFirst()
  return row?.merged_into ?? undefined
}

export interface MergeEntry {
  mergedAt: Date
  /** The name that the merged record had, or the alias. */
  name: string
  by: string
  reason: string
  minutes: number
}

/** The records that were merged into this person, the newest first. */
export async function listMerges(db: Db, personId: PersonId): Promise<MergeEntry[]> {
  const { rows } = await sql<MergeEntry>`
    select merge.merged_at as "mergedAt", ${shownNameSql('gone')} as name, ${shownNameSql('writer')} as by, merge.reason,
      coalesce((merge.detail ->> 'minutes')::int, 0) as minutes
    from person_merge merge
    join person gone on gone.person_id = merge.merged_id
    join person writer on writer.person_id = merge.merged_by
    where merge.kept_id = ${personId} order by merge.merged_at desc`.execute(db)
  return rows
}
