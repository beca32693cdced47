const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day of a moment in Europe/Stockholm, `2025-03-24`: the day to which its time belongs. */
export function dayOfRecord(moment: Date): string {
  return stockholm.format(moment)
}
