import { z } from 'zod'
import type { PersonId } from '~/shared/ids'
import { orNull, text, wholeNumber } from '../activity/typed'
import type { Cohort, CohortPlan } from './model'

/** A cohort as it is typed; nothing is refused here, so that nothing typed is lost. */
export const cohortShape = {
  name: text(300),
  startsOn: text(20),
  deadlineOn: text(20),
  seats: text(10),
  leader: text(300),
}
export type CohortFields = Record<keyof typeof cohortShape, string>
export type CohortFault = 'name' | 'day' | 'order' | 'seats' | 'leader'

export const emptyCohort: CohortFields = { name: '', startsOn: '', deadlineOn: '', seats: '', leader: '' }

export function cohortFieldsOf(cohort: Cohort, leaderEmail: string): CohortFields {
  return {
    name: cohort.name,
    startsOn: cohort.startsOn ?? '',
    deadlineOn: cohort.deadlineOn ?? '',
    seats: cohort.seats === null ? '' : String(cohort.seats),
    leader: leaderEmail,
  }
}

const isDay = (typed: string) => z.iso.date().safeParse(typed).success

/** Reads a typed cohort; `leaderId` is the account of the typed address, undefined when it has none. */
export function readCohort(
  fields: CohortFields,
  leaderId: PersonId | undefined,
): { ok: true; plan: CohortPlan } | { ok: false; faults: Partial<Record<keyof CohortFields, CohortFault>> } {
  const faults: Partial<Record<keyof CohortFields, CohortFault>> = {}
  const name = fields.name.trim()
  if (name === '' || name.length > 80) faults.name = 'name'
  const day = (field: 'startsOn' | 'deadlineOn') => {
    const typed = orNull(fields[field])
    if (typed !== null && !isDay(typed)) faults[field] = 'day'
    return typed
  }
  const [startsOn, deadlineOn] = [day('startsOn'), day('deadlineOn')]
  if (Object.keys(faults).length === 0 && startsOn !== null && deadlineOn !== null && deadlineOn < startsOn)
    faults.deadlineOn = 'order'
  const seats = fields.seats.trim() === '' ? null : (wholeNumber(fields.seats) ?? 0)
  if (seats !== null && (seats < 1 || seats > 10_000)) faults.seats = 'seats'
  if (fields.leader.trim() !== '' && leaderId === undefined) faults.leader = 'leader'
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return { ok: true, plan: { name, startsOn, deadlineOn, seats, leaderId: leaderId ?? null } }
}
