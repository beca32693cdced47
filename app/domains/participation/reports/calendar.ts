/** `2025-01` after `2024-12`. */
export function followingMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** A month of the calendar written `2025-03`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

/** The months from one to another, both included; at most `most`. */
export function monthsBetween(from: string, to: string, most = 600): string[] {
  const months: string[] = []
  for (let month = from; month <= to && months.length < most; month = followingMonth(month)) months.push(month)
  return months
}

/** The day by which a month is reported: so many days after its last day, `2025-04-28` for 28 days after March. */
export function dueOn(month: string, days: number): string {
  const first = new Date(`${followingMonth(month)}-01T00:00:00Z`)
  first.setUTCDate(first.getUTCDate() + days - 1)
  return first.toISOString().slice(0, 10)
}
