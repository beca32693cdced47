import { type Actor, canKeepProjects } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { findOrganisationId } from '~/domains/organisation/index.server'
import { localDay } from '~/shared/dates'

import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { findProjectByDiarienr, listPartners } from '../store/project-detail.server'
import { holdProject, insertPartner, updatePartner, updateRules } from '../store/project-settings.server'
import type { ProjectRules } from './model'
import {
  changesOf,
  type PartnerFault,
  readPartner,
  readProjectRules,
  type RuleFault,
  type WrittenPartner,
  type WrittenRules,
} from './settings'

type Faults<Field extends string, Fault> = { ok: false; refusal: 'faults'; faults: Partial<Record<Field, Fault>> }

const rulesOf = (project: ProjectRules): ProjectRules => ({
  selfStudyEligible: project.selfStudyEligible,
  renewalEligible: project.renewalEligible,
  rounding: project.rounding,
  minHoursForReporting: project.minHoursForReporting,
  attestation: project.attestation,
  attendedPercent: project.attendedPercent,
  dailyCapMinutes: project.dailyCapMinutes,
  reportDueDays: project.reportDueDays,
  finalPaymentOn: project.finalPaymentOn,
  retentionYears: project.retentionYears,
  legalHold: project.legalHold,
  legalHoldReason: project.legalHoldReason,
})

/** Changes the rules of a project; the log holds each changed rule before and after. Locked months keep their figures. */
export async function changeProjectRules(
  db: Db,
  actor: Actor,
  request: { diarienr: string; written: WrittenRules; at: Date },
): Promise<Outcome<undefined, 'not-allowed' | 'not-found'> | Faults<keyof WrittenRules, RuleFault>> {
  if (!canKeepProjects(actor)) return refused('not-allowed')
  return db.transaction().execute(async (tx) => {
    const found = await findProjectByDiarienr(tx, request.diarienr)
    if (found === undefined) return refused('not-found')
    await holdProject(tx, found.projectId)
    const project = (await findProjectByDiarienr(tx, request.diarienr)) ?? found
    const read = readProjectRules(request.written, project, localDay(request.at))
    if (!read.ok) return { ok: false, refusal: 'faults', faults: read.faults }
    const changes = changesOf(rulesOf(project), read.value)
    if (changes === undefined) return done(undefined)
    await updateRules(tx, project.projectId, read.value, request.at)
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'project.rules-changed',
      subjectKind: 'project',
      subjectId: project.projectId,
      detail: changes,
      at: request.at,
    })
    return done(undefined)
  })
}

/** Adds an organisation to a project, or changes its role, dates and own attestation; logged with before and after. */
export async function keepPartner(
  db: Db,
  actor: Actor,
  request: { diarienr: string; organisation: string; isNew: boolean; written: WrittenPartner; at: Date },
): Promise<
  | Outcome<undefined, 'not-allowed' | 'not-found' | 'no-organisation' | 'already-partner'>
  | Faults<keyof WrittenPartner, PartnerFault>
> {
  if (!canKeepProjects(actor)) return refused('not-allowed')
  return db.transaction().execute(async (tx) => {
    const project = await findProjectByDiarienr(tx, request.diarienr)
    if (project === undefined) return refused('not-found')
    await holdProject(tx, project.projectId)
    const standing = (await listPartners(tx, project.projectId)).find(({ slug }) => slug === request.organisation)
    if (!request.isNew && standing === undefined) return refused('not-found')
    const organisationId = standing?.organisationId ?? (await findOrganisationId(tx, request.organisation))
    if (organisationId === undefined) return refused('no-organisation')
    if (request.isNew && standing !== undefined) return refused('already-partner')
    const read = readPartner(request.written, project, organisationId === project.ownerId)
    if (!read.ok) return { ok: false, refusal: 'faults', faults: read.faults }
    const before = standing && {
      role: standing.role,
      startsOn: standing.startsOn,
      endsOn: standing.endsOn,
      attestation: standing.attestation,
    }
    const changes = before === undefined ? { before: {}, after: read.value } : changesOf(before, read.value)
    if (changes === undefined) return done(undefined)
    if (before === undefined) await insertPartner(tx, project.projectId, organisationId, read.value)
    else await updatePartner(tx, project.projectId, organisationId, read.value)
    await recordAudit(tx, {
      actorId: actor.personId,
      action: before === undefined ? 'project.partner-added' : 'project.partner-changed',
      subjectKind: 'project',
      subjectId: project.projectId,
      detail: { partner: request.organisation, ...changes },
      at: request.at,
    })
    return done(undefined)
  })
}
