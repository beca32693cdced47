import { sql } from 'kysely'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'

export interface ProjectFacts {
  diarienr: string
  name: string
  fund: string
  startsOn: string
  endsOn: string
  euRatePercent: number
  programmeArea: string
  specificObjective: string
  plannedParticipants: number
  sourceUrl: string | null
  owner: string
  /** Names of the partner organisations, in alphabetical order. */
  partners: string[]
}

/** How a project is called, by its id. */
export async function findProjectName(
  db: Db,
  projectId: ProjectId,
): Promise<{ diarienr: string; name: string } | undefined> {
  return db.selectFrom('project').where('project_id', '=', projectId).select(['diarienr', 'name']).executeTakeFirst()
}

/** What a project aims at, in both languages. */
export async function findProjectAims(db: Db, projectId: ProjectId): Promise<{ sv: string; en: string }> {
  const row = await db
    .selectFrom('project')
    .where('project_id', '=', projectId)
    .select('description')
    .executeTakeFirstOrThrow()
  return row.description
}

/** The public facts of a project by its registration number. */
export async function findProjectFacts(db: Db, diarienr: string): Promise<ProjectFacts | undefined> {
  return db
    .selectFrom('project')
    .innerJoin('organisation as owner', 'owner.organisation_id', 'project.owner_id')
    .where('project.diarienr', '=', diarienr)
    .select([
      'project.diarienr',
      'project.name',
      'project.fund',
      'project.starts_on as startsOn',
      'project.ends_on as endsOn',
      'project.eu_rate_percent as euRatePercent',
      'project.programme_area as programmeArea',
      'project.specific_objective as specificObjective',
      'project.planned_participants as plannedParticipants',
      'project.source_url as sourceUrl',
      'owner.name as owner',
      sql<string[]>`coalesce((select json_agg(o.name order by o.name) from partner p
        join organisation o using (organisation_id)
        where p.project_id = project.project_id and p.role = 'samverkanspart'), '[]')`.as('partners'),
    ])
    .executeTakeFirst()
}
