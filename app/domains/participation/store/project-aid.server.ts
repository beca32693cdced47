import { sql } from 'kysely'
import type { OrganisationId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { AidFormFacts, AidStatus } from '../project/aid'

export async function findAidForm(
  db: Db,
  projectId: ProjectId,
  organisationId: OrganisationId,
): Promise<AidFormFacts | undefined> {
  return db
    .selectFrom('aid_form')
    .where('project_id', '=', projectId)
    .where('organisation_id', '=', organisationId)
    .select([
      'basis',
      'is_sme as isSme',
      'signatory',
      'amount_ore as amountOre',
      'status',
      'sent_on as sentOn',
      'signed_on as signedOn',
      'valid_until as validUntil',
      'note',
    ])
    .executeTakeFirst()
}

export async function upsertAidForm(
  tx: Tx,
  projectId: ProjectId,
  organisationId: OrganisationId,
  form: AidFormFacts,
  at: Date,
): Promise<void> {
  const columns = {
    basis: form.basis,
    is_sme: form.isSme,
    signatory: form.signatory,
    amount_ore: form.amountOre,
    status: form.status,
    sent_on: form.sentOn,
    signed_on: form.signedOn,
    valid_until: form.validUntil,
    note: form.note,
    changed_at: at,
  }
  await tx
    .insertInto('aid_form')
    .values({ project_id: projectId, organisation_id: organisationId, ...columns })
    .onConflict((conflict) => conflict.columns(['project_id', 'organisation_id']).doUpdateSet(columns))
    .execute()
}

export interface ExternalEmployer {
  slug: string
  name: string
  isPartner: boolean
  form: { status: AidStatus; validUntil: string | null } | undefined
}

/** External employers of a project: partners in that role, and companies that employ its participants. */
export async function listExternalEmployers(db: Db, projectId: ProjectId): Promise<ExternalEmployer[]> {
  const { rows } = await sql<{
    slug: string
    name: string
    isPartner: boolean
    status: AidStatus | null
    validUntil: string | null
  }>`
    select organisation.slug, organisation.name, partner.organisation_id is not null as "isPartner",
      aid_form.status, aid_form.valid_until as "validUntil"
    from organisation
    left join partner on partner.organisation_id = organisation.organisation_id and partner.project_id = ${projectId}
    left join aid_form on aid_form.organisation_id = organisation.organisation_id and aid_form.project_id = ${projectId}
    where partner.role = 'extern' or organisation.kind = 'foretag' and (partner.organisation_id is not null or exists (
      select 1 from participation where participation.project_id = ${projectId}
        and participation.employer_id = organisation.organisation_id and participation.merged_into is null))
    order by organisation.name`.execute(db)
  return rows.map(({ status, validUntil, ...row }) => ({
    ...row,
    form: status === null ? undefined : { status, validUntil },
  }))
}
