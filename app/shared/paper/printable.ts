/** The signs beyond ISO 8859-1 that the standard fonts of a PDF have. */
const further = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
/** Letters that no decomposition turns into a plain one. */
const folded: Readonly<Record<string, string>> = {
  '−': '–',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
  Ŋ: 'N',
  ŋ: 'n',
}

function isPrintable(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || further.includes(sign)
}

function fold(sign: string): string {
  const known = folded[sign]
  if (known !== undefined) return known
  const plain = sign.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return plain !== '' && [...plain].every(isPrintable) ? plain : '?'
}

/** The text in the letters that a PDF's standard fonts have: others lose their accents, and become `?` without a likeness. */
export function printable(text: string): string {
  return [...text.normalize('NFC').replaceAll(/\s/g, ' ')]
    .map((sign) => (isPrintable(sign) ? sign : fold(sign)))
    .join('')
}
