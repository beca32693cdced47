import { checkDigitOf, type IdentityNumber, parseIdentityNumber } from '~/domains/participation'
import type { Chance } from './random'

/**
 * Personal identity numbers that the Swedish Tax Agency has set aside for tests: they never belong to a person.
 * Births 1958–1975 from its list; from 1976 every day of the spans has serial 238 (woman) and 239 (man).
 */
const older = `195804043643 195807133052 195809092652 195809262743 195901232602 195907113178 195910162642 196001189114
196005043119 196103123227 196103213499 196104153488 196107162791 196109282829 196111202989 196112122871
196205262816 196208272846 196211262834 196301193121 196302052383 196305113174 196306163400 196308212817
196309232962 196401053076 196405112985 196408073416 196411283499 196502013755 196505153293 196512073245
196601062620 196604072683 196604072691 196604072782 196607303119 196609303547 196612312386 196705203252
196708133076 196710083103 196711092681 196805229272 196805249288 196809139295 196810292380 196811022380
196811309282 196901119286 196906052391 196907109281 196907209784 196909092394 196910199287 196910299285
197006121144 197008089281 197101019045 197101019052 197101039282 197101152390 197102049280 197103011032
197109049275 197201079295 197202249285 197209239289 197307299284 197310199265 197310319293 197311059286
197407029284 197408302391 197409229288 197501149285 197502279289 197506129241 197510012383 197510239242`.split(/\s+/)

const spans = [
  ['1976-01-02', '1979-12-31'],
  ['1980-01-02', '1989-12-19'],
  ['1990-01-14', '2000-12-17'],
] as const

/** Co-ordination numbers of the same kind. */
const coordination = ['198801622393', '198000692387']

function read(digits: string): IdentityNumber {
  const parsed = parseIdentityNumber(digits, '2023-08-01')
  if (!parsed.ok) throw new Error(`A test number is refused: ${parsed.refusal}`)
  return parsed.value
}

const dayMs = 86_400_000

function spanNumber(chance: Chance): string {
  const days = spans.map(([from, to]) => (Date.parse(to) - Date.parse(from)) / dayMs + 1)
  let index = chance.whole(0, days.reduce((sum, count) => sum + count, 0) - 1)
  for (const [position, [from]] of spans.entries()) {
    const count = days[position] ?? 0
    if (index < count) {
      const day = new Date(Date.parse(from) + index * dayMs).toISOString().slice(0, 10).replaceAll('-', '')
      const nine = `${day.slice(2)}${chance.happens(0.66) ? 238 : 239}`
      return `${day}${nine.slice(6)}${checkDigitOf(nine)}`
    }
    index -= count
  }
  throw new Error('The day lies outside the spans')
}

/** `count` different test numbers, some of them of older people and two co-ordination numbers, in mixed order. */
export function testNumbers(chance: Chance, count: number): IdentityNumber[] {
  const numbers = new Set(chance.shuffled(older).slice(0, Math.round(count * 0.12)))
  while (numbers.size < count - coordination.length) numbers.add(spanNumber(chance))
  return chance.shuffled([...numbers, ...coordination]).map(read)
}

/** Whether a number is one of those set aside for tests that this list and rule know. */
export function isTestNumber(number: string): boolean {
  if (older.includes(number) || coordination.includes(number)) return true
  const day = `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`
  return (
    /^\d{12}$/.test(number) &&
    ['238', '239'].includes(number.slice(8, 11)) &&
    spans.some(([from, to]) => from <= day && day <= to) &&
    checkDigitOf(number.slice(2, 11)) === Number(number.charAt(11))
  )
}
