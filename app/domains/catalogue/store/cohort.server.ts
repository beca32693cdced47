import { sql } from 'kysely'
import { shownNameSql } from '~/domains/identity/index.server'
import type { CohortId, CourseId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { Cohort, CohortPlan } from '../cohort/model'

function cohorts(db: Db) {
  return db
    .selectFrom('cohort')
    .leftJoin('person', 'person.person_id', 'cohort.leader_id')
    .select([
      'cohort_id',
      'course_id',
      'name',
      'starts_on as startsOn',
      'deadline_on as deadlineOn',
      'seats',
      'leader_id',
      sql<boolean>`closed_at is not null`.as('isClosed'),
      shownNameSql().as('leaderName'),
    ])
}

function cohortOf(row: Awaited<ReturnType<ReturnType<typeof cohorts>['executeTakeFirstOrThrow']>>): Cohort {
  const { cohort_id, course_id, leader_id, leaderName, ...rest } = row
  return {
    ...rest,
    cohortId: cohort_id as CohortId,
    courseId: course_id as CourseId,
    leader: leader_id === null ? null : { personId: leader_id as PersonId, name: leaderName },
  }
}

/** The cohorts of a course, the latest to start first. */
export async function listCohorts(db: Db, courseId: CourseId): Promise<Cohort[]> {
  const rows = await cohorts(db)
    .where('course_id', '=', courseId)
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .orderBy('name')
    .execute()
  return rows.map(cohortOf)
}

export async function findCohort(db: Db, cohortId: string): Promise<Cohort | undefined> {
  const row = await cohorts(db).where('cohort_id', '=', cohortId).executeTakeFirst()
  return row && cohortOf(row)
}

/** As findCohort, and holds the cohort until the transaction ends: whoever takes a seat in it waits in line. */
export async function lockCohort(tx: Tx, cohortId: string): Promise<Cohort | undefined> {
  const held = await tx
    .selectFrom('cohort')
    .where('cohort_id', '=', cohortId)
    .select('cohort_id')
    .forUpdate()
    .executeTakeFirst()
  return held && findCohort(tx, cohortId)
}

/** A course leader or editor by e-mail address, who may lead a cohort; nobody whose personal data are protected. */
export async function findCohortLeader(db: Db, email: string, today: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('person')
    .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    .where('protection', '=', 'none')
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .where(
      sql<boolean>`exists (select from role_grant g where g.person_id = person.person_id
        and g.role in ('kursansvarig', 'redaktor') and (g.expires_at is null or g.expires_at > ${today}::date))`,
    )
    .select('person_id')
    .executeTakeFirst()
  return row?.person_id as PersonId | undefined
}

/** The cohorts that somebody leads, by course. */
export async function listLedCohorts(
  db: Db,
  personId: PersonId,
): Promise<{ cohortId: CohortId; name: string; courseSlug: string; courseTitle: string }[]> {
  const rows = await db
    .selectFrom('cohort')
    .innerJoin('course', 'course.course_id', 'cohort.course_id')
    .where('leader_id', '=', personId)
    .select(['cohort_id', 'name', 'course.slug as courseSlug', 'course.title as courseTitle'])
    .orderBy('course.title')
    .orderBy('name')
    .limit(100)
    .execute()
  return rows.map(({ cohort_id, ...row }) => ({ ...row, cohortId: cohort_id as CohortId }))
}

/** The address of whoever leads a cohort, for its form; nobody whose personal data are protected. */
export async function findLeaderEmail(db: Db, cohortId: CohortId): Promise<string> {
  const row = await db
    .selectFrom('cohort')
    .innerJoin('person', 'person.person_id', 'cohort.leader_id')
    .where('cohort_id', '=', cohortId)
    .where('protection', '=', 'none')
    .select('email')
    .executeTakeFirst()
  return row?.email ?? ''
}

const columnsOf = (plan: CohortPlan) => ({
  name: plan.name,
  starts_on: plan.startsOn,
  deadline_on: plan.deadlineOn,
  seats: plan.seats,
  leader_id: plan.leaderId,
})

/** A new cohort; undefined when the course has one with the name. */
export async function insertCohort(
  tx: Tx,
  courseId: CourseId,
  plan: CohortPlan,
  at: Date,
): Promise<CohortId | undefined> {
  const row = await tx
    .insertInto('cohort')
    .values({ ...columnsOf(plan), course_id: courseId, created_at: at })
    .onConflict((conflict) => conflict.columns(['course_id', 'name']).doNothing())
    .returning('cohort_id')
    .executeTakeFirst()
  return row?.cohort_id as CohortId | undefined
}

/** False when another cohort of the course has the name. */
export async function updateCohort(tx: Tx, cohort: Cohort, plan: CohortPlan): Promise<boolean> {
  const taken = await tx
    .selectFrom('cohort')
    .where('course_id', '=', cohort.courseId)
    .where('name', '=', plan.name)
    .where('cohort_id', '<>', cohort.cohortId)
    .select('cohort_id')
    .executeTakeFirst()
  if (taken !== undefined) return false
  await tx.updateTable('cohort').set(columnsOf(plan)).where('cohort_id', '=', cohort.cohortId).execute()
  return true
}

/** A closed cohort takes nobody more; those in it go on. */
export async function setCohortClosed(tx: Tx, cohortId: CohortId, closedAt: Date | null): Promise<void> {
  await tx.updateTable('cohort').set({ closed_at: closedAt }).where('cohort_id', '=', cohortId).execute()
}

/** The cohorts that one person leads are led by another. */
export async function moveCohorts(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  await tx.updateTable('cohort').set({ leader_id: ids.to }).where('leader_id', '=', ids.from).execute()
}

export async function eraseCohortLeaders(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('cohort')
    .set({ leader_id: null })
    .where('leader_id', 'in', [...personIds])
    .execute()
}
