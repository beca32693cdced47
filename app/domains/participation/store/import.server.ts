import { sql } from 'kysely'
import type { Bilingual, Db, Tx } from '~db/schema'

export interface ProjectImport {
  diarienr: string
  name: string
  fund: string
  cci: string | null
  ownerSlug: string
  startsOn: string
  endsOn: string
  euRatePercent: number
  programmeArea: string
  specificObjective: string
  nuts2: string | null
  intervention: string
  plannedParticipants: number
  sourceUrl: string | null
  description: Bilingual
  partners: {
    organisationSlug: string
    role: 'projektagare' | 'samverkanspart' | 'medlem' | 'extern'
    municipalities: string[]
    note: string | null
  }[]
  contentHash: string
}

export async function listStoredProjects(db: Db): Promise<{ diarienr: string; contentHash: string }[]> {
  return await db.selectFrom('project').select(['diarienr', 'content_hash as contentHash']).execute()
}

/**
 * Writes a project and its partners; the organisations must be written before. Settings made in the portal (rounding,
 * self-study, least hours) and partners that participants belong to are kept.
 */
export async function upsertProject(tx: Tx, project: ProjectImport): Promise<void> {
  const slugs = [project.ownerSlug, ...project.partners.map(({ organisationSlug }) => organisationSlug)]
  const rows = await tx
    .selectFrom('organisation')
    .select(['organisation_id', 'slug'])
    .where('slug', 'in', slugs)
    .execute()
  const ids = new Map(rows.map((row) => [row.slug, row.organisation_id]))
  const idOf = (slug: string): string => {
    const id = ids.get(slug)
    if (id === undefined) throw new Error(`The organisation ${slug} of project ${project.diarienr} is not stored.`)
    return id
  }
  const changes = {
    name: project.name,
    fund: project.fund,
    cci: project.cci,
    owner_id: idOf(project.ownerSlug),
    starts_on: project.startsOn,
    ends_on: project.endsOn,
    eu_rate_percent: project.euRatePercent,
    programme_area: project.programmeArea,
    specific_objective: project.specificObjective,
    nuts2: project.nuts2,
    intervention: project.intervention,
    planned_participants: project.plannedParticipants,
    source_url: project.sourceUrl,
    description: JSON.stringify(project.description),
    content_hash: project.contentHash,
  }
  const { project_id } = await tx
    .insertInto('project')
    .values({ ...changes, diarienr: project.diarienr })
    .onConflict((conflict) => conflict.column('diarienr').doUpdateSet(changes))
    .returning('project_id')
    .executeTakeFirstOrThrow()
  if (project.partners.length === 0) return
  await tx
    .insertInto('partner')
    .values(
      project.partners.map(({ organisationSlug, role, note }) => ({
        project_id,
        organisation_id: idOf(organisationSlug),
        role,
        note,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['project_id', 'organisation_id'])
        .doUpdateSet({ role: sql<string>`excluded.role`, note: sql<string | null>`excluded.note` }),
    )
    .execute()
  await tx
    .deleteFrom('partner_municipality')
    .where('project_id', '=', project_id)
    .where(
      'organisation_id',
      'in',
      project.partners.map(({ organisationSlug }) => idOf(organisationSlug)),
    )
    .execute()
  const covered = project.partners.flatMap(({ organisationSlug, municipalities }) =>
    municipalities.map((municipality_code) => ({
      project_id,
      organisation_id: idOf(organisationSlug),
      municipality_code,
    })),
  )
  if (covered.length > 0) await tx.insertInto('partner_municipality').values(covered).execute()
}
