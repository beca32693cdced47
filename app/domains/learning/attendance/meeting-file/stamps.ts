import { instantOf } from '~/domains/catalogue'
import { localDay } from '~/shared/dates'

const SECOND = 1_000

const stamp =
  /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:,|T|\s|kl\.?)*(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap]\.?\s?m\.?|[fe]\.?\s?m\.?)?$/i

/** Spaces that Teams and Zoom put before AM and PM, and marks of writing direction, as plain spaces or nothing. */
const plain = (text: string) =>
  text
    .replace(/[\u200e\u200f]/g, '')
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .trim()

/**
 * The instant of a time as Teams and Zoom write it, on a Swedish clock: `3/24/25, 12:58:30 PM`, `24/03/2025 12:58`,
 * `2025-03-24, 12:58:30`. `monthFirst` says how to read what is written with strokes.
 */
export function readStamp(text: string, monthFirst: boolean): Date | undefined {
  const found = stamp.exec(plain(text))
  if (found === null) return undefined
  const [, one = '', sign, two = '', three = '', hourText, minute = '', second = '0', half = ''] = found
  const [year, month, date] =
    one.length === 4 ? [one, two, three] : monthFirst && sign !== '.' ? [three, one, two] : [three, two, one]
  if (year.length !== 2 && year.length !== 4) return undefined
  let hour = Number(hourText)
  if (half !== '') {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (/^[pe]/i.test(half) ? 12 : 0)
  }
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const instant = instantOf(day, `${hour}:${minute}`)
  return instant && Number(second) < 60 ? new Date(instant.getTime() + Number(second) * SECOND) : undefined
}

/** Whether the months stand first in a file's times: what gives more times on the day of the meeting (ISO) holds. */
export function isMonthFirst(stamps: readonly string[], day: string): boolean {
  const score = (monthFirst: boolean) =>
    stamps.reduce((sum, text) => {
      const read = readStamp(text, monthFirst)
      return sum + (read === undefined ? 0 : localDay(read) === day ? 1_000 : 1)
    }, 0)
  const [american, european] = [score(true), score(false)]
  return american === european ? stamps.some((text) => /[ap]\.?m\.?$/i.test(plain(text))) : american > european
}

/** Seconds of `1h 2m 3s`, `1 tim 2 min`, `01:02:03` or whole minutes; undefined for what is none of these. */
export function readDuration(text: string): number | undefined {
  const tidy = plain(text).toLowerCase()
  if (/^\d+$/.test(tidy)) return Number(tidy) * 60
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(tidy)
  if (clock !== null) return Number(clock[1] ?? 0) * 3_600 + Number(clock[2]) * 60 + Number(clock[3])
  const words =
    /^(?:(\d+) ?(?:h|t|tim|timmar|timme|hr|hrs)\.?)? ?(?:(\d+) ?(?:m|min)\.?)? ?(?:(\d+) ?(?:s|sek|sec)\.?)?$/
  const found = words.exec(tidy)
  if (found === null || tidy === '') return undefined
  return Number(found[1] ?? 0) * 3_600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)
}
