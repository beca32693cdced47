const monthForm = /^\d{4}-(0[1-9]|1[0-2])$/

/** Whether a text from outside is a month, `2025-03`. */
export function isMonth(value: string): boolean {
  return monthForm.test(value)
}

/** The month of a Stockholm day. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** `2025-04` after `2025-03`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** First day of the month and of the next one: the month is from the first, up to but not with the second. */
export function daysOf(month: string): { from: string; before: string } {
  return { from: `${month}-01`, before: `${monthAfter(month)}-01` }
}

/** Whether no more project days of the month are left after `today`. */
export function monthIsOver(month: string, today: string, projectEndsOn: string): boolean {
  return today >= daysOf(month).before || today > projectEndsOn
}
