import { isUuid } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { ProjectDetail } from '../project/model'
import { dueDay } from '../project/rules'
import { listMonthEvents, listMonthLines } from '../store/months-lines.server'
import { countPersonMonths, listPersonMonths, noCounts } from '../store/months-list.server'
import { listLaterLocked } from '../store/months-lock.server'
import { listMonthObstacles } from '../store/months-obstacles.server'
import { findProjectMonth } from '../store/months-sign.server'
import { listPartners } from '../store/project-detail.server'
import { type ClosingFilter, type ClosingPage, shownStanding, type StandingPage, veiledLine } from './closing-page'
import { monthIsOver } from './rules/calendar'
import { findingsWithTitles, shownEvent, shownLine } from './sign-page'

const PAGE = 100
const MOST_OBSTACLES = 20

/**
 * A project's month with what keeps it from being whole, and the page of its person-months that the filter finds. While
 * the month is being locked neither is read: that page is asked for again and again.
 */
export async function closingPageFor(
  db: Db,
  project: ProjectDetail,
  month: string,
  request: { filter: ClosingFilter; today: string; mayLock: boolean },
): Promise<ClosingPage> {
  const { projectId, diarienr, name, dailyCapMinutes } = project
  const { filter, today, mayLock } = request
  const standing = await findProjectMonth(db, projectId, month)
  const isGoing = standing.state === 'laser'
  const [counts, rows, partners, obstacles, later] = await Promise.all([
    isGoing ? noCounts : countPersonMonths(db, projectId, month, filter),
    isGoing ? [] : listPersonMonths(db, projectId, month, filter, { size: PAGE, number: filter.page }),
    isGoing ? [] : listPartners(db, projectId),
    standing.state === 'oppen' ? listMonthObstacles(db, projectId, month, MOST_OBSTACLES) : [],
    standing.state === 'last' ? listLaterLocked(db, projectId, month) : [],
  ])
  const { state, generation, mustResend, lockingTotal, lockedCount } = standing
  return {
    project: { diarienr, name, dailyCapMinutes },
    month,
    dueOn: dueDay(month, project.reportDueDays),
    isOver: monthIsOver(month, today, project.endsOn),
    standing: { state, generation, mustResend, lockingTotal, lockedCount },
    counts,
    obstacles,
    later,
    rows: rows.map(shownStanding),
    pages: Math.max(1, Math.ceil(counts.found / PAGE)),
    filter,
    partners: partners.map((partner) => ({ slug: partner.slug, name: partner.name })),
    mayLock,
  }
}

/** One participant's month by record; undefined when the record holds no time in it. */
export async function standingPageFor(
  db: Db,
  project: ProjectDetail,
  month: string,
  participationId: string,
): Promise<StandingPage | undefined> {
  if (!isUuid(participationId)) return undefined
  const { projectId, diarienr, name } = project
  const [row] = await listPersonMonths(db, projectId, month, { state: null, search: '', participationId })
  if (row === undefined) return undefined
  const page = { project: { diarienr, name }, month, standing: shownStanding(row) }
  const events = (await listMonthEvents(db, projectId, row.personId, month)).map(shownEvent).toReversed()
  const lines = await listMonthLines(db, projectId, row.personId, month)
  if (row.isProtected) return { ...page, lines: [], veiled: lines.map(veiledLine), findings: [], events }
  return { ...page, lines: lines.map(shownLine), veiled: [], findings: findingsWithTitles(lines, project), events }
}
