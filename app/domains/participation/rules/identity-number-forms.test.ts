import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigitOf, parseIdentityNumber } from './identity-number'

const today = '2025-03-24'

/** Official test numbers: any day of these spans with the serial 238 or 239, and samordningsnummer named one by one. */
const day = fc
  .oneof(
    fc.date({ min: new Date('1976-01-02'), max: new Date('1979-12-31'), noInvalidDate: true }),
    fc.date({ min: new Date('1980-01-02'), max: new Date('1989-12-19'), noInvalidDate: true }),
    fc.date({ min: new Date('1990-01-14'), max: new Date('2000-12-17'), noInvalidDate: true }),
  )
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const personnummer = fc
  .tuple(day, fc.constantFrom('238', '239'))
  .map(([date, serial]) => `${date}${serial}${checkDigitOf(date.slice(2) + serial)}`)
const samordningsnummer = fc.constantFrom('198801622393', '198000692387', '197010632391')
const number = fc.oneof({ weight: 5, arbitrary: personnummer }, { weight: 1, arbitrary: samordningsnummer })

const gaps = ['', ' ', '\u00a0', '\u2009', '\t'] as const
const signs = ['', '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212'] as const
const spaced = (text: string, places: readonly number[], gap: string) =>
  [...text].map((sign, index) => (places.includes(index) ? gap + sign : sign)).join('')

test('every way of writing a number is read as the same twelve digits', () => {
  fc.assert(
    fc.property(
      number,
      fc.boolean(),
      fc.constantFrom(...signs),
      fc.constantFrom(...gaps),
      fc.array(fc.nat(14)),
      (digits, short, sign, gap, places) => {
        const written = `${digits.slice(short ? 2 : 0, 8)}${sign}${digits.slice(8)}`
        const result = parseIdentityNumber(spaced(written, places, gap), today)
        expect(result).toMatchObject({
          ok: true,
          value: {
            digits,
            kind: Number(digits.slice(6, 8)) > 60 ? 'samordningsnummer' : 'personnummer',
            gender: Number(digits[10]) % 2 === 0 ? 'kvinna' : 'man',
            birthYear: Number(digits.slice(0, 4)),
            masked: `${digits.slice(0, 8)}-••••`,
          },
        })
      },
    ),
    { numRuns: 2000 },
  )
})

test('with a plus ten digits are a hundred years or more, whatever the day on which they are read', () => {
  fc.assert(
    fc.property(personnummer, fc.integer({ min: 2100, max: 2170 }), (digits, year) => {
      const result = parseIdentityNumber(`${digits.slice(2, 8)}+${digits.slice(8)}`, `${year}-06-01`)
      expect(result.ok && year - result.value.birthYear >= 100).toBe(true)
    }),
  )
})

test('one wrong digit among the last ten is always found, and so is a lost or an extra one', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), (digits, place, step) => {
      const wrong = String((Number(digits[place]) + step) % 10)
      const changed = digits.slice(0, place) + wrong + digits.slice(place + 1)
      expect(parseIdentityNumber(changed, today)).toMatchObject({ ok: false })
      const lost = digits.slice(0, place) + digits.slice(place + 1)
      expect(parseIdentityNumber(lost, today)).toEqual({ ok: false, refusal: 'length' })
      const extra = digits.slice(0, place) + wrong + digits.slice(place)
      expect(parseIdentityNumber(extra, today)).toEqual({ ok: false, refusal: 'length' })
    }),
    { numRuns: 1000 },
  )
})

test('a letter for the first of the last four digits is a temporary number; another sign is named as such', () => {
  fc.assert(
    fc.property(
      number,
      fc.constantFrom(...'PTRSUWXJKLMNptrsuwxjklmn'),
      fc.boolean(),
      fc.constantFrom('', '-', '+'),
      fc.constantFrom(...'!/.,*#ÅÖåö'),
      (digits, letter, short, sign, strange) => {
        const front = digits.slice(short ? 2 : 0, 8)
        const temporary = `${front}${sign}${letter}${digits.slice(9)}`
        expect(parseIdentityNumber(temporary, today)).toEqual({ ok: false, refusal: 'temporary' })
        const odd = `${front}${sign}${digits.slice(8, 11)}${strange}`
        expect(parseIdentityNumber(odd, today)).toEqual({ ok: false, refusal: 'characters' })
      },
    ),
  )
})

test('month 00 and day 60 stand in a samordningsnummer alone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1958, max: 2001 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 60, max: 91 }),
      fc.constantFrom('238', '239'),
      (year, month, dayOf, serial) => {
        const date = `${year}${String(month).padStart(2, '0')}${dayOf}`
        const digits = `${date}${serial}${checkDigitOf(date.slice(2) + serial)}`
        expect(parseIdentityNumber(digits, today)).toMatchObject({ ok: true, value: { kind: 'samordningsnummer' } })
      },
    ),
  )
  expect(parseIdentityNumber('1980000100', today)).toMatchObject({ ok: false })
  expect(parseIdentityNumber(`19800001238${checkDigitOf('800001238')}`, today)).toEqual({ ok: false, refusal: 'month' })
  expect(parseIdentityNumber(`19800100238${checkDigitOf('800100238')}`, today)).toEqual({ ok: false, refusal: 'day' })
})
