import type { Tx } from '~db/schema'
import type { CreditedTime, CreditRequest } from './model'
import { dayOfRecord } from './rules/day'
import { placeDay } from './rules/placement'
import { insertCompletionTime, listProjectWindows, type NewTimeEntry, sumCompletionTime } from './store/ledger.server'
import { reopenAfterExit, setEntryIfUnset } from './store/record.server'

/**
 * Writes the minutes of finished items to the ledger, as self-study on the Stockholm day of each, in the person's
 * project that holds the day or outside every project with the reason. Items of zero minutes leave no entry.
 * Repeating a request changes nothing; the answer is what the ledger holds for these items, in minutes.
 */
export async function creditTime(tx: Tx, request: CreditRequest): Promise<CreditedTime> {
  const items = request.items.filter((item) => item.minutes > 0)
  if (items.length === 0) return { projectMinutes: 0, otherMinutes: 0 }
  const windows = await listProjectWindows(tx, request.personId)
  const entries: NewTimeEntry[] = items.map((item) => {
    const workedOn = dayOfRecord(item.finishedAt)
    return {
      personId: request.personId,
      workedOn,
      minutes: item.minutes,
      sourceId: item.completionId,
      title: item.title,
      recordedAt: request.recordedAt,
      ...placeDay(workedOn, windows),
    }
  })
  await insertCompletionTime(tx, entries)
  for (const { projectId } of windows) {
    const days = entries
      .filter((entry) => entry.projectId === projectId)
      .map((entry) => entry.workedOn)
      .toSorted()
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) continue
    await setEntryIfUnset(tx, request.personId, projectId, first)
    await reopenAfterExit(tx, request.personId, projectId, last)
  }
  return sumCompletionTime(
    tx,
    request.personId,
    items.map((item) => item.completionId),
  )
}
