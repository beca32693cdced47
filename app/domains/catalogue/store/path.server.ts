import { sql } from 'kysely'
import type { Db, Tx } from '~db/schema'
import { type LearningPath, type PathContent, type PathCourse, pathParts } from '../path/model'
import type { Viewer } from './course.server'
import type { StoredItem } from './import.server'

interface PathRow {
  slug: string
  title: string
  summary: string
  parts: unknown
  isPublished: boolean
  courses: PathCourse[]
}

async function select(db: Db, viewer: Viewer, where: ReturnType<typeof sql>): Promise<LearningPath[]> {
  const { rows } = await sql<PathRow>`
    select p.slug, p.title, p.summary, p.parts, p.published_at is not null as "isPublished",
      coalesce((select jsonb_agg(jsonb_build_object('slug', c.slug, 'title', c.title, 'minutes', c.nominal_minutes,
          'isOpen', course_open_to(c.terms, c.course_id, ${viewer.personId}::uuid, ${viewer.today}::date)))
        from course c where c.retired_at is null and exists (select from jsonb_array_elements(p.parts) as stretch (part)
          where part -> 'courses' @> to_jsonb(c.slug))), '[]'::jsonb) as courses
    from learning_path p where p.retired_at is null and ${where} order by p.title`.execute(db)
  return rows.map((row) => ({ ...row, parts: pathParts.parse(row.parts) }))
}

/** The published paths by title, or every path to those who make them. One query. */
export function listPaths(db: Db, viewer: Viewer, all = false): Promise<LearningPath[]> {
  return select(db, viewer, all ? sql`true` : sql`p.published_at is not null`)
}

export async function findPath(db: Db, slug: string, viewer: Viewer): Promise<LearningPath | undefined> {
  const [found] = await select(db, viewer, sql`p.slug = ${slug}`)
  return found
}

/** A new path, under its address or the first free one with a number after it. */
export async function insertPath(tx: Tx, path: PathContent & { isPublished: boolean }, at: Date): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? path.slug : `${path.slug}-${number}`
    const row = await tx
      .insertInto('learning_path')
      .values({
        slug,
        title: path.title,
        summary: path.summary,
        parts: JSON.stringify(path.parts),
        created_at: at,
        changed_at: at,
        edited_at: at,
        published_at: path.isPublished ? at : null,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (row !== undefined) return row.slug
  }
}

/** Changes a path; from then on the files do not. False when there is none. */
export async function updatePath(
  tx: Tx,
  slug: string,
  path: Omit<PathContent, 'slug'> & { isPublished: boolean },
  at: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('learning_path')
    .set({
      title: path.title,
      summary: path.summary,
      parts: JSON.stringify(path.parts),
      changed_at: at,
      edited_at: at,
      published_at: path.isPublished ? sql<Date>`coalesce(published_at, ${at})` : null,
    })
    .where('slug', '=', slug)
    .where('retired_at', 'is', null)
    .returning('slug')
    .executeTakeFirst()
  return row !== undefined
}

export interface PathImport extends PathContent {
  contentHash: string
}

export async function listStoredPaths(db: Db): Promise<StoredItem[]> {
  return db
    .selectFrom('learning_path')
    .select((eb) => [
      'slug',
      'content_hash as contentHash',
      eb('edited_at', 'is not', null).$castTo<boolean>().as('edited'),
      eb('retired_at', 'is not', null).$castTo<boolean>().as('retired'),
    ])
    .execute()
}

/** Writes a path from its file; one that was retired is active again. */
export async function upsertPath(tx: Tx, path: PathImport, now: Date): Promise<void> {
  const changes = {
    title: path.title,
    summary: path.summary,
    parts: JSON.stringify(path.parts),
    content_hash: path.contentHash,
    changed_at: now,
    published_at: now,
    retired_at: null,
  }
  await tx
    .insertInto('learning_path')
    .values({ ...changes, slug: path.slug, created_at: now })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(changes))
    .execute()
}

export async function retirePaths(tx: Tx, slugs: string[], now: Date): Promise<void> {
  if (slugs.length === 0) return
  await tx.updateTable('learning_path').set({ retired_at: now }).where('slug', 'in', slugs).execute()
}
