/** Digits and capitals without those that are mistaken for each other (I, L, O, U). */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A certificate code from twelve random bytes: `7K3M-0Q2X-ZV9A`, 60 bits. Throws on fewer bytes. */
export function certificateCode(random: Uint8Array): string {
  if (random.length < 12) throw new Error('A certificate code needs twelve random bytes')
  const symbols = Array.from(random.subarray(0, 12), (byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length))
  return [symbols.slice(0, 4), symbols.slice(4, 8), symbols.slice(8, 12)].map((part) => part.join('')).join('-')
}

/** The code that a person meant: capitals, O as 0, I and L as 1, dashes and spaces as they like; undefined when it cannot be one. */
export function parseCertificateCode(text: string): string | undefined {
  const symbols = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (!/^[0-9A-Z]{12}$/.test(symbols)) return undefined
  return `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}`
}

/** JSON with sorted keys: the same text for the same content, however a database orders it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** Whether the time for which a certificate counts has run out; the last day itself counts. ISO days. */
export function hasRunOut(document: { validUntil?: string | undefined }, today: string): boolean {
  return document.validUntil !== undefined && today > document.validUntil
}
