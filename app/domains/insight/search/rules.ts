import type { Piece, SearchQuestion } from './model'

/** Characters of the private use area, which no text of the portal has: they show where a match starts and ends. */
export const hitStart = '\ue000'
export const hitEnd = '\ue001'

const limits = { characters: 200, words: 10, wordLength: 60 }

/** Makes a question of what was typed, whatever it is. Undefined when it holds no letter or figure. */
export function readQuestion(typed: string): SearchQuestion | undefined {
  const text = typed
    .slice(0, limits.characters * 4)
    .normalize('NFC')
    .replace(/[\p{C}]+/gu, ' ')
    .replace(/[”“„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limits.characters)
    .replace(/[\ud800-\udfff]+$/, '')
  const words = text.toLocaleLowerCase('sv').match(/[\p{L}\p{Nd}]+/gu) ?? []
  if (words.length === 0) return undefined
  return {
    text,
    words: [...new Set(words.map((word) => word.slice(0, limits.wordLength)))].slice(0, limits.words),
    exact: /"[^"]*[\p{L}\p{Nd}][^"]*"/u.test(text) || /(^|\s)-[\p{L}\p{Nd}]/u.test(text),
  }
}

/** Splits a marked text into pieces. Unpaired marks are dropped. */
export function piecesOf(marked: string): Piece[] {
  return marked
    .split(hitStart)
    .flatMap((part, index): Piece[] => {
      if (index === 0) return [{ text: part, hit: false }]
      const end = part.indexOf(hitEnd)
      if (end === -1) return [{ text: part, hit: false }]
      return [
        { text: part.slice(0, end), hit: true },
        { text: part.slice(end + 1), hit: false },
      ]
    })
    .map(({ text, hit }) => ({ text: text.replaceAll(hitEnd, ''), hit }))
    .filter(({ text }) => text !== '')
}

/** `7.05` for second 425. */
export function clockOf(second: number): string {
  return `${Math.floor(second / 60)}.${String(Math.floor(second % 60)).padStart(2, '0')}`
}
