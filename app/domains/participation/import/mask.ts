const signs = '[\\s.+\\-\\u2010-\\u2015\\u2212]*'
const numberLike = new RegExp(
  `(?<![\\d-])((?:\\d{2})?\\d{6})${signs}[\\dA-Za-z](?:[\\s.]?[\\dA-Za-z]){2,3}(?![\\p{L}\\d])`,
  'gu',
)
const manyDigits = new RegExp(`\\d(?:${signs}\\d){9,}`, 'g')

/** The text with everything that may be an identity number masked: at most the day of birth stays. */
export function maskNumbers(text: string): string {
  return text.replace(numberLike, '$1-••••').replace(manyDigits, '••••')
}

/** A cell that should hold a number but does not: its first six characters at most, the others masked. */
export function maskCell(text: string): string {
  const compact = text.trim()
  return compact.slice(0, 6) + '•'.repeat(Math.min(6, Math.max(0, compact.length - 6)))
}
