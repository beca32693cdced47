import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { participantScope } from '../policy'
import type { ProjectDetail } from '../project/model'
import { isDay } from '../rules/dates'
import type { TimeType } from '../rules/months'
import { findEntry, insertCorrection, insertStatement } from '../store/months-entries.server'
import { findPersonMonth, findProjectMonth, sumDay } from '../store/months-sign.server'
import { holdLedgers } from '../store/months-sums.server'
import { setEntryIfUnset } from '../store/record.server'
import { listProjectWindows } from '../store/ledger.server'
import { markMonthsChanged } from './commands.server'
import type { Statement } from './model'
import { canCorrectTime } from './policy'
import { monthOf } from './rules/calendar'
import { faultOfStatement, type StatementFault } from './rules/statement'

export type CorrectRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'own'
  | 'reason'
  | 'already-corrected'
  | 'contra'
  | 'minutes'
  | 'day'
  | 'future'
  | 'outside-project'
  | 'same'

export interface CorrectRequest {
  timeEntryId: string
  /** Zero takes the line away. */
  minutes: number
  /** ISO day; undefined: the day as it is. */
  workedOn: string | undefined
  timeType: TimeType
  reason: string
  at: Date
}

/**
 * Corrects a line of the ledger: a contra entry and, unless the time becomes zero, a new one, both with the reason
 * (at least ten characters). The line itself stays. Never the corrector's own time, never a line twice, and never to a
 * day outside the project. Answers whose time it was and the line that was written last; the caller tells the person.
 */
export async function correctEntry(
  tx: Tx,
  actor: Actor,
  request: CorrectRequest,
): Promise<
  Outcome<{ personId: PersonId; timeEntryId: string; title: string; month: string; diarienr: string }, CorrectRefusal>
> {
  if (!canCorrectTime(actor)) return refused('not-allowed')
  const scope = participantScope(actor)
  const found = await findEntry(tx, scope, request.timeEntryId)
  if (found === undefined) return refused('not-found')
  if (found.personId === actor.personId) return refused('own')
  await holdLedgers(tx, [found.personId])
  const entry = await findEntry(tx, scope, request.timeEntryId)
  if (entry === undefined) return refused('not-found')
  if (entry.minutes < 0) return refused('contra')
  if (entry.isCorrected) return refused('already-corrected')
  const reason = request.reason.trim()
  if (reason.length < 10) return refused('reason')
  const { minutes, timeType, at } = request
  const workedOn = request.workedOn ?? entry.workedOn
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1_440) return refused('minutes')
  if (!isDay(workedOn)) return refused('day')
  if (minutes > 0 && (workedOn < entry.projectStartsOn || workedOn > entry.projectEndsOn))
    return refused('outside-project')
  if (minutes > 0 && workedOn !== entry.workedOn && workedOn > localDay(at)) return refused('future')
  if (minutes === entry.minutes && workedOn === entry.workedOn && timeType === entry.timeType) return refused('same')
  const becomes = minutes === 0 ? null : { minutes, workedOn, timeType }
  const written = await insertCorrection(tx, { entry, becomes, reason, by: actor.personId, at })
  if (written === undefined) return refused('already-corrected')
  const months = [entry.workedOn, ...(becomes === null ? [] : [becomes.workedOn])].map(monthOf)
  await markMonthsChanged(tx, entry.personId, entry.projectId, months, at)
  await recordAudit(tx, {
    actorId: actor.personId,
    action: 'time-entry.corrected',
    subjectKind: 'time-entry',
    subjectId: entry.timeEntryId,
    reason,
    detail: {
      before: { minutes: entry.minutes, workedOn: entry.workedOn, timeType: entry.timeType },
      after: becomes,
      written,
    },
    at,
  })
  const { personId, title, diarienr } = entry
  return done({ personId, timeEntryId: written, title, diarienr, month: monthOf(entry.workedOn) })
}

export type StateRefusal = 'no-record' | 'locked' | StatementFault

/**
 * Writes the participant's own statement of preparation, travel or self-study in a project. Shown as the person's own;
 * held by the project's dates and by its daily cap over everything that the ledger has of the day.
 */
export async function stateTime(
  db: Db,
  personId: PersonId,
  project: ProjectDetail,
  request: Statement & { key: string; at: Date },
): Promise<Outcome<undefined, StateRefusal>> {
  const { projectId } = project
  const month = monthOf(request.workedOn)
  return db.transaction().execute(async (tx) => {
    await holdLedgers(tx, [personId])
    const windows = await listProjectWindows(tx, personId)
    if (!windows.some((window) => window.projectId === projectId)) return refused('no-record')
    const standing = await findPersonMonth(tx, projectId, personId, month)
    const locked = standing?.state === 'last' || standing?.state === 'exporterad'
    if (locked || (await findProjectMonth(tx, projectId, month)).state !== 'oppen') return refused('locked')
    const today = localDay(request.at)
    const dayMinutes = await sumDay(tx, personId, request.workedOn)
    const fault = faultOfStatement(request, { ...project, today, dayMinutes })
    if (fault !== undefined) return refused(fault)
    await insertStatement(tx, { ...request, personId, projectId })
    await setEntryIfUnset(tx, personId, projectId, request.workedOn)
    await markMonthsChanged(tx, personId, projectId, [month], request.at)
    return done(undefined)
  })
}
