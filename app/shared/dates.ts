import type { Language } from './language'

const zone = 'Europe/Stockholm'
const localDayFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const localTimeFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
})
const locales = { sv: 'sv-SE', en: 'en-GB' } as const
const longDay = {
  sv: new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }),
}
const monthFormat = {
  sv: new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }),
}

/** The day in Europe/Stockholm of an instant, as `2025-03-24`. */
export function localDay(instant: Date): string {
  return localDayFormat.format(instant)
}

/** `2025-03-24`, for an ISO day or the Stockholm day of an instant. */
export function formatDay(day: string | Date): string {
  return typeof day === 'string' ? day.slice(0, 10) : localDay(day)
}

/** `14.03`, Swedish clock time in Europe/Stockholm. */
export function formatTime(instant: Date): string {
  return localTimeFormat.format(instant).replace(':', '.')
}

/** `2025-03-24 14.03`. */
export function formatDateTime(instant: Date): string {
  return `${localDay(instant)} ${formatTime(instant)}`
}

/** `måndag 24 mars`. */
export function formatLongDay(instant: Date, language: Language): string {
  return longDay[language].format(instant)
}

/** `mars 2025`, for an ISO month `2025-03` or an ISO day. */
export function formatMonth(month: string, language: Language): string {
  return monthFormat[language].format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`))
}

/** `6 h 40 min`, `45 min`, `2 h`; a correction keeps its sign. */
export function formatMinutes(minutes: number): string {
  const sign = minutes < 0 ? '−' : ''
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  if (hours === 0) return `${sign}${rest} min`
  return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${rest} min`
}

/** `1 234,5` in Swedish, `1,234.5` in English. */
export function formatNumber(value: number, language: Language, fractionDigits = 0): string {
  return value.toLocaleString(locales[language], {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  })
}
