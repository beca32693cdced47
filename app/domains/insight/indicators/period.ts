import type { Period } from './model'

interface Span {
  startsOn: string
  endsOn: string
}

const ISO = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

function isDay(text: string): boolean {
  if (!ISO.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

/** The half-years of a project, ending on 31 January and 31 July (CPR art. 42), cut at the days of the project. */
export function halfYears({ startsOn, endsOn }: Span): Period[] {
  const periods: Period[] = []
  let from = startsOn
  while (from <= endsOn) {
    const year = Number(from.slice(0, 4))
    const cut = [`${year}-01-31`, `${year}-07-31`, `${year + 1}-01-31`].find((day) => day >= from) ?? endsOn
    const to = cut < endsOn ? cut : endsOn
    periods.push({ from, to })
    from = dayAfter(to)
  }
  return periods
}

export type PeriodFault = 'from-form' | 'to-form' | 'order' | 'outside'

export interface ChosenPeriod {
  period: Period
  fault: PeriodFault | null
  /** What was written in the two fields. */
  written: { from: string; to: string }
}

/** The period of an address (`fran`, `till`); the whole project when none is chosen or when it cannot be read. */
export function readPeriod(query: URLSearchParams, project: Span): ChosenPeriod {
  const from = query.get('fran')?.trim() ?? ''
  const to = query.get('till')?.trim() ?? ''
  const whole = { from: project.startsOn, to: project.endsOn }
  const written = { from: from.slice(0, 20), to: to.slice(0, 20) }
  if (from === '' && to === '') return { period: whole, fault: null, written: { from: whole.from, to: whole.to } }
  const refuse = (fault: PeriodFault) => ({ period: whole, fault, written })
  if (!isDay(from)) return refuse('from-form')
  if (!isDay(to)) return refuse('to-form')
  if (from > to) return refuse('order')
  if (to < project.startsOn || from > project.endsOn) return refuse('outside')
  return { period: { from, to }, fault: null, written }
}

export function isWithin(day: string, { from, to }: Period): boolean {
  return from <= day && day <= to
}

/** The query of a period in an address; empty for the whole project. */
export function periodQuery(period: Period, project: Span): string {
  if (period.from === project.startsOn && period.to === project.endsOn) return ''
  return new URLSearchParams({ fran: period.from, till: period.to }).toString()
}

export function samePeriod(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to
}
