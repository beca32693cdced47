import { slugOf } from '../activity/rules'
import type { MediaFault } from './model'
import { type FileType, isMarkup, promisedType } from './sniff'

/** A file that has come: what it is, or why it is not taken. Name and bytes must agree. */
export function judgeFile(
  fileName: string,
  sniffed: FileType | undefined,
  beginning: string,
): { ok: true; type: FileType } | { ok: false; fault: MediaFault } {
  const promised = promisedType(fileName)
  if (/<svg[\s/>]/i.test(beginning) && isMarkup(beginning)) return { ok: false, fault: 'svg' }
  if (sniffed === undefined) return { ok: false, fault: promised === undefined ? 'not-allowed' : 'mismatch' }
  if (promised === undefined) return { ok: false, fault: 'not-allowed' }
  const sameFamily = promised.kind === sniffed.kind
  // A recording of sound alone may come in the file of a film.
  const soundInFilm = promised.kind === 'audio' && sniffed.extension === 'mp4'
  if (soundInFilm) return { ok: true, type: promised }
  if (!sameFamily) return { ok: false, fault: 'mismatch' }
  return promised.kind === 'file' && promised.extension !== sniffed.extension
    ? { ok: false, fault: 'mismatch' }
    : { ok: true, type: sniffed }
}

/** The name that a saved file gets: of its title, never with a sign that means something to a file system. */
export function savedName(title: string, extension: string): string {
  return `${slugOf(title) || 'fil'}.${extension}`
}

/** A title for a file that has none yet: its name without ending, folders and underscores. */
export function titleOfName(fileName: string): string {
  const name = fileName.split(/[/\\]/).at(-1) ?? ''
  const title = name
    .replace(/\.[^.]*$/, '')
    .replace(/[_\u0000-\u001f\u007f]+/g, ' ')
    .trim()
  return title.slice(0, 200) || 'Fil utan namn'
}

/** The name as it was given, without folders and control signs; for showing. */
export function shownFileName(fileName: string): string {
  const name = (fileName.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  return name.slice(0, 200) || 'fil'
}

/** A form without script sends a file in one piece, so it takes smaller ones. */
export const FORM_FILE_BYTES = 50_000_000

export interface Quota {
  /** Most bytes of one file, of what one person has uploaded, and of one organisation's library. */
  file: number
  person: number
  organisation: number
}

export type QuotaRefusal = 'too-large' | 'person-full' | 'organisation-full'

export function quotaRefusal(
  quota: Quota,
  size: number,
  used: { person: number; organisation: number },
): QuotaRefusal | undefined {
  if (size > quota.file) return 'too-large'
  if (used.person + size > quota.person) return 'person-full'
  return used.organisation + size > quota.organisation ? 'organisation-full' : undefined
}

/** `4,2 MB`; the decimal sign is the caller's language's. */
export function sizeText(bytes: number, language: 'sv' | 'en'): string {
  const units = ['byte', 'kB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1
  return `${new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: digits }).format(value)} ${units[unit]}`
}
