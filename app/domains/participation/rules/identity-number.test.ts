import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigitOf, parseIdentityNumber } from './identity-number'

const today = '2025-03-24'

/** Test numbers that Skatteverket publishes as never issued to anyone. */
const personnummer = [
  ['196201082697', 'man'],
  ['196801029288', 'kvinna'],
  ['197101019052', 'man'],
  ['197601022382', 'kvinna'],
  ['198101012386', 'kvinna'],
  ['198101012394', 'man'],
  ['198801012389', 'kvinna'],
  ['198801012397', 'man'],
  ['199201012391', 'man'],
  ['199601012389', 'kvinna'],
] as const
const official =
  '195804043643 195807133052 195809092652 195809262743 195901232602 195907113178 195910162642 196001189114 196005043119 196103123227 196103213499 196104153488 196107162791 196109282829 196111202989 196112122871 196205262816 196208272846 196211262834 196301193121 196302052383 196305113174 196306163400 196308212817 196309232962 196401053076 196405112985 196408073416 196411283499 196502013755 196505153293 196512073245 196601062620 196604072683 196604072691 196604072782 196607303119 196609303547 196612312386 196705203252 196708133076 196710083103 196711092681 196805229272 196805249288 196809139295 196810292380 196811022380 196811309282 196901119286 196906052391 196907109281 196907209784 196909092394 196910199287 196910299285 197006121144 197008089281 197101019045 197101039282 197101152390 197102049280 197103011032 197109049275 197201079295 197202249285 197209239289 197307299284 197310199265 197310319293 197311059286 197407029284 197408302391 197409229288 197501149285 197502279289 197506129241 197510012383 197510239242'.split(
    ' ',
  )

describe('personnummer', () => {
  test.each(personnummer)('%s', (digits, gender) => {
    expect(parseIdentityNumber(digits, today)).toEqual({
      ok: true,
      value: {
        digits,
        kind: 'personnummer',
        birthYear: Number(digits.slice(0, 4)),
        gender,
        masked: `${digits.slice(0, 8)}-••••`,
      },
    })
  })

  test.each(official)('%s is valid, and with another last digit it is not', (digits) => {
    expect(parseIdentityNumber(digits, today)).toMatchObject({
      ok: true,
      value: { digits },
    })
    for (let step = 1; step < 10; step += 1) {
      const wrong = digits.slice(0, 11) + String((Number(digits[11]) + step) % 10)
      expect(parseIdentityNumber(wrong, today)).toEqual({
        ok: false,
        refusal: 'check-digit',
      })
    }
  })

  test.each([
    ['8101012386', '198101012386'],
    ['810101-2386', '198101012386'],
    ['810101 2386', '198101012386'],
    ['19810101-2386', '198101012386'],
    ['19810101 2386', '198101012386'],
    ['  1981 01 01 – 2386 ', '198101012386'],
    ['810101−2386', '198101012386'],
  ])('%j is read as %s', (written, digits) => {
    expect(parseIdentityNumber(written, today)).toMatchObject({
      ok: true,
      value: { digits },
    })
  })

  test.each([
    ['880101-2389', '2004-01-01', '198801012389', 'sixteen on the day'],
    ['880101-2389', '2003-12-31', '188801012389', 'not yet sixteen: a century earlier'],
    ['880101+2389', '2025-03-24', '188801012389', 'plus is a hundred or more'],
    ['880101+2389', '2088-01-01', '198801012389', 'plus from the year of the hundredth birthday'],
    ['880101-2389', '2088-01-01', '198801012389', 'the youngest of sixteen or more'],
  ])('%s on %s is %s: %s', (written, day, digits) => {
    expect(parseIdentityNumber(written, day)).toMatchObject({
      ok: true,
      value: { digits },
    })
  })
})

describe('samordningsnummer', () => {
  test.each([
    ['701063-2391', '197010632391', 'man', 1970],
    ['198801622393', '198801622393', 'man', 1988],
    ['198000692387', '198000692387', 'kvinna', 1980],
    ['193710602396', '193710602396', 'man', 1937],
    ['371060+2396', '193710602396', 'man', 1937],
  ] as const)('%s', (written, digits, gender, birthYear) => {
    const day = written.includes('+') ? '2038-01-01' : today
    expect(parseIdentityNumber(written, day)).toEqual({
      ok: true,
      value: {
        digits,
        kind: 'samordningsnummer',
        birthYear,
        gender,
        masked: `${digits.slice(0, 8)}-••••`,
      },
    })
  })
})

describe('refusals', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['-', 'length'],
    ['810101-238', 'length'],
    ['19810101238', 'length'],
    ['1981010123866', 'length'],
    ['1-981-0101-2386', 'length'],
    ['8101-01-2386', 'length'],
    ['810101-23B6', 'characters'],
    ['810101/2386', 'characters'],
    ['åtta siffror', 'characters'],
    ['810101-T386', 'temporary'],
    ['19810101T386', 'temporary'],
    ['810101p386', 'temporary'],
    ['19810101Tf29', 'temporary'],
    ['00810101-2386', 'year'],
    ['17810101-2386', 'year'],
    ['19811301-2386', 'month'],
    ['19810001-2386', 'month'],
    ['19810100-2386', 'day'],
    ['19810132-2386', 'day'],
    ['19810230-2386', 'day'],
    ['19810229-2386', 'day'],
    ['19810459-2386', 'day'],
    ['198101922386', 'day'],
    ['198113622386', 'month'],
    ['198101012385', 'check-digit'],
    ['198801622394', 'check-digit'],
    ['198101012368', 'check-digit'],
  ] as const)('%j: %s', (written, refusal) => {
    expect(parseIdentityNumber(written, today)).toEqual({ ok: false, refusal })
  })

  test('a leap day is a day in a leap year only', () => {
    const leap = `19960229${'238'}${checkDigitOf('960229238')}`
    expect(parseIdentityNumber(leap, today)).toMatchObject({ ok: true })
    expect(parseIdentityNumber(`19970229238${checkDigitOf('970229238')}`, today)).toEqual({ ok: false, refusal: 'day' })
  })

  test.each([
    ['199601012389', '1995-12-31', 'not-born'],
    ['199601012389', '2011-12-31', 'too-young'],
    ['199601012389', '2012-01-01', undefined],
  ])('%s on %s: %s', (written, day, refusal) => {
    expect(parseIdentityNumber(written, day)).toMatchObject(
      refusal === undefined ? { ok: true } : { ok: false, refusal },
    )
  })
})

test('any text is answered, and what is accepted reads the same when written again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{6,8}[-+ ]?\d{4}$/)), (text) => {
      const first = parseIdentityNumber(text, today)
      if (first.ok) expect(parseIdentityNumber(first.value.digits, today)).toEqual(first)
    }),
  )
})

test('two digits that change places are found', () => {
  for (const [digits] of personnummer) {
    for (const place of [2, 3, 8, 9, 10]) {
      const [one, two] = [digits.charAt(place), digits.charAt(place + 1)]
      if (one === two || (new Set([one, two]).has('9') && new Set([one, two]).has('0'))) continue
      const swapped = digits.slice(0, place) + two + one + digits.slice(place + 2)
      expect(parseIdentityNumber(swapped, today).ok, swapped).toBe(false)
    }
  }
})
