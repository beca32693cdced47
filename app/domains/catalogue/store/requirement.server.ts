import { sql } from 'kysely'
import type { CourseId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { RequirementGraph } from '../terms/prerequisites'

/**
 * Which courses every other course asks for, as published and as drafted, and their titles. Held until the transaction
 * ends: whoever changes what a course asks for waits in line, so that two changes never close a circle together.
 */
export async function holdRequirements(
  tx: Tx,
  except: CourseId,
): Promise<{ graph: RequirementGraph; titles: ReadonlyMap<string, string> }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('course.prerequisites', 0))`.execute(tx)
  const { rows } = await sql<{ slug: string; title: string; courses: string[] | null }>`
    select slug, title, terms -> 'prerequisites' -> 'courses' as courses from course
      where retired_at is null and course_id <> ${except}
    union all
    select slug, settings ->> 'title', settings -> 'terms' -> 'prerequisites' -> 'courses' from course_draft
      where course_id <> ${except}`.execute(tx)
  const graph = new Map<string, string[]>()
  for (const { slug, courses } of rows) graph.set(slug, [...(graph.get(slug) ?? []), ...(courses ?? [])])
  return { graph, titles: new Map(rows.map(({ slug, title }) => [slug, title])) }
}

/** Which courses the published ones ask for, by address. */
export async function listRequirements(db: Db): Promise<RequirementGraph> {
  const { rows } = await sql<{ slug: string; courses: string[] }>`
    select slug, terms -> 'prerequisites' -> 'courses' as courses from course
    where retired_at is null and jsonb_array_length(coalesce(terms -> 'prerequisites' -> 'courses', '[]')) > 0`.execute(
    db,
  )
  return new Map(rows.map(({ slug, courses }) => [slug, courses]))
}

export interface NamedCourse {
  slug: string
  title: string
}

/** Published courses by title. */
export async function listCourseNames(db: Db): Promise<NamedCourse[]> {
  return db.selectFrom('course').where('retired_at', 'is', null).select(['slug', 'title']).orderBy('title').execute()
}
