import { type FileHandle, open } from 'node:fs/promises'
import { type FileType, SNIFFED_BYTES, sniffType } from './sniff'

export interface Measures {
  durationSeconds: number | null
  width: number | null
  height: number | null
}

const nothing: Measures = { durationSeconds: null, width: null, height: null }

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** Looks through the boxes of an MP4 without reading the film: `moov`, and its `mvhd`. */
async function mp4Seconds(file: FileHandle, size: number): Promise<number | null> {
  let [at, end] = [0, size]
  for (let steps = 0; at + 16 <= end && steps < 10_000; steps += 1) {
    const head = await bytesAt(file, at, 16)
    if (head.length < 16) return null
    const short = head.readUInt32BE(0)
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short
    const name = head.toString('latin1', 4, 8)
    const headLength = short === 1 ? 16 : 8
    if (length < headLength) return null
    if (name === 'moov') {
      end = Math.min(end, at + length)
      at += headLength
      continue
    }
    if (name === 'mvhd') {
      const box = await bytesAt(file, at + headLength, 32)
      if (box.length < 32) return null
      const long = box.readUInt8(0) === 1
      const scale = box.readUInt32BE(long ? 20 : 12)
      const units = long ? Number(box.readBigUInt64BE(24)) : box.readUInt32BE(16)
      return scale > 0 && units > 0 ? units / scale : null
    }
    at += length
  }
  return null
}

function wavSeconds(head: Buffer): number | null {
  const format = head.indexOf('fmt ', 12, 'latin1')
  const sound = head.indexOf('data', 12, 'latin1')
  if (format < 0 || sound < 0 || sound + 8 > head.length) return null
  const bytesASecond = head.readUInt32LE(format + 16)
  return bytesASecond === 0 ? null : head.readUInt32LE(sound + 4) / bytesASecond
}

function jpegSize(head: Buffer): [number, number] | undefined {
  for (let at = 2; at + 9 < head.length;) {
    if (head[at] !== 0xff) return undefined
    const marker = head[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return [head.readUInt16BE(at + 7), head.readUInt16BE(at + 5)]
    at += 2 + head.readUInt16BE(at + 2)
  }
  return undefined
}

function webpSize(head: Buffer): [number, number] | undefined {
  if (head.length < 30) return undefined
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return [1 + head.readUIntLE(24, 3), 1 + head.readUIntLE(27, 3)]
    case 'VP8L': {
      const bits = head.readUInt32LE(21)
      return [1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff)]
    }
    case 'VP8 ':
      return [head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff]
    default:
      return undefined
  }
}

function sizeIn(type: FileType, head: Buffer): [number, number] | undefined {
  switch (type.extension) {
    case 'png':
      return head.length < 24 ? undefined : [head.readUInt32BE(16), head.readUInt32BE(20)]
    case 'gif':
      return head.length < 10 ? undefined : [head.readUInt16LE(6), head.readUInt16LE(8)]
    case 'jpg':
      return jpegSize(head)
    case 'webp':
      return webpSize(head)
    default:
      return undefined
  }
}

/** Width and height of a picture at hand; null where its format is not known. */
export function pictureSize(bytes: Buffer): { width: number | null; height: number | null } {
  const type = sniffType(bytes.subarray(0, SNIFFED_BYTES))
  const [width, height] = (type?.kind === 'picture' ? sizeIn(type, bytes) : undefined) ?? [0, 0]
  return { width: width > 0 ? width : null, height: height > 0 ? height : null }
}

/** Opens a file that has come: its beginning, what its bytes say that it is, its length, and its size in the picture. */
export async function examineFile(
  name: string,
): Promise<{ size: number; sniffed: FileType | undefined; beginning: string; measures: Measures }> {
  const file = await open(name, 'r')
  try {
    const { size } = await file.stat()
    const head = await bytesAt(file, 0, SNIFFED_BYTES)
    const sniffed = sniffType(head)
    const beginning = head.toString('utf8', 0, 2_000)
    if (sniffed === undefined) return { size, sniffed, beginning, measures: nothing }
    const seconds = ['mp4', 'mov', 'm4a'].includes(sniffed.extension)
      ? await mp4Seconds(file, size)
      : sniffed.extension === 'wav'
        ? wavSeconds(head)
        : null
    const [width, height] = sniffed.kind === 'picture' ? (sizeIn(sniffed, head) ?? [0, 0]) : [0, 0]
    const isSane = seconds !== null && seconds < 1_000_000
    const measures = {
      durationSeconds: isSane ? Math.round(seconds * 100) / 100 : null,
      width: width > 0 ? width : null,
      height: height > 0 ? height : null,
    }
    return { size, sniffed, beginning, measures }
  } finally {
    await file.close()
  }
}
