import type { Language } from '~/shared/language'

const two = (value: number) => String(value).padStart(2, '0')

/** A place in a recording: `7.12`, `1.02.05`; with colons in English. */
export function clockText(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds))
  const separator = language === 'sv' ? '.' : ':'
  const hours = Math.floor(whole / 3600)
  const parts = [two(Math.floor(whole / 60) % 60), two(whole % 60)]
  if (hours === 0) return [String(Number(parts[0])), parts[1]].join(separator)
  return [String(hours), ...parts].join(separator)
}

/** A length: `45 s`, `8 min 50 s`, `18 min`, `1 h 2 min`. */
export function lengthText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = whole % 60
  const parts = [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`, (rest > 0 || whole === 0) && `${rest} s`]
  return parts.filter((part) => part !== false).join(' ')
}

/** The `datetime` of a `<time>` for a place in a recording. */
export function durationAttribute(seconds: number): string {
  return `PT${Math.max(0, Math.floor(seconds))}S`
}
