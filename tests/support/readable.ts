import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'

/**
 * Everything in an answer that could be read as text: the bytes themselves, the parts of a packed file (XLSX, ZIP and
 * what they hold), and the streams of a PDF with the texts that it writes as hexadecimal codes.
 */
export function readableText(bytes: Buffer): string {
  const plain = bytes.toString('utf8')
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return [plain, ...partsOf(bytes)].join('\n')
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return [plain, ...streamsOf(bytes)].join('\n')
  return plain
}

function partsOf(bytes: Buffer): string[] {
  return Object.entries(unzipSync(new Uint8Array(bytes))).flatMap(([name, part]) => [
    name,
    readableText(Buffer.from(part)),
  ])
}

function streamsOf(bytes: Buffer): string[] {
  const text = bytes.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)].flatMap((match) => {
    if (text.slice(match.index - 3, match.index) === 'end') return []
    const from = match.index + match[0].length
    const to = text.indexOf('endstream', from)
    const stream = inflated(bytes.subarray(from, to))
    return [stream, hexTextsOf(stream)]
  })
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return stream.toString('latin1')
  }
}

/** The texts of a stream; between the pieces of one text stand numbers that only move letters closer. */
function hexTextsOf(stream: string): string {
  return [...stream.matchAll(/\[([^\]]*)\]\s*TJ|(<[0-9a-fA-F]+>)\s*Tj/g)]
    .map((match) =>
      [...(match[1] ?? match[2] ?? '').matchAll(/<([0-9a-fA-F]+)>/g)].map(([, hex = '']) => fromHex(hex)).join(''),
    )
    .join('\n')
}

function fromHex(hex: string): string {
  return hex.length % 2 === 0 ? Buffer.from(hex, 'hex').toString('latin1') : ''
}
