import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv'

export type Row = readonly Cell[]
/** Rows that are read while the file is sent: a generator over key pages, or rows at hand. */
export type Rows = AsyncIterable<Row> | Iterable<Row>

/** Small pieces cost a write each; bigger ones only memory. */
const PIECE = 64 * 1024

/** Gathers texts into pieces of about 64 kB. Nothing is read ahead of what is asked for. */
export async function* gather(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/**
 * Every row of a list that is read a page at a time: `read` answers the rows after the last one that it gave, and
 * none at the end. No connection is held between the pages, so a slow or broken download costs the database nothing.
 */
export async function* pages<T>(read: (after: T | undefined) => Promise<readonly T[]>): AsyncGenerator<T> {
  let after: T | undefined
  for (;;) {
    const page = await read(after)
    if (page.length === 0) return
    yield* page
    after = page.at(-1)
  }
}

/** The rows that belong to these keys, read `size` keys at a time, in the order of the keys. */
export async function* inParts<K, T>(
  keys: readonly K[],
  size: number,
  read: (some: readonly K[]) => Promise<readonly T[]>,
): AsyncGenerator<T> {
  for (let at = 0; at < keys.length; at += size) yield* await read(keys.slice(at, at + size))
}

/**
 * A CSV file that Swedish Excel opens right, in pieces: UTF-8 with byte order mark, semicolons, CR LF, a heading line,
 * and no text that a spreadsheet would take for a formula.
 */
export async function* csvPieces(headings: Row, rows: Rows): AsyncGenerator<Uint8Array> {
  async function* texts() {
    yield BYTE_ORDER_MARK + csvLine(headings)
    for await (const row of rows) yield csvLine(row)
  }
  for await (const piece of gather(texts())) yield Buffer.from(piece)
}
