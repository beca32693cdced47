export type DatesFault =
  'entry-missing' | 'entry-form' | 'entry-outside' | 'exit-form' | 'exit-before-entry' | 'exit-after-end'

/** A day of the calendar written `2025-03-24`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The first fault of the entry and exit days of a record, or undefined. The exit is never later than the project's end. */
export function faultOfDates(
  dates: { entryOn: string | null; exitOn: string | null },
  project: { startsOn: string; endsOn: string },
): DatesFault | undefined {
  const { entryOn, exitOn } = dates
  if (entryOn !== null && !isDay(entryOn)) return 'entry-form'
  if (exitOn !== null && !isDay(exitOn)) return 'exit-form'
  if (entryOn !== null && (entryOn < project.startsOn || entryOn > project.endsOn)) return 'entry-outside'
  if (exitOn === null) return undefined
  if (entryOn === null) return 'entry-missing'
  if (exitOn < entryOn) return 'exit-before-entry'
  if (exitOn > project.endsOn) return 'exit-after-end'
  return undefined
}
