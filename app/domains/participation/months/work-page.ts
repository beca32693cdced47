import type { PersonId, ProjectId } from '~/shared/ids'
import { isUuid } from '~/shared/ids'
import type { MonthLine } from './model'
import { isMonth } from './rules/calendar'
import { findingsOf, standingLines } from './rules/findings'
import type { ShownFinding } from './sign-page'

export interface MonthKey {
  projectId: ProjectId
  personId: PersonId
  month: string
}

/** A person-month as one value of a form. */
export function writeKey({ projectId, personId, month }: MonthKey): string {
  return `${projectId}.${personId}.${month}`
}

/** Reads the values of a form; values that are no person-month are left out. */
export function readKeys(values: readonly string[]): MonthKey[] {
  return [...new Set(values)].flatMap((value) => {
    const [projectId = '', personId = '', month = ''] = value.split('.')
    if (!isUuid(projectId) || !isUuid(personId) || !isMonth(month)) return []
    return [{ projectId: projectId as ProjectId, personId: personId as PersonId, month }]
  })
}

export interface ShownWork {
  key: string
  month: string
  projectName: string
  name: string
  isProtected: boolean
  minutes: number
  reportableMinutes: number
  signedAt: Date
  findings: ShownFinding[]
  /** Days and titles are part of what is protected, so a protected person's lines are sums alone. */
  lines: { timeEntryId: string; workedOn: string; title: string; minutes: number }[]
}

type CheckedWork = MonthKey &
  Pick<
    MonthLine,
    'timeEntryId' | 'title' | 'workedOn' | 'minutes' | 'timeType' | 'startsAt' | 'endsAt' | 'correctsId' | 'nominal'
  >

/** The work list with the findings of each month. */
export function workPageOf(
  items: readonly (MonthKey & {
    projectName: string
    name: string
    isProtected: boolean
    minutes: number
    reportableMinutes: number
    signedAt: Date
    dailyCapMinutes: number
    projectStartsOn: string
    projectEndsOn: string
  })[],
  lines: readonly CheckedWork[],
): ShownWork[] {
  const byKey = new Map<string, CheckedWork[]>()
  for (const line of lines) byKey.set(writeKey(line), [...(byKey.get(writeKey(line)) ?? []), line])
  return items.map((item) => {
    const key = writeKey(item)
    const own = standingLines(byKey.get(key) ?? [])
    const titles = new Map(own.map((line) => [line.timeEntryId, line.title]))
    const found = findingsOf(own, {
      dailyCapMinutes: item.dailyCapMinutes,
      startsOn: item.projectStartsOn,
      endsOn: item.projectEndsOn,
    }).map((finding) => {
      const ids =
        'timeEntryIds' in finding ? finding.timeEntryIds : 'timeEntryId' in finding ? [finding.timeEntryId] : []
      return { ...finding, titles: ids.map((id) => titles.get(id) ?? '') }
    })
    const { month, projectName, name, isProtected, minutes, reportableMinutes, signedAt } = item
    const shown = { key, month, projectName, name, isProtected, minutes, reportableMinutes, signedAt }
    if (isProtected) return { ...shown, findings: [], lines: [] }
    return {
      ...shown,
      findings: found,
      lines: own.map(({ timeEntryId, workedOn, title, minutes: time }) => ({
        timeEntryId,
        workedOn,
        title,
        minutes: time,
      })),
    }
  })
}
