const dayMs = 86_400_000

/** Days without work in adult education: public holidays on weekdays, Christmas and July. */
const holidays = new Set([
  '2024-03-29',
  '2024-04-01',
  '2024-05-01',
  '2024-05-09',
  '2024-05-10',
  '2024-06-06',
  '2024-06-21',
])

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

export function isWorkday(day: string): boolean {
  const weekday = new Date(day).getUTCDay()
  const monthDay = day.slice(5)
  return (
    weekday !== 0 &&
    weekday !== 6 &&
    !holidays.has(day) &&
    !(monthDay >= '12-21' || monthDay <= '01-07') &&
    !(monthDay >= '06-29' && monthDay <= '08-05')
  )
}

/** The day itself or the next workday after it. */
export function workdayFrom(day: string): string {
  let found = day
  while (!isWorkday(found)) found = addDays(found, 1)
  return found
}

/** The day itself or the last workday before it. */
export function workdayUntil(day: string): string {
  let found = day
  while (!isWorkday(found)) found = addDays(found, -1)
  return found
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0))
  return last.getTime() - last.getUTCDay() * dayMs
}

/** The instant of a clock time in Stockholm, minutes after midnight; summer time by the rule of the EU. */
export function stockholmInstant(day: string, minutes: number): Date {
  const wall = Date.parse(day) + minutes * 60_000
  const year = Number(day.slice(0, 4))
  const summer = wall >= lastSunday(year, 3) + 2 * 3_600_000 && wall < lastSunday(year, 10) + 3 * 3_600_000
  return new Date(wall - (summer ? 2 : 1) * 3_600_000)
}
