import type { Actor } from '~/domains/identity'
import { recordAudits } from '~/domains/identity/index.server'
import { localDay } from '~/shared/dates'
import { isUuid } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { canKeepRecords, participantScope } from '../policy'
import {
  type DatesProject,
  listDatesProjects,
  listRecordActivity,
  lockRecords,
  updateProposedDates,
} from '../store/dates-proposed.server'
import { type DatesProposal, keyOfProposal, proposalOf } from './rules'

export interface DatesProposals {
  projects: DatesProject[]
  project: DatesProject
  proposals: DatesProposal[]
}

/** The days proposed for the records that an actor keeps in a project, the first reached when none is named. */
export async function listDatesProposals(
  db: Db,
  actor: Actor,
  wish: { diarienr: string; at: Date },
): Promise<DatesProposals | undefined> {
  if (!canKeepRecords(actor)) return undefined
  const scope = participantScope(actor)
  const projects = await listDatesProjects(db, scope)
  const project = projects.find(({ diarienr }) => diarienr === wish.diarienr) ?? projects[0]
  if (project === undefined) return undefined
  const today = localDay(wish.at)
  const activities = await listRecordActivity(db, scope, project.projectId, wish)
  return { projects, project, proposals: activities.flatMap((one) => proposalOf(one, project, today) ?? []) }
}

/**
 * Writes the proposed days of the chosen records. What is no longer proposed as it was shown is left and counted, so a
 * repeated or old form changes nothing. Each record is logged with its days and reasons.
 */
export async function confirmDates(
  db: Db,
  actor: Actor,
  request: { diarienr: string; keys: readonly string[]; at: Date },
): Promise<Outcome<{ confirmed: number; left: number }, 'not-allowed' | 'not-found' | 'none'>> {
  if (!canKeepRecords(actor)) return refused('not-allowed')
  const keys = new Set(request.keys)
  if (keys.size === 0) return refused('none')
  const scope = participantScope(actor)
  return db.transaction().execute(async (tx) => {
    const project = (await listDatesProjects(tx, scope)).find(({ diarienr }) => diarienr === request.diarienr)
    if (project === undefined) return refused('not-found')
    const today = localDay(request.at)
    const participationIds = [...keys].map((key) => key.split('.')[0] ?? '').filter(isUuid)
    await lockRecords(tx, participationIds)
    const activities = await listRecordActivity(tx, scope, project.projectId, { at: request.at, participationIds })
    const chosen = activities
      .flatMap((one) => proposalOf(one, project, today) ?? [])
      .filter((proposal) => keys.has(keyOfProposal(proposal)))
    await updateProposedDates(tx, scope, chosen.map(daysAfter))
    await recordAudits(
      tx,
      chosen.map((proposal) => ({
        actorId: actor.personId,
        action: 'participation.dates-changed',
        subjectKind: 'participation',
        subjectId: proposal.participationId,
        detail: {
          before: { entryOn: proposal.entryOn, exitOn: proposal.exitOn },
          after: { entryOn: daysAfter(proposal).entryOn, exitOn: daysAfter(proposal).exitOn },
          proposed: { entry: proposal.entry?.reason ?? null, exit: proposal.exit?.reason ?? null },
        },
        at: request.at,
      })),
    )
    return done({ confirmed: chosen.length, left: keys.size - chosen.length })
  })
}

const daysAfter = ({ participationId, entry, exit, entryOn, exitOn }: DatesProposal) => ({
  participationId,
  entryOn: entry?.day ?? entryOn,
  exitOn: exit?.day ?? exitOn,
})
