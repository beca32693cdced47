import { sql } from 'kysely'
import type { CourseId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { MakerScope } from '../activity/policy'
import type { DraftState } from '../authoring/model'
import { filePath } from './media-address'

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

/** A picture that may be a cover; `alt` is empty for one that is decorative, null when nobody has described it. */
export interface CoverChoice {
  path: string
  alt: string | null
  title: string
  inLibrary: boolean
}

/**
 * Pictures to choose a cover among: those of the media libraries in the maker's reach, the newest two hundred, and those
 * that the portal holds already as covers of courses and posters of lectures.
 */
export async function listCovers(db: Db, scope: MakerScope): Promise<CoverChoice[]> {
  const library = await db
    .selectFrom('media_item')
    .where('kind', '=', 'picture')
    .where('state', '=', 'klar')
    .where('file_key', 'is not', null)
    .$if(!scope.everywhere, (query) =>
      query.where(sql<boolean>`organisation_id = any (${[...scope.organisationIds]}::uuid[])`),
    )
    .select(['media_id', 'title', 'file_key', 'alt', 'decorative'])
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  const { rows } = await sql<CoverChoice>`
    select distinct on (path) path, alt, title, false as "inLibrary" from (
      select cover_path as path, cover_alt as alt, title from course where cover_path is not null
      union all select poster_path, null, title from lecture where retired_at is null) pictures
    where path not like 'fil/%'
    order by path, title`.execute(db)
  return [
    ...library.map((item) => ({
      path: filePath(item.media_id, item.title, item.file_key ?? ''),
      alt: item.decorative ? '' : item.alt,
      title: item.title,
      inLibrary: true,
    })),
    ...rows,
  ]
}
