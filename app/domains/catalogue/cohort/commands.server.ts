import type { Actor } from '~/domains/identity'
import type { CohortId, CourseId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { auditCourse } from '../authoring/commands.server'
import { canEditCourse } from '../authoring/policy'
import { insertCohort, lockCohort, setCohortClosed, updateCohort } from '../store/cohort.server'
import { findDraftScope } from '../store/draft.server'
import type { Cohort, CohortPlan } from './model'

export type CohortRefusal = 'not-found' | 'taken' | 'seats-taken'

/** Those who make a course give it a cohort. */
export function addCohort(
  db: Db,
  actor: Actor,
  { courseId, plan, now }: { courseId: CourseId; plan: CohortPlan; now: Date },
): Promise<Outcome<CohortId, CohortRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<CohortId, CohortRefusal>> => {
    if (!canEditCourse(actor, await findDraftScope(tx, courseId))) return refused('not-found')
    const cohortId = await insertCohort(tx, courseId, plan, now)
    if (cohortId === undefined) return refused('taken')
    await auditCourse(tx, actor, 'cohort-added', courseId, { detail: { cohortId, ...plan }, at: now })
    return done(cohortId)
  })
}

async function changeCohort(
  db: Db,
  actor: Actor,
  { cohortId, what, now }: { cohortId: string; what: string; now: Date },
  change: (tx: Tx, cohort: Cohort) => Promise<CohortRefusal | undefined>,
): Promise<Outcome<null, CohortRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, CohortRefusal>> => {
    const cohort = await lockCohort(tx, cohortId)
    if (cohort === undefined) return refused('not-found')
    if (!canEditCourse(actor, await findDraftScope(tx, cohort.courseId))) return refused('not-found')
    const refusal = await change(tx, cohort)
    if (refusal !== undefined) return refused(refusal)
    await auditCourse(tx, actor, what, cohort.courseId, { detail: { cohortId }, at: now })
    return done(null)
  })
}

/** Changes a cohort; it never gets fewer seats than are taken, which `taken` counts under its lock. */
export function saveCohort(
  db: Db,
  actor: Actor,
  wish: { cohortId: string; plan: CohortPlan; now: Date },
  taken: (tx: Tx, cohortId: CohortId) => Promise<number>,
): Promise<Outcome<null, CohortRefusal>> {
  const { plan } = wish
  return changeCohort(db, actor, { ...wish, what: 'cohort-changed' }, async (tx, cohort) => {
    if (plan.seats !== null && plan.seats < (await taken(tx, cohort.cohortId))) return 'seats-taken'
    return (await updateCohort(tx, cohort, plan)) ? undefined : 'taken'
  })
}

/** Closes a cohort to those who would begin in it, or opens it again. */
export function closeCohort(
  db: Db,
  actor: Actor,
  { cohortId, isClosed, now }: { cohortId: string; isClosed: boolean; now: Date },
): Promise<Outcome<null, CohortRefusal>> {
  const what = isClosed ? 'cohort-closed' : 'cohort-opened'
  return changeCohort(db, actor, { cohortId, what, now }, async (tx, cohort) => {
    await setCohortClosed(tx, cohort.cohortId, isClosed ? now : null)
    return undefined
  })
}
