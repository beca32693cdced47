import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { CourseId, LessonId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Discussion, Mentionable } from '../../discussion/model'

interface Row {
  courseId: CourseId
  slug: string
  title: string
  hasDraft: boolean
  organisationId: OrganisationId | null
  editors: PersonId[]
  isEnrolled: boolean
  isOff: boolean
  isRetired: boolean
  lessons: { lessonId: LessonId; slug: string; title: string }[]
  openReports: number
}

/** The discussion of a published course as one person stands to it. Whose it is to read is the policy's. One query. */
export async function findDiscussion(db: Db, personId: PersonId, slug: string): Promise<Discussion | undefined> {
  const { rows } = await sql<Row>`
    select course.course_id as "courseId", course.slug, course.title, draft.course_id is not null as "hasDraft",
      draft.organisation_id as "organisationId",
      array(select person_id::text from course_editor where course_editor.course_id = course.course_id) as editors,
      exists (select 1 from enrolment where enrolment.course_id = course.course_id
        and enrolment.person_id = ${personId}) as "isEnrolled",
      coalesce(not switch.is_open, false) as "isOff", course.retired_at is not null as "isRetired",
      coalesce((select jsonb_agg(jsonb_build_object('lessonId', lesson_id, 'slug', slug, 'title', title)
          order by position, slug)
        from lesson where lesson.course_id = course.course_id and lesson.retired_at is null), '[]'::jsonb) as lessons,
      (select count(distinct report.post_id)::int from discussion_report report
        join discussion_post post on post.post_id = report.post_id
        join discussion_thread thread on thread.thread_id = post.thread_id
        where report.settled_at is null and thread.course_id = course.course_id) as "openReports"
    from course
    left join course_draft draft on draft.course_id = course.course_id
    left join discussion_switch switch on switch.course_id = course.course_id
    where course.slug = ${slug}`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const { hasDraft, organisationId, editors, ...discussion } = row
  return { ...discussion, scope: hasDraft ? { organisationId, editors } : undefined }
}

/** Turns the discussion of a course on or off. */
export async function setSwitch(
  tx: Tx,
  courseId: CourseId,
  change: { isOpen: boolean; by: PersonId; at: Date },
): Promise<void> {
  const row = { is_open: change.isOpen, changed_by: change.by, changed_at: change.at }
  await tx
    .insertInto('discussion_switch')
    .values({ course_id: courseId, ...row })
    .onConflict((conflict) => conflict.column('course_id').doUpdateSet(row))
    .execute()
}

/** Everybody who takes the course or makes it, and may be mentioned: `person` is joined. */
const taking = (courseId: CourseId) => sql`person.merged_into is null and person.erased_at is null
  and person.person_id in (select person_id from enrolment where course_id = ${courseId}
    union select person_id from course_editor where course_id = ${courseId})`

/** Who of the course is named in a text after an `@`, by the name that others see. */
export async function listNamed(db: Db, courseId: CourseId, text: string): Promise<Mentionable[]> {
  if (!text.includes('@')) return []
  const { rows } = await sql<Mentionable>`
    select person.person_id as "personId", ${shownNameSql()} as name
    from person
    where ${taking(courseId)} and ${shownNameSql()} <> ''
      and strpos(lower(${text}), '@' || lower(${shownNameSql()})) > 0
    order by 2, 1 limit 200`.execute(db)
  return rows
}

/** People of the course whose shown name has a word that begins so, by name. */
export async function listNamesLike(db: Db, courseId: CourseId, typed: string, most: number): Promise<Mentionable[]> {
  const begin = `${typed.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Mentionable>`
    select person.person_id as "personId", ${shownNameSql()} as name
    from person
    where ${taking(courseId)} and (${shownNameSql()} ilike ${begin} or ${shownNameSql()} ilike ${`% ${begin}`})
    order by 2, 1 limit ${most}`.execute(db)
  return rows
}

/** Which of these people take or make the course at this moment. */
export async function listTaking(db: Db, courseId: CourseId, personIds: readonly PersonId[]): Promise<PersonId[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ personId: PersonId }>`
    select person.person_id as "personId" from person
    where person.person_id = any (${[...personIds]}::uuid[]) and ${taking(courseId)}
    order by 1`.execute(db)
  return rows.map(({ personId }) => personId)
}
