import type { OrganisationId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** The id of an organisation by its slug in `content/organisations`. */
export async function findOrganisationId(db: Db, slug: string): Promise<OrganisationId | undefined> {
  const row = await db.selectFrom('organisation').where('slug', '=', slug).select('organisation_id').executeTakeFirst()
  return row?.organisation_id as OrganisationId | undefined
}
