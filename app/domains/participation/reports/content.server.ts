import { createHash } from 'node:crypto'
import { csvLine } from '~/shared/csv'
import type { Db } from '~db/schema'
import { findLastPosition, listSealedLines } from '../store/report-lines.server'
import type { Vault } from '../vault.server'
import { type Cell, cellsOf, csvHead } from './file'
import type { ReportSubject, ReportTemplate } from './model'

const PIECE = 2000

export interface FileRequest {
  batchId: string
  template: ReportTemplate
  subject: ReportSubject
}

/** The cells of a file in pieces of some thousand lines, each identity number opened only for its line. */
export async function* cellsOfBatch(db: Db, vault: Vault, request: FileRequest): AsyncGenerator<Cell[][]> {
  const last = await findLastPosition(db, request.batchId)
  for (let from = 1; from <= last; from += PIECE) {
    const lines = await listSealedLines(db, request.batchId, { from, to: from + PIECE - 1 })
    yield lines.map(({ ciphertext, personId, ...line }) =>
      cellsOf(request.template, request.subject, {
        ...line,
        digits: ciphertext === null ? null : vault.open(ciphertext, personId),
      }),
    )
  }
}

/** The CSV file in pieces: UTF-8 with byte order mark. The same batch always gives the same bytes. */
export async function* csvOfBatch(db: Db, vault: Vault, request: FileRequest): AsyncGenerator<Buffer> {
  yield Buffer.from(csvHead(request.template))
  for await (const lines of cellsOfBatch(db, vault, request)) {
    yield Buffer.from(lines.map((cells) => csvLine(cells, request.template.separator)).join(''))
  }
}

/** SHA-256 of the CSV file, in hexadecimal. */
export async function hashOfBatch(db: Db, vault: Vault, request: FileRequest): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of csvOfBatch(db, vault, request)) hash.update(piece)
  return hash.digest('hex')
}
