import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** One file of a zip; its pieces are read when its turn comes. */
export interface ZipEntry {
  /** Path within the zip, with `/`. */
  name: string
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** Content that is packed already (a PDF, a workbook) is stored as it is. */
  isPacked?: boolean
}

/** 1 January 1980 by the local clock, the first moment that a zip can tell: equal content gives equal bytes. */
const EPOCH = new Date(1980, 0, 1)

/** A zip in pieces, each sent as soon as it is made; no file is held whole. */
export async function* zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    ready.push(piece)
  })
  function* taken() {
    yield* ready.splice(0)
  }
  for await (const { name, pieces, isPacked = false } of entries) {
    const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    file.mtime = EPOCH
    zip.add(file)
    for await (const piece of pieces) {
      file.push(piece)
      yield* taken()
    }
    file.push(new Uint8Array(0), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
