import type { Spelling } from './model'

/** The key of an item, a row or a choice: six signs of its text, so that nothing of its place is told by it. */
export function partKey(text: string): string {
  let hash = 0x811c9dc5
  for (const sign of text.normalize('NFC').trim()) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-7)
}

const swedish = /[åäöÅÄÖ]/

function withoutAccents(text: string, keepSwedish: boolean): string {
  return [...text.normalize('NFC')]
    .map((sign) => (keepSwedish && swedish.test(sign) ? sign : sign.normalize('NFD').replace(/\p{M}/gu, '')))
    .join('')
    .replace(/ø/gi, 'o')
    .replace(/æ/gi, 'a')
}

/**
 * A written answer as it is compared. Always: spaces at the ends go and inner ones become one. `normal` also folds case,
 * quotation marks, dashes, a full stop at the end and accents; å, ä and ö stay letters of their own, which `lenient`
 * folds too.
 */
export function fold(text: string, spelling: Spelling = 'normal'): string {
  const spaced = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (spelling === 'exact') return spaced
  const plain = spaced
    .toLocaleLowerCase('sv')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[”“„"’‘']/g, '')
    .replace(/[.!]+$/, '')
    .trim()
  return withoutAccents(plain, spelling === 'normal')
}

export function isAccepted(accepted: readonly string[], written: string, spelling?: Spelling): boolean {
  const folded = fold(written, spelling)
  return folded !== '' && accepted.some((each) => fold(each, spelling) === folded)
}

/** A number as it is written in Swedish: `1 234,5`, `−3`, `45 %` with the unit that is asked for. */
export function readNumber(text: string, unit?: string): number | undefined {
  let plain = text.normalize('NFKC').replace(/[\s\u00a0\u202f]/gu, '')
  const bare = unit?.normalize('NFKC').replace(/\s/gu, '').toLocaleLowerCase('sv') ?? ''
  if (bare !== '' && plain.toLocaleLowerCase('sv').endsWith(bare)) plain = plain.slice(0, -bare.length)
  plain = plain.replace(/^[−–]/, '-').replace(',', '.')
  return /^[+-]?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : undefined
}

export function writeNumber(value: number): string {
  return String(value).replace('.', ',')
}
