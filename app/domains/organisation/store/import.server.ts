import type { Db, Tx } from '~db/schema'

export interface MunicipalityImport {
  code: string
  name: string
  county: string
  nuts3: string
}
export interface OrganisationImport {
  slug: string
  name: string
  kind: 'forening' | 'kommun' | 'kommunalforbund' | 'foretag' | 'myndighet'
  orgnr: string | null
  /** Codes of municipalities for whose adult education it is responsible. */
  municipalities: string[]
  westumMember: boolean
  note: string | null
  contentHash: string
}

export async function listStoredOrganisations(
  db: Db,
): Promise<{ slug: string; contentHash: string; retired: boolean }[]> {
  const rows = await db
    .selectFrom('organisation')
    .select((eb) => ['slug', 'content_hash', eb('retired_at', 'is not', null).$castTo<boolean>().as('retired')])
    .execute()
  return rows.map(({ slug, content_hash, retired }) => ({ slug, contentHash: content_hash ?? '', retired }))
}

export async function upsertMunicipalities(tx: Tx, municipalities: MunicipalityImport[]): Promise<void> {
  if (municipalities.length === 0) return
  await tx
    .insertInto('municipality')
    .values(municipalities.map(({ code, name, county, nuts3 }) => ({ municipality_code: code, name, county, nuts3 })))
    .onConflict((conflict) =>
      conflict.column('municipality_code').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        county: eb.ref('excluded.county'),
        nuts3: eb.ref('excluded.nuts3'),
      })),
    )
    .execute()
}

export async function upsertOrganisation(tx: Tx, organisation: OrganisationImport): Promise<void> {
  const changes = {
    name: organisation.name,
    kind: organisation.kind,
    orgnr: organisation.orgnr,
    westum_member: organisation.westumMember,
    note: organisation.note,
    content_hash: organisation.contentHash,
    retired_at: null,
  }
  const { organisation_id } = await tx
    .insertInto('organisation')
    .values({ ...changes, slug: organisation.slug })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(changes))
    .returning('organisation_id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('organisation_municipality').where('organisation_id', '=', organisation_id).execute()
  if (organisation.municipalities.length === 0) return
  await tx
    .insertInto('organisation_municipality')
    .values(organisation.municipalities.map((municipality_code) => ({ organisation_id, municipality_code })))
    .execute()
}

export async function retireOrganisations(tx: Tx, slugs: string[], now: Date): Promise<void> {
  if (slugs.length === 0) return
  await tx.updateTable('organisation').set({ retired_at: now }).where('slug', 'in', slugs).execute()
}
