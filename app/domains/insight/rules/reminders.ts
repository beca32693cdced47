import type { NoticeEntry } from '~/domains/notice'
import type { SignableMonth } from '~/domains/participation'

/** Something that waits for the person, or has been done to their hours, as the start page shows it. */
export type Reminder =
  | { kind: 'sign' | 'returned'; diarienr: string; projectName: string; month: string }
  | { kind: 'attest'; diarienr: string; projectName: string; month: string; count: number }
  | { kind: 'corrected'; timeEntryId: string; title: string }

interface Waiting {
  own: readonly SignableMonth[]
  work: readonly { diarienr: string; projectName: string; month: string; count: number }[]
}

/** How long a correction of one's hours is told of. */
const TOLD_FOR = 14 * 86_400_000

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Which of these things the notices may be about, so that nothing is asked of the database in vain. */
export function reminderNeeds(notices: readonly NoticeEntry[]): { own: boolean; work: boolean } {
  return {
    own: notices.some(({ kind }) => kind === 'month-to-sign' || kind === 'month-returned'),
    work: notices.some(({ kind }) => kind === 'months-to-attest'),
  }
}

/** What the notices remind of that still waits, each month once; what is done is not shown. */
export function remindersOf(notices: readonly NoticeEntry[], waiting: Waiting, now: Date): Reminder[] {
  const keyOf = (one: { diarienr: string; month: string }) => `${one.diarienr} ${one.month}`
  const own = new Map(waiting.own.flatMap((one) => (one.waits ? [[keyOf(one), one] as const] : [])))
  const work = new Map(waiting.work.map((one) => [keyOf(one), one]))
  const found = new Map<string, Reminder>()
  for (const { kind, payload, createdAt } of notices) {
    const key = keyOf({ diarienr: text(payload['diarienr']), month: text(payload['month']) })
    const mine = own.get(key)
    const theirs = work.get(key)
    if (kind === 'month-returned' && mine !== undefined) found.set(`own ${key}`, { ...named(mine), kind: 'returned' })
    if (kind === 'month-to-sign' && mine !== undefined && !found.has(`own ${key}`))
      found.set(`own ${key}`, { ...named(mine), kind: 'sign' })
    if (kind === 'months-to-attest' && theirs !== undefined)
      found.set(`work ${key}`, { ...named(theirs), kind: 'attest', count: theirs.count })
    if (kind === 'time-corrected' && now.getTime() - createdAt.getTime() < TOLD_FOR) {
      const timeEntryId = text(payload['timeEntryId'])
      if (timeEntryId !== '') found.set(timeEntryId, { kind: 'corrected', timeEntryId, title: text(payload['title']) })
    }
  }
  return [...found.values()]
}

function named({ diarienr, projectName, month }: { diarienr: string; projectName: string; month: string }) {
  return { diarienr, projectName, month }
}
