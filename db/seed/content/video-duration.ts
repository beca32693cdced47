interface Box {
  type: string
  start: number
  end: number
}

function boxes(bytes: Buffer, start: number, end: number): Box[] {
  const found: Box[] = []
  for (let at = start; at + 8 <= end; ) {
    const small = bytes.readUInt32BE(at)
    const header = small === 1 ? 16 : 8
    if (at + header > end) break
    const size = small === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : small === 0 ? end - at : small
    if (size < header || at + size > end) break
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at + header, end: at + size })
    at += size
  }
  return found
}

/** Seconds of an MP4 from its movie header, or undefined when the file has none. */
export function videoDuration(bytes: Buffer): number | undefined {
  const movie = boxes(bytes, 0, bytes.length).find(({ type }) => type === 'moov')
  if (movie === undefined) return undefined
  const header = boxes(bytes, movie.start, movie.end).find(({ type }) => type === 'mvhd')
  if (header === undefined || header.end - header.start < 20) return undefined
  const long = bytes.readUInt8(header.start) === 1
  if (long && header.end - header.start < 32) return undefined
  const scale = bytes.readUInt32BE(header.start + (long ? 20 : 12))
  const length = long ? Number(bytes.readBigUInt64BE(header.start + 24)) : bytes.readUInt32BE(header.start + 16)
  return scale > 0 && length > 0 ? length / scale : undefined
}
