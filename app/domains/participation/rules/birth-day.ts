/**
 * The birth day in the twelve digits of an identity number. Null when it has none: a samordningsnummer may lack month
 * or day, or hold a day that no calendar has.
 */
export function birthDayOf(digits: string): string | null {
  const [year, month, written] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  const day = written > 60 ? written - 60 : written
  if (written === 60 || month < 1 || month > 12 || day < 1) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${String(day).padStart(2, '0')}`
}
