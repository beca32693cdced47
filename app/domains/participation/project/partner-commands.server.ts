import { type Actor, canKeepProjects } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { localDay } from '~/shared/dates'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { canKeepGoals, participantScope, reachesPartner } from '../policy'
import { findAidForm, upsertAidForm } from '../store/project-aid.server'
import { findProjectByDiarienr, listPartners } from '../store/project-detail.server'
import { closeGoal, findGoal, insertGoal, listGoalCodes, updateGoal } from '../store/project-goals.server'
import { type AidFault, isExternal, readAidForm, type WrittenAidForm } from './aid'
import { type GoalFault, type GoalWish, readGoal, type WrittenGoal } from './goal'
import type { ProjectDetail, ProjectPartner } from './model'
import { changesOf } from './settings'

/** Where a partner's goal or form is kept; the partner must be within the actor's scope. */
export interface PartnerPlace {
  diarienr: string
  organisation: string
  at: Date
}

type Faults<Field extends string, Fault> = { ok: false; refusal: 'faults'; faults: Partial<Record<Field, Fault>> }

async function findPlace(tx: Tx, actor: Actor, place: PartnerPlace) {
  const project = await findProjectByDiarienr(tx, place.diarienr)
  const partners = project === undefined ? [] : await listPartners(tx, project.projectId)
  const partner = partners.find(({ slug }) => slug === place.organisation)
  if (project === undefined || partner === undefined) return undefined
  return reachesPartner(participantScope(actor), partner.organisationId) ? { project, partner } : undefined
}

function log(
  tx: Tx,
  actor: Actor,
  { project, partner }: { project: ProjectDetail; partner: ProjectPartner },
  action: string,
  changes: { before: object; after: object },
  at: Date,
) {
  const detail = { partner: partner.slug, ...changes }
  return recordAudit(tx, {
    ...{ actorId: actor.personId, action, subjectKind: 'project', subjectId: project.projectId, detail, at },
  })
}

/** Adds a local goal of a partner, or changes the one of `localGoalId`; logged with before and after. */
export async function keepGoal(
  db: Db,
  actor: Actor,
  request: PartnerPlace & { localGoalId: string | null; written: WrittenGoal },
): Promise<Outcome<undefined, 'not-allowed' | 'not-found'> | Faults<keyof WrittenGoal, GoalFault>> {
  return db.transaction().execute(async (tx) => {
    const place = await findPlace(tx, actor, request)
    if (place === undefined) return refused('not-found')
    if (!canKeepGoals(actor, place.partner.organisationId)) return refused('not-allowed')
    const read = readGoal(request.written, place.project, await listGoalCodes(tx))
    if (!read.ok) return { ok: false, refusal: 'faults', faults: read.faults }
    const { localGoalId } = request
    if (localGoalId === null) {
      const ids = { projectId: place.project.projectId, organisationId: place.partner.organisationId }
      await insertGoal(tx, ids, read.value, request.at)
      await log(tx, actor, place, 'project.goal-added', { before: {}, after: read.value }, request.at)
      return done(undefined)
    }
    const goal = await findGoal(tx, localGoalId)
    if (goal?.projectId !== place.project.projectId || goal.organisationId !== place.partner.organisationId) {
      return refused('not-found')
    }
    const { projectId: _, organisationId: __, closedAt: ___, ...standing } = goal
    const changes = changesOf<GoalWish>(standing, read.value)
    if (changes === undefined) return done(undefined)
    await updateGoal(tx, localGoalId, read.value)
    await log(tx, actor, place, 'project.goal-changed', changes, request.at)
    return done(undefined)
  })
}

/** Closes a goal, or opens it again; its progress is derived as before. Repeating changes nothing. */
export async function setGoalClosed(
  db: Db,
  actor: Actor,
  request: PartnerPlace & { localGoalId: string; closed: boolean },
): Promise<Outcome<undefined, 'not-allowed' | 'not-found'>> {
  return db.transaction().execute(async (tx) => {
    const place = await findPlace(tx, actor, request)
    if (place === undefined) return refused('not-found')
    if (!canKeepGoals(actor, place.partner.organisationId)) return refused('not-allowed')
    const goal = await findGoal(tx, request.localGoalId)
    if (goal?.projectId !== place.project.projectId || goal.organisationId !== place.partner.organisationId) {
      return refused('not-found')
    }
    if ((goal.closedAt !== null) === request.closed) return done(undefined)
    await closeGoal(tx, request.localGoalId, request.closed ? request.at : null)
    const action = request.closed ? 'project.goal-closed' : 'project.goal-reopened'
    const changes = { before: { wording: goal.wording }, after: { wording: goal.wording } }
    await log(tx, actor, place, action, changes, request.at)
    return done(undefined)
  })
}

/** Keeps the state-aid form of an external employer; its people may book when it is signed. Logged. */
export async function keepAidForm(
  db: Db,
  actor: Actor,
  request: PartnerPlace & { written: WrittenAidForm },
): Promise<Outcome<undefined, 'not-allowed' | 'not-found'> | Faults<keyof WrittenAidForm, AidFault>> {
  if (!canKeepProjects(actor)) return refused('not-allowed')
  return db.transaction().execute(async (tx) => {
    const place = await findPlace(tx, actor, request)
    if (place === undefined || !isExternal(place.partner)) return refused('not-found')
    const read = readAidForm(request.written, localDay(request.at))
    if (!read.ok) return { ok: false, refusal: 'faults', faults: read.faults }
    const { projectId } = place.project
    const { organisationId } = place.partner
    const standing = await findAidForm(tx, projectId, organisationId)
    const changes = standing === undefined ? { before: {}, after: read.value } : changesOf(standing, read.value)
    if (changes === undefined) return done(undefined)
    await upsertAidForm(tx, projectId, organisationId, read.value, request.at)
    await log(tx, actor, place, 'project.aid-form-changed', changes, request.at)
    return done(undefined)
  })
}
