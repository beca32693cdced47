import type { PersonId } from '~/shared/ids'
import { localDay } from '~/shared/dates'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import type { ProjectWindow } from '../model'
import { markMonthsChanged } from '../months/commands.server'
import { type IdentityNumberFault, parseIdentityNumber } from '../rules/identity-number'
import { findHolder } from '../store/identity-number.server'
import { listProjectWindows } from '../store/ledger.server'
import { insertMovedLines, listLockedOf, listStandingLines } from '../store/merge-lines.server'
import { listMergeSides } from '../store/merge-candidates.server'
import { mergeRecords, moveNumbers } from '../store/merge-records.server'
import { setEntryIfUnset } from '../store/record.server'
import type { Vault } from '../vault.server'
import type { MergePair, MergePlan } from './model'
import { numberInForce, planLines, touchedMonths } from './rules'

/** What becomes of the time of the one who goes, and which locked months stand in the way. Reads only. */
export async function planMerge(db: Db, { from, to }: MergePair): Promise<MergePlan> {
  const [lines, own, theirs] = await Promise.all([
    listStandingLines(db, [from, to]),
    listProjectWindows(db, to),
    listProjectWindows(db, from),
  ])
  const windows = new Map<string, ProjectWindow>([...own, ...theirs].map((window) => [window.projectId, window]))
  const planned = planLines(
    lines.filter((line) => line.personId === from),
    lines.filter((line) => line.personId === to),
    [...windows.values()],
  )
  return { lines: planned, locked: await listLockedOf(db, touchedMonths(planned)) }
}

/**
 * Moves a person's participant records, identity numbers and time to another by `plan`. The ledger grows by contra
 * entries alone; signed months whose lines change are to be signed again. The caller holds both ledgers.
 */
export async function moveParticipation(
  tx: Tx,
  vault: Vault,
  pair: MergePair,
  plan: MergePlan,
  by: { reason: string; actorId: PersonId; at: Date },
): Promise<{ records: number; numbers: number }> {
  const { from, to } = pair
  const sides = await listMergeSides(tx, [from, to])
  const numberOf = (personId: PersonId) => sides.find((side) => side.personId === personId)?.number ?? null
  const records = await mergeRecords(tx, pair)
  const numbers = await moveNumbers(tx, vault, pair, numberInForce(numberOf(to), numberOf(from)))
  await insertMovedLines(tx, pair, plan.lines, by)
  for (const { projectId, month } of touchedMonths(plan.lines)) {
    await markMonthsChanged(tx, from, projectId, [month], by.at)
    await markMonthsChanged(tx, to, projectId, [month], by.at)
    const days = plan.lines.flatMap((line) =>
      line.projectId === projectId && line.workedOn.startsWith(month) && !line.isDouble ? [line.workedOn] : [],
    )
    const [first] = days.toSorted()
    if (first !== undefined) await setEntryIfUnset(tx, to, projectId, first)
  }
  return { records, numbers }
}

/** Who else has this number, for the office that looks for a duplicate. Nobody with protected data is found. */
export async function findByNumber(
  db: Db,
  vault: Vault,
  request: { personId: PersonId; written: string; at: Date },
): Promise<Outcome<PersonId, IdentityNumberFault | 'same-number' | 'nobody'>> {
  const parsed = parseIdentityNumber(request.written, localDay(request.at))
  if (!parsed.ok) return parsed
  const holder = await findHolder(db, vault.lookup(parsed.value.digits))
  if (holder === request.personId) return refused('same-number')
  if (holder === undefined) return refused('nobody')
  const [side] = await listMergeSides(db, [holder])
  return side === undefined || side.isProtected || side.isErased ? refused('nobody') : done(holder)
}
