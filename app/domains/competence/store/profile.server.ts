import { sql } from 'kysely'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { type ConfirmedLevel, type CourseOffer, EVIDENCE_FRAMEWORK, type ProfileView } from '../model'

/** Adds a row for each level that differs from the last one said. Returns the number of new rows. */
export async function insertSelfAssessments(
  db: Db,
  personId: PersonId,
  said: readonly { code: string; level: ConfirmedLevel }[],
  assessedAt: Date,
): Promise<number> {
  if (said.length === 0) return 0
  const codes = said.map((one) => one.code)
  const levels = said.map((one) => one.level)
  const made = await sql`
    insert into self_assessment (person_id, competence_id, level, assessed_at)
    select ${personId}, competence.competence_id, said.level, ${assessedAt}
    from unnest(${codes}::text[], ${levels}::int[]) as said (code, level)
    join framework on framework.slug = ${EVIDENCE_FRAMEWORK}
    join competence on competence.framework_id = framework.framework_id and competence.code = said.code
    where said.level is distinct from (
      select last.level from self_assessment last
      where last.person_id = ${personId} and last.competence_id = competence.competence_id
      order by last.assessed_at desc limit 1
    )
    returning self_assessment_id`.execute(db)
  return made.rows.length
}

export async function upsertSharing(db: Db, personId: PersonId, shared: boolean, changedAt: Date): Promise<void> {
  await db
    .insertInto('profile_sharing')
    .values({ person_id: personId, shared_with_manager: shared, changed_at: changedAt })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ shared_with_manager: shared, changed_at: changedAt }),
    )
    .execute()
}

/** Courses that are open to the person on the day, with the competences that they give. */
export async function listCourseOffers(
  db: Db,
  { personId, today }: { personId: PersonId; today: string },
): Promise<CourseOffer[]> {
  const rows = await db
    .selectFrom('course_competence')
    .innerJoin('course', 'course.course_id', 'course_competence.course_id')
    .select([
      'course.course_id',
      'slug',
      'title',
      'nominal_minutes as minutes',
      'competence_code as code',
      'course_competence.level',
      'weight',
    ])
    .where('retired_at', 'is', null)
    .where(sql<boolean>`course_open_to(course.terms, course.course_id, ${personId}::uuid, ${today}::date)`)
    .orderBy('title')
    .execute()
  return rows.map(({ course_id, ...offer }) => ({ ...offer, courseId: course_id as CourseId }))
}

/** Who has opened the person's profile, latest first; a protected viewer by alias. */
export async function listProfileViews(db: Db, personId: PersonId, limit = 20): Promise<ProfileView[]> {
  const rows = await db
    .selectFrom('audit_event')
    .leftJoin('person', 'person.person_id', 'audit_event.actor_id')
    .select('happened_at')
    .select(
      sql<string | null>`case when person.protection = 'none' then person.given_name || ' ' || person.family_name
        else person.alias end`.as('viewer'),
    )
    .where('subject_kind', '=', 'person')
    .where('subject_id', '=', personId)
    .where('action', '=', 'profile.viewed')
    .orderBy('happened_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ viewer: row.viewer ?? '–', viewedAt: row.happened_at }))
}

/**
 * Whether the viewer has already opened the profile on the Stockholm day of `at`. Waits for another transaction that
 * asks the same, so that the answer holds until this one ends.
 */
export async function hasViewedToday(db: Db, viewerId: PersonId, personId: PersonId, at: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`profile.viewed ${viewerId} ${personId}`}, 0))`.execute(db)
  const row = await db
    .selectFrom('audit_event')
    .select('audit_event_id')
    .where('subject_kind', '=', 'person')
    .where('subject_id', '=', personId)
    .where('actor_id', '=', viewerId)
    .where('action', '=', 'profile.viewed')
    .where(
      sql<boolean>`(happened_at at time zone 'Europe/Stockholm')::date = (${at}::timestamptz at time zone 'Europe/Stockholm')::date`,
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
