import { countWords } from '../plain-text'

export const longSentenceWords = 30

/** Sentences of a text: they end at a stop that a new beginning follows. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…:][”"’)]?)\s+(?=[\p{Lu}\d”"–])|\n/u).filter((sentence) => sentence.trim() !== '')
}

/** Sentences with more words than most readers hold in mind. */
export function longSentences(text: string): { sentence: string; count: number }[] {
  return sentencesOf(text)
    .map((sentence) => ({ sentence, count: countWords(sentence) }))
    .filter(({ count }) => count > longSentenceWords)
}

/** The first words of a text, to know it by. */
export function beginning(text: string, longest = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= longest ? plain : `${plain.slice(0, longest).replace(/\s+\S*$/, '')} …`
}

const vague = new Set([
  ...['här', 'klicka här', 'klicka', 'tryck här', 'läs mer', 'läs mer här', 'mer', 'mer information', 'länk', 'länken'],
  ...['denna länk', 'den här länken', 'se här', 'hit', 'följ länken', 'webbplats', 'hemsida', 'ladda ner', 'ladda ned'],
  ...['here', 'click here', 'click', 'read more', 'more', 'more information', 'link', 'this link', 'this', 'see here'],
  ...['website', 'download'],
])

export function isVagueLink(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' || vague.has(plain)
}

export function isBareAddress(text: string): boolean {
  return /^\s*(https?:\/\/|www\.)\S+\s*$/i.test(text)
}

export function isFileName(alt: string): boolean {
  const text = alt.trim()
  return (
    /\.(jpe?g|png|gif|svg|webp|avif|tiff?|heic|bmp)$/i.test(text) ||
    /^(img|dsc|dcim|image|bild|foto|picture|photo|screenshot|skärmbild)[\s_-]*\d*$/i.test(text)
  )
}

/** A run of capitals long enough to be slow to read and to be spelled out by a screen reader. */
export function capitalsIn(text: string): string | undefined {
  const words = /\p{Lu}{2,}(?:[\s,-]+\p{Lu}{2,}){2,}/u.exec(text)?.[0]
  if (words !== undefined) return words
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 12 && !/\p{Ll}/u.test(letters) ? text : undefined
}

const small = {
  sv: new Set(
    'och i att det som en på är av för med till den har inte om ett men de så kan eller från vi du'.split(' '),
  ),
  en: new Set(
    'the and of to in is that for with on are as be this by it from or an you not can which their'.split(' '),
  ),
}

/** The language that a longer text seems to be in, when its small words say so plainly. */
export function seemingLanguage(text: string): 'sv' | 'en' | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 8) return undefined
  const share = (set: Set<string>) => words.filter((word) => set.has(word)).length / words.length
  const [sv, en] = [share(small.sv), share(small.en)]
  if (sv >= 0.2 && en < 0.1) return 'sv'
  return en >= 0.2 && sv < 0.1 ? 'en' : undefined
}
