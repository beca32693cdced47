import { sql } from 'kysely'
import type { CourseId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { DraftState } from '../authoring/model'

export interface CourseLine {
  slug: string
  title: string
  /** Null: published from files, and nobody has begun a draft. */
  state: DraftState | null
  organisationName: string | null
  /** The newest published version; null before the first. */
  revision: number | null
  isOpen: boolean
  isOwn: boolean
  changedAt: Date
}

/** Whose courses somebody sees at the desk: those of the editor's reach, and those that the person is on within the other. */
export interface DeskReach {
  personId: PersonId
  editor: { everywhere: boolean; organisationIds: readonly OrganisationId[] }
  leader: { everywhere: boolean; organisationIds: readonly OrganisationId[] }
}

/** Every course that the reach shows, newest change first. One query. */
export async function listDesk(db: Db, { personId, editor, leader }: DeskReach): Promise<CourseLine[]> {
  const { rows } = await sql<CourseLine>`
    with mine as (select course_id from course_editor where person_id = ${personId})
    select coalesce(draft.slug, course.slug) as slug, coalesce(draft.settings ->> 'title', course.title) as title,
      draft.state, organisation.name as "organisationName", course.revision,
      course.course_id is not null and course.retired_at is null as "isOpen",
      mine.course_id is not null as "isOwn", coalesce(draft.changed_at, course.published_at) as "changedAt"
    from course_draft draft
    full join course on course.course_id = draft.course_id
    left join organisation on organisation.organisation_id = draft.organisation_id
    left join mine on mine.course_id = draft.course_id
    where ${editor.everywhere}::boolean or draft.organisation_id = any (${[...editor.organisationIds]}::uuid[])
      or (mine.course_id is not null
        and (${leader.everywhere}::boolean or draft.organisation_id = any (${[...leader.organisationIds]}::uuid[])))
    order by "changedAt" desc, slug limit 500`.execute(db)
  return rows
}

/** Those who are on a course, in the order in which they came; a person with protected personal data has no name here. */
export async function listEditors(db: Db, courseId: CourseId): Promise<{ personId: PersonId; name: string | null }[]> {
  const rows = await db
    .selectFrom('course_editor')
    .innerJoin('person', 'person.person_id', 'course_editor.person_id')
    .where('course_id', '=', courseId)
    .select([
      'person.person_id',
      sql<string | null>`case when protection = 'none' then given_name || ' ' || family_name end`.as('name'),
    ])
    .orderBy('added_at')
    .execute()
  return rows.map(({ person_id, name }) => ({ personId: person_id as PersonId, name }))
}

/** Pictures that the portal holds already: covers of courses and posters of lectures, by the title of what they show. */
export async function listCovers(db: Db): Promise<{ path: string; alt: string; title: string }[]> {
  const { rows } = await sql<{ path: string; alt: string; title: string }>`
    select distinct on (path) path, alt, title from (
      select cover_path as path, coalesce(cover_alt, '') as alt, title from course where cover_path is not null
      union all select poster_path, '', title from lecture where retired_at is null) pictures
    order by path, title`.execute(db)
  return rows
}
