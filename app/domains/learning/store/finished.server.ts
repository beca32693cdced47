import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** The addresses of the courses that a person has finished in any round. */
export async function listFinishedSlugs(db: Db, personId: PersonId): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('completion')
    .innerJoin('course', 'course.course_id', 'completion.item_id')
    .where('person_id', '=', personId)
    .where('item_kind', '=', 'course')
    .select('slug')
    .distinct()
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}
