import { activityKinds, audiences, themes } from '~/domains/catalogue'
import { localDay } from '~/shared/dates'
import { isUuid } from '~/shared/ids'
import type { CalendarFilter } from './model'

/** Reads the choice from an address; what is not understood counts as not chosen. `today` gives the month. */
export function readCalendarFilter(query: URLSearchParams, today: string): CalendarFilter {
  const chosen = (name: string) => query.get(name)?.trim().slice(0, 100) || undefined
  const month = query.get('manad') ?? ''
  const mode = query.get('form')
  const leader = query.get('ledare') ?? ''
  return {
    month: /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7),
    view: query.get('vy') === 'lista' ? 'lista' : 'manad',
    kind: activityKinds.find((kind) => kind === query.get('typ')),
    mode: mode === 'plats' || mode === 'digitalt' ? mode : undefined,
    organiser: chosen('arrangor'),
    municipality: chosen('kommun'),
    project: chosen('projekt'),
    theme: themes.find((theme) => theme === query.get('tema')),
    audience: audiences.find((audience) => audience === query.get('malgrupp')),
    leader: isUuid(leader) ? leader : undefined,
    mine: query.get('mina') === 'ja',
  }
}

/** The address query of a choice, with `change` laid over it. */
export function writeCalendarFilter(filter: CalendarFilter, change: Partial<CalendarFilter> = {}): string {
  const next = { ...filter, ...change }
  const query = new URLSearchParams({ manad: next.month })
  if (next.view === 'lista') query.set('vy', 'lista')
  if (next.kind !== undefined) query.set('typ', next.kind)
  if (next.mode !== undefined) query.set('form', next.mode)
  if (next.organiser !== undefined) query.set('arrangor', next.organiser)
  if (next.municipality !== undefined) query.set('kommun', next.municipality)
  if (next.project !== undefined) query.set('projekt', next.project)
  if (next.theme !== undefined) query.set('tema', next.theme)
  if (next.audience !== undefined) query.set('malgrupp', next.audience)
  if (next.leader !== undefined) query.set('ledare', next.leader)
  if (next.mine) query.set('mina', 'ja')
  return `?${query.toString()}`
}

/** How many of the choices besides month and view are made. */
export function countChosen(filter: CalendarFilter): number {
  const { kind, mode, organiser, municipality, project, theme, audience, leader } = filter
  const made = [kind, mode, organiser, municipality, project, theme, audience, leader]
  return made.filter((one) => one !== undefined).length + (filter.mine ? 1 : 0)
}

const DAY = 86_400_000
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10)
/** Monday is 0. */
const weekday = (instant: number) => (new Date(instant).getUTCDay() + 6) % 7

/** The week number by ISO 8601, as in Swedish calendars. */
export function weekNumber(day: string): number {
  const thursday = utc(day) + (3 - weekday(utc(day))) * DAY
  const firstThursday = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 4)
  return 1 + Math.floor((thursday - (firstThursday - weekday(firstThursday) * DAY)) / (7 * DAY))
}

/** The weeks that a month touches, each with its seven days from Monday. */
export function weeksOf(month: string): { week: number; days: string[] }[] {
  const first = utc(`${month}-01`)
  const weeks: { week: number; days: string[] }[] = []
  for (let monday = first - weekday(first) * DAY; isoDay(monday).slice(0, 7) <= month; monday += 7 * DAY) {
    const days = Array.from({ length: 7 }, (_, index) => isoDay(monday + index * DAY))
    weeks.push({ week: weekNumber(isoDay(monday)), days })
  }
  return weeks
}

/** The month a number of months away: `2025-01`, -1 is `2024-12`. */
export function monthAway(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return isoDay(Date.UTC(year, number - 1 + months, 1)).slice(0, 7)
}

/** Meetings under each of the Stockholm days they touch, in the order given. */
export function byDay<T extends { startsAt: Date; endsAt: Date }>(meetings: readonly T[]): Map<string, T[]> {
  const days = new Map<string, T[]>()
  for (const meeting of meetings) {
    const last = localDay(new Date(meeting.endsAt.getTime() - 1))
    for (let day = localDay(meeting.startsAt); day <= last; day = isoDay(utc(day) + DAY)) {
      days.set(day, [...(days.get(day) ?? []), meeting])
    }
  }
  return days
}

/** Whether a meeting has a Stockholm day in the month. */
export function touches(meeting: { startsAt: Date; endsAt: Date }, month: string): boolean {
  return [...byDay([meeting]).keys()].some((day) => day.startsWith(month))
}
