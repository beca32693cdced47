import type { OrganisationId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { rotate, unique } from './unique'

export interface MadeOrganisation {
  organisationId: OrganisationId
  slug: string
  name: string
}

const places = ['Norrvik', 'Ängsholm', 'Björkfors', 'Sälhamn', 'Östersjö'] as const

export async function makeOrganisation(
  db: Db,
  wish: {
    name?: string
    slug?: string
    kind?: 'forening' | 'kommun' | 'kommunalforbund' | 'foretag' | 'myndighet'
    municipalityCodes?: readonly string[]
  } = {},
): Promise<MadeOrganisation> {
  const slug = wish.slug ?? unique('centrum')
  const name = wish.name ?? `${rotate(places)} vuxenutbildning ${slug}`
  const { organisation_id } = await db
    .insertInto('organisation')
    .values({ slug, name, kind: wish.kind ?? 'kommun' })
    .returning('organisation_id')
    .executeTakeFirstOrThrow()
  for (const code of wish.municipalityCodes ?? []) {
    await makeMunicipality(db, code)
    await db.insertInto('organisation_municipality').values({ organisation_id, municipality_code: code }).execute()
  }
  return { organisationId: organisation_id as OrganisationId, slug, name }
}

/** Sees to it that the municipality exists; the code is shared by all tests. */
export async function makeMunicipality(db: Db, code = '1481'): Promise<string> {
  await db
    .insertInto('municipality')
    .values({
      municipality_code: code,
      name: `Kommun ${code}`,
      county: 'Västra Götaland',
      nuts3: 'SE232',
    })
    .onConflict((conflict) => conflict.column('municipality_code').doNothing())
    .execute()
  return code
}
