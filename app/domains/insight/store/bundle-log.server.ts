import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'

export interface TakenBundle {
  at: Date
  by: string
  reason: string
  months: string[]
  participationId: string | null
  withNumbers: boolean
  /** SHA-256 of the manifest; null for one that was not made to the end. */
  manifestSha256: string | null
}

/** The bundles taken out of a project, the newest first. */
export async function listBundles(db: Db, projectId: ProjectId, limit: number): Promise<TakenBundle[]> {
  const { rows } = await sql<TakenBundle>`
    select event.happened_at as at, ${shownNameSql()} as by, event.reason, event.detail -> 'months' as months,
      event.detail ->> 'participationId' as "participationId", (event.detail ->> 'withNumbers')::boolean as "withNumbers",
      finished.detail ->> 'manifestSha256' as "manifestSha256"
    from audit_event event
    join person on person.person_id = event.actor_id
    left join audit_event finished on finished.action = 'bundle.completed' and finished.subject_kind = 'project'
      and finished.subject_id = event.subject_id and finished.detail ->> 'bundleId' = event.detail ->> 'bundleId'
    where event.subject_kind = 'project' and event.subject_id = ${projectId} and event.action = 'bundle.taken'
    order by event.audit_event_id desc limit ${limit}`.execute(db)
  return rows
}

export interface AidRow {
  organisation: string
  basis: string
  isSme: boolean
  signatory: string
  amountOre: number
  status: string
  sentOn: string | null
  signedOn: string | null
  validUntil: string | null
}

/** The state-aid forms of the project's external employers. */
export async function listAidRows(db: Db, projectId: ProjectId): Promise<AidRow[]> {
  return db
    .selectFrom('aid_form')
    .innerJoin('organisation', 'organisation.organisation_id', 'aid_form.organisation_id')
    .where('aid_form.project_id', '=', projectId)
    .select([
      'organisation.name as organisation',
      'basis',
      'is_sme as isSme',
      'signatory',
      'amount_ore as amountOre',
      'status',
      'sent_on as sentOn',
      'signed_on as signedOn',
      'valid_until as validUntil',
    ])
    .orderBy('organisation.name')
    .execute()
}
