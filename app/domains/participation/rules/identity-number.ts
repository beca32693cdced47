import { done, type Outcome, refused } from '~/shared/outcome'

export interface IdentityNumber {
  /** Twelve digits, `YYYYMMDDNNNC`; a samordningsnummer keeps its day + 60. */
  digits: string
  kind: 'personnummer' | 'samordningsnummer'
  birthYear: number
  gender: 'kvinna' | 'man'
  /** `19810101-••••` */
  masked: string
}

export type IdentityNumberFault =
  'empty' | 'temporary' | 'characters' | 'length' | 'year' | 'month' | 'day' | 'check-digit' | 'not-born' | 'too-young'

const YOUNGEST = 16
const OLDEST_BIRTH_YEAR = 1880

/** Weights 2, 1, 2, 1 … over nine digits, digit sums added; the check digit fills up to the next ten (SKV 704). */
export function checkDigitOf(nineDigits: string): number {
  const sum = Array.from(nineDigits, (digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return weighted > 9 ? weighted - 9 : weighted
  }).reduce((total, part) => total + part, 0)
  return (10 - (sum % 10)) % 10
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whole years on `today`; an unknown month or day of birth counts as the latest possible. */
function ageOn(today: string, year: number, month: number, day: number): number {
  const born = `${String(month === 0 ? 12 : month).padStart(2, '0')}-${String(day === 0 ? 31 : day).padStart(2, '0')}`
  return Number(today.slice(0, 4)) - year - (today.slice(5) < born ? 1 : 0)
}

/** The century of ten digits: with `+` the person turns 100 this year or is older, otherwise the youngest of 16 or more. */
function birthYearOf(twoDigits: number, hundred: boolean, today: string, month: number, day: number): number {
  const thisYear = Number(today.slice(0, 4))
  let year = Math.floor(thisYear / 100) * 100 + twoDigits
  while (hundred ? thisYear - year < 100 : ageOn(today, year, month, day) < YOUNGEST) year -= 100
  return year
}

const WRITTEN = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)$/

/**
 * Reads a personnummer or samordningsnummer as people write it: ten or twelve digits, with or without `-`, `+` or
 * spaces. A samordningsnummer has the day + 60, and may lack month (00) and day (60): about one in twelve of
 * Skatteverket's test numbers has no real date. `today` is a Stockholm day. Temporary numbers with a letter are refused.
 */
export function parseIdentityNumber(text: string, today: string): Outcome<IdentityNumber, IdentityNumberFault> {
  const compact = text.replace(/[\s\u2000-\u200a]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-')
  if (compact === '') return refused('empty')
  if (/^\d{6}(\d{2})?[-+]?[a-z]([a-z]?\d{2}|\d{3})$/i.test(compact)) return refused('temporary')
  if (!/^[\d+-]+$/.test(compact)) return refused('characters')
  const match = WRITTEN.exec(compact)
  if (match === null) return refused('length')
  const [, century, years = '', months = '', days = '', sign, serial = '', check = ''] = match
  const month = Number(months)
  const writtenDay = Number(days)
  const coordination = writtenDay >= 60
  const day = coordination ? writtenDay - 60 : writtenDay
  if (month > 12 || (month === 0 && !coordination)) return refused('month')
  if (day > 31 || (day === 0 && !coordination)) return refused('day')
  const birthYear =
    century === undefined ? birthYearOf(Number(years), sign === '+', today, month, day) : Number(`${century}${years}`)
  if (birthYear < OLDEST_BIRTH_YEAR) return refused('year')
  if (!coordination && day > daysInMonth(birthYear, month)) return refused('day')
  if (Number(check) !== checkDigitOf(years + months + days + serial)) return refused('check-digit')
  const age = ageOn(today, birthYear, month, day)
  if (age < 0) return refused('not-born')
  if (age < YOUNGEST) return refused('too-young')
  const date = `${birthYear}${months}${days}`
  return done({
    digits: `${date}${serial}${check}`,
    kind: coordination ? 'samordningsnummer' : 'personnummer',
    birthYear,
    gender: Number(serial.at(-1)) % 2 === 0 ? 'kvinna' : 'man',
    masked: `${date}-••••`,
  })
}
