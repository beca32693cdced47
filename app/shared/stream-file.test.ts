import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Cell } from './csv'
import { CSV_TYPE, fileResponse } from './file-response.server'
import { csvPieces, inParts, pages } from './stream-file.server'
import { xlsxPieces } from './xlsx-stream.server'
import { columnName, xmlText } from './xlsx-parts'

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

/** `count` rows of about 100 bytes; tells how many have been asked for. */
function manyRows(count: number) {
  const asked = { rows: 0, ended: false }
  async function* rows(): AsyncGenerator<Cell[]> {
    try {
      for (let row = 0; row < count; row += 1) {
        asked.rows += 1
        yield [`0${row}`, 'å'.repeat(40), row, null]
      }
    } finally {
      asked.ended = true
    }
  }
  return { asked, rows: rows() }
}

test('a CSV file has a byte order mark, semicolons, CR LF, quotes, decimal comma and no formulas', async () => {
  const rows = [
    ['=cmd()', 2.5],
    ['a;"b"', '-1'],
    ['å\nä', null],
  ]
  expect((await whole(csvPieces(['Namn', 'K1'], rows))).toString('utf8')).toBe(
    '\uFEFFNamn;K1\r\n\'=cmd();2,5\r\n"a;""b""";\'-1\r\n"å\nä";\r\n',
  )
})

test('a workbook is read back as it was written: texts stay texts, numbers numbers, and sheets their order', async () => {
  const texts = ['007', '=1+1', '<b>&"å"', ' mellan ', '_x0041_', 'rad\nrad']
  const bytes = await whole(
    xlsxPieces([
      { name: 'Ett/1', headings: ['Text', 'Tal'], rows: texts.map((text, index) => [text, index / 2]) },
      { name: 'Två', headings: ['Tom'], rows: [] },
    ]),
  )
  const sheets = await readXlsxFile(bytes, { trim: false })
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Ett 1', 'Två'])
  expect(sheets[0]?.data).toEqual([['Text', 'Tal'], ...texts.map((text, index) => [text, index / 2])])
  expect(sheets[1]?.data).toEqual([['Tom']])
})

test('equal rows give equal bytes', async () => {
  const make = () => whole(xlsxPieces([{ name: 'Blad', headings: ['A'], rows: [['x'], [1]] }]))
  const first = await make()
  expect((await make()).equals(first)).toBe(true)
})

test.each(['csv', 'xlsx'] as const)(
  'a %s file is read only as fast as it is taken, and ends when it is left',
  async (form) => {
    const { asked, rows } = manyRows(20_000)
    const pieces = form === 'csv' ? csvPieces(['A'], rows) : xlsxPieces([{ name: 'B', headings: ['A'], rows }])
    await pieces.next()
    expect(asked.rows).toBeLessThan(10_000)
    const before = asked.rows
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(asked.rows).toBe(before)
    await pieces.return(undefined)
    expect(asked).toEqual({ rows: before, ended: true })
  },
)

test('pages and parts give every row once, in order, and ask for no more than they must', async () => {
  const all = Array.from({ length: 25 }, (_, index) => index)
  const asked: (number | undefined)[] = []
  const read = (after: number | undefined) => {
    asked.push(after)
    return Promise.resolve(all.filter((one) => one > (after ?? -1)).slice(0, 10))
  }
  const found: number[] = []
  for await (const row of pages(read)) found.push(row)
  expect(found).toEqual(all)
  expect(asked).toEqual([undefined, 9, 19, 24])
  const parts: number[] = []
  for await (const row of inParts(all, 10, (some) => Promise.resolve(some))) parts.push(row)
  expect(parts).toEqual(all)
})

test('columns have their letters, and what XML cannot hold is left out', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  expect(xmlText('a\u0000b\ud800c')).toBe('abc')
})

test('a download that is broken off ends the reading, and one that fails is not taken for whole', async () => {
  const { asked, rows } = manyRows(100_000)
  const body = fileResponse({ name: 'Fil å.csv', type: CSV_TYPE, pieces: csvPieces(['A'], rows) }).body?.getReader()
  await body?.read()
  await body?.cancel()
  expect(asked.ended).toBe(true)
  expect(asked.rows).toBeLessThan(10_000)
  async function* broken(): AsyncGenerator<Cell[]> {
    yield await Promise.resolve(['en rad'])
    throw new Error('The database is gone')
  }
  const answer = fileResponse({ name: 'a.csv', type: CSV_TYPE, pieces: csvPieces(['A'], broken()) })
  await expect(answer.text()).rejects.toThrow('The database is gone')
})
