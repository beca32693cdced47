import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '~db/schema'
import { type Framework, MAPPED_FRAMEWORK } from '../model'

/** A framework with its levels, areas and competences in order, retired competences left out. One SELECT. */
export function findFramework(db: Db, slug: string): Promise<Framework | undefined> {
  return db
    .selectFrom('framework')
    .select(['slug', 'version', 'name', 'description', 'licence', 'source_url as sourceUrl'])
    .select((framework) => [
      jsonArrayFrom(
        framework
          .selectFrom('framework_level')
          .select(['level', 'name', 'description'])
          .whereRef('framework_level.framework_id', '=', 'framework.framework_id')
          .orderBy('position'),
      ).as('levels'),
      jsonArrayFrom(
        framework
          .selectFrom('competence_area')
          .select(['code', 'name'])
          .select((area) =>
            jsonArrayFrom(
              area
                .selectFrom('competence')
                .select(['code', 'name', 'description', 'level_texts as levelTexts'])
                .select((competence) =>
                  jsonArrayFrom(
                    competence
                      .selectFrom('competence_mapping')
                      .innerJoin('competence as target', 'target.competence_id', 'competence_mapping.target_id')
                      .innerJoin('framework as mapped', 'mapped.framework_id', 'target.framework_id')
                      .select('target.code')
                      .whereRef('competence_mapping.competence_id', '=', 'competence.competence_id')
                      .where('mapped.slug', '=', MAPPED_FRAMEWORK)
                      .orderBy('target.position'),
                  ).as('mappings'),
                )
                .whereRef('competence.competence_area_id', '=', 'competence_area.competence_area_id')
                .where('retired_at', 'is', null)
                .orderBy('position'),
            ).as('competences'),
          )
          .whereRef('competence_area.framework_id', '=', 'framework.framework_id')
          .orderBy('position'),
      ).as('areas'),
    ])
    .where('slug', '=', slug)
    .executeTakeFirst()
    .then((row) => {
      if (row === undefined) return undefined
      const { areas, ...framework } = row
      return {
        ...framework,
        areas: areas.map((area) => ({
          ...area,
          competences: area.competences.map(({ mappings, ...competence }) => ({
            ...competence,
            mapsTo: mappings.map((mapping) => mapping.code),
          })),
        })),
      }
    })
}
