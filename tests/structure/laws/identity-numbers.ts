import type { Law } from './source'

/** Official test numbers (Skatteverket's open data) outside the spans below; only these may be written out. */
const named = new Set(
  `196201082697 196801029288 197101019052 197601022382 198101012386 198101012394 198801012389 198801012397
  199201012391 199601012389 198801622393 198000692387 193710602396 197010632391
  195804043643 195807133052 195809092652 195809262743 195901232602 195907113178 195910162642 196001189114
  196005043119 196103123227 196103213499 196104153488 196107162791 196109282829 196111202989 196112122871
  196205262816 196208272846 196211262834 196301193121 196302052383 196305113174 196306163400 196308212817
  196309232962 196401053076 196405112985 196408073416 196411283499 196502013755 196505153293 196512073245
  196601062620 196604072683 196604072691 196604072782 196607303119 196609303547 196612312386 196705203252
  196708133076 196710083103 196711092681 196805229272 196805249288 196809139295 196810292380 196811022380
  196811309282 196901119286 196906052391 196907109281 196907209784 196909092394 196910199287 196910299285
  197006121144 197008089281 197101019045 197101039282 197101152390 197102049280 197103011032 197109049275
  197201079295 197202249285 197209239289 197307299284 197310199265 197310319293 197311059286 197407029284
  197408302391 197409229288 197501149285 197502279289 197506129241 197510012383 197510239242`.split(/\s+/),
)

/** Spans in which every day has the official test serials 238 (woman) and 239 (man). */
const spans: readonly [from: string, to: string][] = [
  ['19760102', '19791231'],
  ['19800102', '19891219'],
  ['19900114', '20001217'],
]

function isOfficialTestNumber(number: string): boolean {
  const day = number.slice(0, 8)
  const serial = number.slice(8, 11)
  if (named.has(number)) return true
  return (serial === '238' || serial === '239') && spans.some(([from, to]) => from <= day && day <= to)
}

function passesCheckDigit(tenDigits: string): boolean {
  const sum = [...tenDigits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}

/** A personnummer, or a samordningsnummer (day + 60, where month and day may be unknown). */
function looksLikeIdentityNumber(tenDigits: string): boolean {
  const month = Number(tenDigits.slice(2, 4))
  const day = Number(tenDigits.slice(4, 6))
  const person = month >= 1 && month <= 12 && day >= 1 && day <= 31
  const coordination = month <= 12 && day >= 60 && day <= 91
  return (person || coordination) && passesCheckDigit(tenDigits)
}

const candidate = /(?<![\w.,+-])((?:18|19|20)?\d{6})([-+]?)(\d{4})(?![\w]|[.,]\d|-\d)/g

/** No file holds the identity number of a person who could exist. */
export const identityNumbers: Law = (files) =>
  files
    .filter(({ path }) => path !== 'package-lock.json')
    .flatMap(({ path, text }) =>
      [...text.matchAll(candidate)].flatMap((match) => {
        const [written, front = '', , back = ''] = match
        const digits = front + back
        if (!looksLikeIdentityNumber(digits.slice(-10))) return []
        // Nobody born before 1900 lives, so a test number moved to that century is harmless.
        const anyCentury = digits.length === 10 || digits.startsWith('18')
        const readings = anyCentury ? ['18', '19', '20'].map((century) => century + digits.slice(-10)) : [digits]
        if (readings.some(isOfficialTestNumber)) return []
        const line = text.slice(0, match.index).split('\n').length
        return [`${path}:${line} holds ${written}, which may be a real person's number`]
      }),
    )
