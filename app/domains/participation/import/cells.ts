import { isDay } from '../rules/dates'
import { plainWord } from './columns'
import type { MunicipalityChoice, OrganisationChoice } from './model'

/** `2024-09-02`, also written `20240902`, `2024/09/02` or `2024.09.02`; undefined for any other form. */
export function dayOf(text: string): string | undefined {
  const match = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ]00:00(?::00)?)?$/.exec(text.trim())
  if (match === null) return undefined
  const day = `${match[1]}-${match[3]}-${match[4]}`
  return isDay(day) ? day : undefined
}

/** Whole per cent from 1 to 100. `80`, `80 %`, `80,0`; a fraction such as `0,8` is taken as its share of one. */
export function percentOf(text: string): number | undefined {
  const compact = text.replace(/\s/g, '')
  const match = /^(\d{1,3}(?:[.,]\d{1,4})?)(%?)$/.exec(compact)
  if (match === null) return undefined
  const written = Number((match[1] ?? '').replace(',', '.'))
  const percent = match[2] === '' && written <= 1 ? written * 100 : written
  const whole = Math.round(percent)
  return Math.abs(percent - whole) < 0.5 && whole >= 1 && whole <= 100 ? whole : undefined
}

export function isEmail(text: string): boolean {
  return text.length <= 200 && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@.<>()[\],;:"\\]{2,}$/u.test(text)
}

/** Excel shows long numbers as `1,98E+11` when the column is not text; the digits are lost then. */
export function isScientific(text: string): boolean {
  return /^\d[.,]?\d*e\+?\d+$/i.test(text.replace(/\s/g, ''))
}

const jobs: readonly [RegExp, string][] = [
  [/sfilarare|larareisfi|svenskaforinvandrare/, 'sfi-larare'],
  [/yrkeslarare/, 'yrkeslarare'],
  [/specialpedagog|speciallarare/, 'specialpedagog'],
  [/studieochyrkesvagledare|^syv|vagledare|careerguidance|counsellor/, 'syv'],
  [/rektor|principal|skolledare|headteacher/, 'rektor'],
  [/administrat/, 'administrator'],
  [/larare|teacher|pedagog/, 'larare'],
  [/^(annan|ovrig|other)/, 'annan'],
]

/** The kind of job that a title means; undefined when it is none of the known ones. */
export function jobOf(text: string): string | undefined {
  const word = plainWord(text)
  return jobs.find(([pattern]) => pattern.test(word))?.[1]
}

const schoolForms: readonly [RegExp, string][] = [
  [/^(vuxsar|sar)|anpassad/, 'anpassad'],
  [/sfi|svenskaforinvandrare/, 'sfi'],
  [/yrkesvux|yrkesutbildning/, 'yrkesvux'],
  [/^yh|yrkeshogskola/, 'yh'],
  [/grund|^vuxgr/, 'grundlaggande'],
  [/gymnasi|^gyvux|^vuxgy/, 'gymnasial'],
  [/^(alla|flera|komvux|vuxenutbildning|vux|all)$/, 'alla'],
]

/** The school form that a text means, in words or as the code of SS 12000; undefined when it is none. */
export function schoolFormOf(text: string): string | undefined {
  const word = plainWord(text)
  return schoolForms.find(([pattern]) => pattern.test(word))?.[1]
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** The organisation of a name, a slug or an organisation number; `ambiguous` when a name is shared. */
export function organisationOf(
  text: string,
  organisations: readonly OrganisationChoice[],
): OrganisationChoice | 'ambiguous' | undefined {
  const digits = digitsOf(text)
  const byNumber = /^[\d\s-]+$/.test(text) && digits.length >= 10 ? digits.slice(-10) : undefined
  if (byNumber !== undefined) return organisations.find(({ orgnr }) => orgnr !== null && digitsOf(orgnr) === byNumber)
  const slug = organisations.find((one) => one.slug === text.trim().toLowerCase())
  if (slug !== undefined) return slug
  const word = plainWord(text)
  const named = organisations.filter(({ name }) => plainWord(name) === word)
  return named.length > 1 ? 'ambiguous' : named[0]
}

/** The municipality of a four-digit code or a name, with or without `kommun` or `stad` after it. */
export function municipalityOf(
  text: string,
  municipalities: readonly MunicipalityChoice[],
): MunicipalityChoice | undefined {
  const code = text.trim()
  if (/^\d{4}$/.test(code)) return municipalities.find((one) => one.code === code)
  const core = (written: string) => plainWord(written).replace(/(kommun|stad)$/, '')
  const bare = core(text)
  if (bare === '') return undefined
  return (
    municipalities.find(({ name }) => plainWord(name) === plainWord(text)) ??
    municipalities.find(
      ({ name }) => core(name) === bare || (/s?kommun$/i.test(text.trim()) && `${core(name)}s` === bare),
    )
  )
}

/** Number of single letters to change, add or take away to get from one text to the other; stops counting at `most`. */
export function distanceOf(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let above = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const here = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const swap = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      here.push(Math.min(swap, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1))
    }
    if (Math.min(...here) > most) return most + 1
    above = here
  }
  return above[to.length] ?? most + 1
}

/** Up to three names that a text may have meant, the nearest first. */
export function nearestNames(text: string, names: readonly string[]): string[] {
  const word = plainWord(text).slice(0, 60)
  if (word.length < 2) return []
  const most = Math.max(2, Math.floor(word.length / 3))
  return names
    .map((name) => {
      const other = plainWord(name)
      const holds = word.length >= 4 && (other.includes(word) || (other.length >= 4 && word.includes(other)))
      return { name, distance: holds ? 1 : distanceOf(word, other, most) }
    })
    .filter(({ distance }) => distance <= most)
    .sort((one, two) => one.distance - two.distance || one.name.localeCompare(two.name, 'sv'))
    .slice(0, 3)
    .map(({ name }) => name)
}
