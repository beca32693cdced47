import type { ListedMonth, MonthCounts, MonthFilterState } from '../store/months-list.server'
import type { MonthObstacle } from '../store/months-obstacles.server'
import type { MonthOverview } from '../store/months-overview.server'
import { dueDay } from '../project/rules'
import type { ProjectMonthState } from './model'
import type { ShownFinding, ShownLine, ShownMonthEvent } from './sign-page'
import { writeKey } from './work-page'

export const monthFilterChoices = [
  'vantar-pa-signatur',
  'vantar-pa-attest',
  'klar',
  'last',
  'sen',
] as const satisfies readonly MonthFilterState[]

export interface ClosingFilter {
  state: MonthFilterState | null
  partner: string | null
  search: string
  page: number
}

/** Reads the selection of the month page from its address; what is not known is left out. */
export function readClosingFilter(query: URLSearchParams): ClosingFilter {
  const page = Number(query.get('sida') ?? '1')
  return {
    state: monthFilterChoices.find((choice) => choice === query.get('lage')) ?? null,
    partner: query.get('partner') || null,
    search: (query.get('sok') ?? '').trim().slice(0, 100),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The selection as the query of the address; a change starts on the first page unless it names one. */
export function writeClosingFilter(filter: ClosingFilter, change: Partial<ClosingFilter> = {}): string {
  const { state, partner, search, page } = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (state !== null) query.set('lage', state)
  if (partner !== null) query.set('partner', partner)
  if (search !== '') query.set('sok', search)
  if (page > 1) query.set('sida', String(page))
  return query.size === 0 ? '' : `?${query.toString()}`
}

export interface MonthsPage {
  project: { diarienr: string; name: string }
  months: (MonthOverview & { dueOn: string; isLate: boolean; left: number })[]
}

/** The months of a project as the office reads them: what is left to do in each, and by when. */
export function monthsPageOf(
  project: { diarienr: string; name: string; reportDueDays: number },
  months: readonly MonthOverview[],
  today: string,
): MonthsPage {
  return {
    project: { diarienr: project.diarienr, name: project.name },
    months: months.map((month) => {
      const dueOn = dueDay(month.month, project.reportDueDays)
      const { oppen, rattad, signerad } = month.states
      return { ...month, dueOn, isLate: month.state !== 'last' && dueOn < today, left: oppen + rattad + signerad }
    }),
  }
}

export interface ShownStanding {
  key: string
  participationId: string
  name: string
  isProtected: boolean
  partner: string | null
  state: ListedMonth['state']
  minutes: number
  reportableMinutes: number
  lateMinutes: number
  signedAt: Date | null
  attestedAt: Date | null
  attestedBy: string | null
  attestedMethod: ListedMonth['attestedMethod']
  returnReason: string | null
}

export function shownStanding(row: ListedMonth): ShownStanding {
  const { participationId, name, isProtected, partner, state, minutes, reportableMinutes, lateMinutes } = row
  const { signedAt, attestedAt, attestedBy, attestedMethod, returnReason } = row
  return {
    ...{ key: writeKey(row), participationId, name, isProtected, partner, state, minutes, reportableMinutes },
    ...{ lateMinutes, signedAt, attestedAt, attestedBy, attestedMethod, returnReason },
  }
}

export interface ClosingPage {
  project: { diarienr: string; name: string; dailyCapMinutes: number }
  month: string
  dueOn: string
  isOver: boolean
  standing: {
    state: ProjectMonthState
    generation: number
    mustResend: boolean
    lockingTotal: number | null
    lockedCount: number
  }
  counts: MonthCounts
  obstacles: MonthObstacle[]
  /** Later months that have been locked: opening this one means that they are sent again. */
  later: string[]
  rows: ShownStanding[]
  pages: number
  filter: ClosingFilter
  partners: { slug: string; name: string }[]
  mayLock: boolean
}

/** One participant's month, as the office reads it. Of a protected person only the sums are here. */
export type VeiledLine = Pick<ShownLine, 'timeEntryId' | 'minutes' | 'timeType'>

export function veiledLine({ timeEntryId, minutes, timeType }: VeiledLine): VeiledLine {
  return { timeEntryId, minutes, timeType }
}

export interface StandingPage {
  project: { diarienr: string; name: string }
  month: string
  standing: ShownStanding
  lines: ShownLine[]
  /** A protected person’s lines: what may be read of them without day, title or place. */
  veiled: VeiledLine[]
  findings: ShownFinding[]
  events: ShownMonthEvent[]
  /** Whether the reader may take out the person's number, with a reason. */
  mayReveal: boolean
}

/** What the page answers to a form that was refused; what was written stays. */
export interface MonthAnswer {
  errors: Record<string, string>
  reason: string
  chosen: string[]
}
