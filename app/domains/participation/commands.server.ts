import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { localDay } from '~/shared/dates'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { AttendedRequest, CreditedTime, CreditRequest, ProjectWindow } from './model'
import { canKeepRecords, participantScope } from './policy'
import { markMonthsChanged } from './months/commands.server'
import { monthOf } from './months/rules/calendar'
import { type DatesFault, faultOfDates } from './rules/dates'
import { placeDay, placeRenewal } from './rules/placement'
import { splitByDay } from './rules/split-days'
import {
  insertAttendedTime,
  insertCompletionTime,
  listProjectWindows,
  listRenewalProjects,
  type NewAttendedTime,
  type NewTimeEntry,
  sumAttendedTime,
  sumCompletionTime,
} from './store/ledger.server'
import { findRecord, reopenAfterExit, setEntryIfUnset, updateDates } from './store/record.server'

/**
 * Writes the minutes of finished items to the ledger, as self-study on the Stockholm day of each, in the person's
 * project that holds the day or outside every project with the reason. Items of zero minutes leave no entry.
 * Time of a renewed course is the project's only where the office has decided so.
 * Repeating a request changes nothing; the answer is what the ledger holds for these items, in minutes.
 */
export async function creditTime(tx: Tx, request: CreditRequest): Promise<CreditedTime> {
  const items = request.items.filter((item) => item.minutes > 0)
  if (items.length === 0) return { projectMinutes: 0, otherMinutes: 0 }
  const windows = await listProjectWindows(tx, request.personId)
  const takesRenewals = request.isRenewal === true ? await listRenewalProjects(tx) : undefined
  const entries: NewTimeEntry[] = items.map((item) => {
    const workedOn = localDay(item.finishedAt)
    return {
      personId: request.personId,
      workedOn,
      minutes: item.minutes,
      sourceId: item.completionId,
      title: item.title,
      recordedAt: request.recordedAt,
      ...(takesRenewals === undefined ? placeDay(workedOn, windows) : placeRenewal(workedOn, windows, takesRenewals)),
    }
  })
  await insertCompletionTime(tx, entries)
  await followRecords(tx, request.personId, windows, entries, request.recordedAt)
  return sumCompletionTime(
    tx,
    request.personId,
    items.map((item) => item.completionId),
  )
}

/**
 * Writes the time of attended meetings to the ledger, cut at midnight in Stockholm. It belongs to the activity's
 * project when the person has a record there and the day lies inside it; otherwise to no project, with the reason.
 * Repeating a request changes nothing; the answer is what the ledger holds for these items, in minutes.
 */
export async function creditAttendance(tx: Tx, request: AttendedRequest): Promise<CreditedTime> {
  const windows = (await listProjectWindows(tx, request.personId)).filter(
    ({ projectId }) => projectId === request.projectId,
  )
  const entries: NewAttendedTime[] = request.items
    .filter((item) => item.minutes > 0)
    .flatMap((item) =>
      splitByDay(item.startsAt, item.endsAt, item.minutes).map((piece) => ({
        personId: request.personId,
        workedOn: piece.day,
        minutes: piece.minutes,
        timeType: item.timeType,
        sourceId: item.sourceId,
        part: piece.part,
        title: item.title,
        startsAt: piece.startsAt,
        endsAt: piece.endsAt,
        recordedBy: request.recordedBy,
        recordedAt: request.recordedAt,
        ...placeDay(piece.day, windows),
      })),
    )
  await insertAttendedTime(tx, entries)
  await followRecords(tx, request.personId, windows, entries, request.recordedAt)
  return sumAttendedTime(
    tx,
    request.personId,
    request.items.map((item) => item.sourceId),
  )
}

/**
 * The first credited day of a project is the entry day of its record; a later day after an exit opens it again. Signed
 * months that got time are to be signed anew.
 */
async function followRecords(
  tx: Tx,
  personId: PersonId,
  windows: readonly ProjectWindow[],
  entries: readonly { projectId: ProjectId | null; workedOn: string }[],
  at: Date,
): Promise<void> {
  for (const { projectId } of windows) {
    const days = entries
      .filter((entry) => entry.projectId === projectId)
      .map((entry) => entry.workedOn)
      .toSorted()
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) continue
    await setEntryIfUnset(tx, personId, projectId, first)
    await reopenAfterExit(tx, personId, projectId, last)
    await markMonthsChanged(tx, personId, projectId, days.map(monthOf), at)
  }
}

/** Sets the entry and exit days of a record; null clears a day. Logged with the days before and after. */
export async function changeDates(
  db: Db,
  actor: Actor,
  change: { participationId: string; entryOn: string | null; exitOn: string | null; at: Date },
): Promise<Outcome<undefined, 'not-allowed' | 'not-found' | DatesFault>> {
  if (!canKeepRecords(actor)) return refused('not-allowed')
  const scope = participantScope(actor)
  return db.transaction().execute(async (tx) => {
    const record = await findRecord(tx, scope, change.participationId)
    if (record === undefined) return refused('not-found')
    const fault = faultOfDates(change, record)
    if (fault !== undefined) return refused(fault)
    await updateDates(tx, scope, change.participationId, change)
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'participation.dates-changed',
      subjectKind: 'participation',
      subjectId: change.participationId,
      detail: {
        before: { entryOn: record.entryOn, exitOn: record.exitOn },
        after: { entryOn: change.entryOn, exitOn: change.exitOn },
      },
      at: change.at,
    })
    return done(undefined)
  })
}
