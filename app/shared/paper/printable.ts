/** The signs beyond ISO 8859-1 that the standard fonts of a PDF have. */
const further = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

/** Whether the standard fonts of a PDF have every letter of a text. */
export function hasStandardLetters(text: string): boolean {
  return [...text].every((sign) => {
    const code = sign.codePointAt(0) ?? 0
    return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || further.includes(sign)
  })
}

/** The text as it is printed: on one line, letters whole, and `?` for those of scripts that no font of the portal has. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('−', '–')
    .replaceAll(/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/gu, '?')
}
