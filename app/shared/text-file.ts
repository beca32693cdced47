const strict = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes)

/** What Windows-1252 has at 0x80–0x9f, where ISO 8859-1 has control characters; five places are empty. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some releases of Node read Windows-1252 as ISO 8859-1, so the table stands here. */
function fromWindows(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes)
  return latin.replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign)
}

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, otherwise Windows-1252, which is what
 * Excel in Swedish saves as CSV. Undefined for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  let text: string
  try {
    text = strict(bytes, wide ?? 'utf-8')
  } catch {
    if (wide !== undefined) return undefined
    text = fromWindows(bytes)
  }
  return /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text) ? undefined : text
}

/** The sign between the columns: that of `; , tab |` which the first line has most of outside quotes. */
export function sniffDelimiter(text: string): string | undefined {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const found = [';', '\t', ',', '|'].map((sign) => ({ sign, count: line.split(sign).length - 1 }))
  const best = found.reduce((most, one) => (one.count > most.count ? one : most))
  return best.count === 0 ? undefined : best.sign
}
