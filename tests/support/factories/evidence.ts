import { grantEvidence } from '~/domains/competence/index.server'
import type { CourseId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeCourse } from './catalogue'
import { makeCourseCompletion } from './completion'
import { westumFramework } from './competence'

/** Somebody finishes a course that gives these competences; makes the course when none is named. */
export async function makeEvidence(
  db: Db,
  wish: {
    personId: PersonId
    competences: readonly { code: string; level: number; weight: number }[]
    courseId?: CourseId
    round?: number
    finishedAt?: Date
  },
): Promise<void> {
  await westumFramework(db)
  const finishedAt = wish.finishedAt ?? new Date('2024-05-02T12:00:00Z')
  const courseId = wish.courseId ?? (await makeCourse(db, { lessons: [], competences: wish.competences })).courseId
  const { completionId } = await makeCourseCompletion(db, {
    personId: wish.personId,
    courseId,
    finishedAt,
    ...(wish.round === undefined ? {} : { round: wish.round }),
  })
  const { personId, competences } = wish
  await db.transaction().execute((tx) => grantEvidence(tx, { personId, completionId, finishedAt, competences }))
}

/** Somebody's choice to share their profile with their managers. */
export async function makeSharing(db: Db, personId: PersonId, shared = true): Promise<void> {
  await db
    .insertInto('profile_sharing')
    .values({ person_id: personId, shared_with_manager: shared, changed_at: new Date('2024-01-08T08:00:00Z') })
    .execute()
}
