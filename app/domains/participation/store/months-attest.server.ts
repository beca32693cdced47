import { type RawBuilder, sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import type { MonthMethod } from '../months/model'
import { listOf } from './months-sums.server'
import { asSigned, moveMonths, openState } from './months-write.server'

export interface MonthsWish {
  projectId: ProjectId
  month: string
  personIds: readonly PersonId[]
  method: MonthMethod
  actorId: PersonId
  reason: string | null
  at: Date
}

const standing = (wish: MonthsWish, condition: RawBuilder<unknown>, state: RawBuilder<unknown>) =>
  sql`select person_month.person_id, ${state} as state from person_month
    where project_id = ${wish.projectId} and month = ${wish.month}
      and person_id in (${listOf(wish.personIds)}) and ${condition}`

/** Attests the signed among them whose lines are as signed; the caller holds their ledgers. */
export function attestSigned(tx: Tx, wish: MonthsWish): Promise<{ personId: PersonId; monthEventId: string }[]> {
  const unchanged = asSigned(wish.projectId, wish.month, listOf(wish.personIds))
  return moveMonths(
    tx,
    { ...wish, kind: 'attesterad' },
    standing(wish, sql`state = 'signerad' and person_id in (${unchanged})`, sql`'attesterad'`),
  )
}

/** Signs the person's own month; the caller holds the ledger and has tried the state. */
export function signStanding(
  tx: Tx,
  wish: Omit<MonthsWish, 'method' | 'reason' | 'personIds'>,
): Promise<{ personId: PersonId; monthEventId: string }[]> {
  const whole: MonthsWish = { ...wish, personIds: [wish.actorId], method: 'egen', reason: null }
  return moveMonths(
    tx,
    { ...whole, kind: 'signerad' },
    standing(whole, sql`state in ('oppen', 'rattad')`, sql`'signerad'`),
  )
}

/** Gives signed and attested months back to be signed again; the caller holds their ledgers. */
export function returnSigned(tx: Tx, wish: MonthsWish): Promise<{ personId: PersonId; monthEventId: string }[]> {
  return moveMonths(
    tx,
    { ...wish, kind: 'aterlamnad' },
    standing(wish, sql`state in ('signerad', 'attesterad')`, openState(wish.projectId, wish.month)),
  )
}
