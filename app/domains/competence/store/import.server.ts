import { sql } from 'kysely'
import type { Bilingual, Db, Tx } from '~db/schema'

export interface FrameworkImport {
  slug: string
  name: Bilingual
  description: Bilingual
  version: string
  licence: string
  sourceUrl: string | null
  levels: { level: string; name: Bilingual; description: Bilingual }[]
  areas: {
    code: string
    name: Bilingual
    description: Bilingual
    competences: {
      code: string
      name: Bilingual
      description: Bilingual
      levelTexts: Record<string, Bilingual>
      /** `framework-slug:code`. */
      mapsTo: string[]
    }[]
  }[]
  contentHash: string
}

export async function listStoredFrameworks(db: Db): Promise<{ slug: string; contentHash: string }[]> {
  return await db.selectFrom('framework').select(['slug', 'content_hash as contentHash']).execute()
}

/** Codes of a framework's competences in use. */
export async function listCompetenceCodes(db: Db, frameworkSlug: string): Promise<string[]> {
  const rows = await db
    .selectFrom('competence')
    .innerJoin('framework', 'framework.framework_id', 'competence.framework_id')
    .select('competence.code')
    .where('framework.slug', '=', frameworkSlug)
    .where('competence.retired_at', 'is', null)
    .execute()
  return rows.map(({ code }) => code)
}

/** Writes a framework with its levels, areas and competences. A competence that left it is retired, never deleted. */
export async function upsertFramework(tx: Tx, framework: FrameworkImport, now: Date): Promise<void> {
  const changes = {
    name: JSON.stringify(framework.name),
    description: JSON.stringify(framework.description),
    version: framework.version,
    licence: framework.licence,
    source_url: framework.sourceUrl,
    content_hash: framework.contentHash,
  }
  const { framework_id } = await tx
    .insertInto('framework')
    .values({ ...changes, slug: framework.slug })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(changes))
    .returning('framework_id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('framework_level').where('framework_id', '=', framework_id).execute()
  if (framework.levels.length > 0) {
    await tx
      .insertInto('framework_level')
      .values(
        framework.levels.map(({ level, name, description }, index) => ({
          framework_id,
          level,
          position: index + 1,
          name: JSON.stringify(name),
          description: JSON.stringify(description),
        })),
      )
      .execute()
  }
  const areas = await tx
    .insertInto('competence_area')
    .values(
      framework.areas.map(({ code, name, description }, index) => ({
        framework_id,
        code,
        position: index + 1,
        name: JSON.stringify(name),
        description: JSON.stringify(description),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['framework_id', 'code']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        name: sql<string>`excluded.name`,
        description: sql<string>`excluded.description`,
      })),
    )
    .returning(['competence_area_id', 'code'])
    .execute()
  const areaIds = new Map(areas.map((row) => [row.code, row.competence_area_id]))
  const competences = framework.areas.flatMap((area) => {
    const areaId = areaIds.get(area.code)
    return areaId === undefined
      ? []
      : area.competences.map(({ code, name, description, levelTexts }, index) => ({
          competence_area_id: areaId,
          framework_id,
          code,
          position: index + 1,
          name: JSON.stringify(name),
          description: JSON.stringify(description),
          level_texts: JSON.stringify(levelTexts),
          retired_at: null,
        }))
  })
  await tx
    .insertInto('competence')
    .values(competences)
    .onConflict((conflict) =>
      conflict.columns(['framework_id', 'code']).doUpdateSet((eb) => ({
        competence_area_id: eb.ref('excluded.competence_area_id'),
        position: eb.ref('excluded.position'),
        name: sql<string>`excluded.name`,
        description: sql<string>`excluded.description`,
        level_texts: sql<string>`excluded.level_texts`,
        retired_at: null,
      })),
    )
    .execute()
  await tx
    .updateTable('competence')
    .set({ retired_at: now })
    .where('framework_id', '=', framework_id)
    .where(
      'code',
      'not in',
      competences.map(({ code }) => code),
    )
    .where('retired_at', 'is', null)
    .execute()
}

/** Writes the links from a framework's competences to those of others, which must be written before. */
export async function replaceMappings(tx: Tx, framework: FrameworkImport): Promise<void> {
  const known = await tx
    .selectFrom('competence')
    .innerJoin('framework', 'framework.framework_id', 'competence.framework_id')
    .select(['competence.competence_id', 'competence.code', 'framework.slug'])
    .execute()
  const ids = new Map(known.map((row) => [`${row.slug}:${row.code}`, row.competence_id]))
  const own = known.flatMap((row) => (row.slug === framework.slug ? [row.competence_id] : []))
  if (own.length > 0) await tx.deleteFrom('competence_mapping').where('competence_id', 'in', own).execute()
  const links = framework.areas
    .flatMap((area) => area.competences)
    .flatMap(({ code, mapsTo }) =>
      mapsTo.flatMap((target) => {
        const competenceId = ids.get(`${framework.slug}:${code}`)
        const targetId = ids.get(target)
        return competenceId === undefined || targetId === undefined
          ? []
          : [{ competence_id: competenceId, target_id: targetId }]
      }),
    )
  if (links.length > 0) {
    await tx
      .insertInto('competence_mapping')
      .values(links)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
