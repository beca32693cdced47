/**
 * Whole years on a day, both as ISO days. Who is born on 29 February turns a year older on 1 March in a year without
 * that day.
 */
export function wholeYears(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}
