import type { CompetenceId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { unique } from './unique'

export interface MadeFramework {
  frameworkId: string
  slug: string
  version: string
  competences: { competenceId: CompetenceId; code: string }[]
}

const both = (text: string) => JSON.stringify({ sv: text, en: `${text} (en)` })

/** A framework whose areas are the parts of the codes before the dot: K1.1 and K1.2 lie in K1. */
export async function makeFramework(
  db: Db,
  wish: { slug?: string; version?: string; codes?: readonly string[] } = {},
): Promise<MadeFramework> {
  const slug = wish.slug ?? unique('ram')
  const version = wish.version ?? '1.0'
  const codes = wish.codes ?? ['K1.1', 'K1.2', 'K2.1']
  const { framework_id } = await db
    .insertInto('framework')
    .values({
      slug,
      name: both(slug),
      description: both('Ram'),
      version,
      licence: 'CC BY 4.0',
      content_hash: '',
    })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug }))
    .returning('framework_id')
    .executeTakeFirstOrThrow()
  for (const [index, name] of ['Grund', 'Tillämpar', 'Fördjupar', 'Leder andra'].entries()) {
    await db
      .insertInto('framework_level')
      .values({
        framework_id,
        level: String(index + 1),
        position: index + 1,
        name: both(name),
        description: both(name),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const competences: MadeFramework['competences'] = []
  for (const [index, code] of codes.entries()) competences.push(await makeCompetence(db, framework_id, code, index + 1))
  return { frameworkId: framework_id, slug, version, competences }
}

async function makeCompetence(db: Db, framework_id: string, code: string, position: number) {
  const areaCode = code.split('.')[0] ?? code
  const area = await db
    .insertInto('competence_area')
    .values({
      framework_id,
      code: areaCode,
      position,
      name: both(areaCode),
      description: both('Område'),
    })
    .onConflict((conflict) => conflict.columns(['framework_id', 'code']).doUpdateSet({ code: areaCode }))
    .returning('competence_area_id')
    .executeTakeFirstOrThrow()
  const row = await db
    .insertInto('competence')
    .values({
      framework_id,
      competence_area_id: area.competence_area_id,
      code,
      position,
      name: both(`Kompetens ${code}`),
      description: both('Kompetens'),
      level_texts: JSON.stringify({ '1': { sv: 'Jag prövar', en: 'I try' } }),
    })
    .onConflict((conflict) => conflict.columns(['framework_id', 'code']).doUpdateSet({ code }))
    .returning('competence_id')
    .executeTakeFirstOrThrow()
  return { competenceId: row.competence_id as CompetenceId, code }
}

/** Westums kompetensram, the framework that courses give evidence in. It is one for all tests: read it, leave it alone. */
export function westumFramework(db: Db): Promise<MadeFramework> {
  return makeFramework(db, {
    slug: 'westums-kompetensram',
    codes: [1, 2, 3, 4, 5, 6, 7, 8].flatMap((area) => [1, 2, 3].map((number) => `K${area}.${number}`)),
  })
}
