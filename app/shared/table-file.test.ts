import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { csvPieces, type FileRows, xlsxPieces } from './table-file.server'

async function* rows(): FileRows {
  yield [['Åsa; "Å"', 12.5]]
  yield [
    ['=1+1', -30],
    ['', 0],
  ]
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

test('CSV opens right in Swedish Excel and holds no formula', async () => {
  const text = (await bytesOf(csvPieces(['Namn', 'Tid'], rows()))).toString('utf8')
  expect(text).toBe(`\uFEFFNamn;Tid\r\n"Åsa; ""Å""";12,5\r\n'=1+1;-30\r\n;0\r\n`)
})

test('a workbook holds the same cells, texts as texts and numbers as numbers, and the same bytes each time', async () => {
  const bytes = await bytesOf(xlsxPieces('Blad', ['Namn', 'Tid'], rows()))
  const files = unzipSync(new Uint8Array(bytes))
  const sheet = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString('utf8')
  expect(sheet).toContain('<t xml:space="preserve">Åsa; &quot;Å&quot;</t></is></c><c><v>12.5</v></c>')
  expect(sheet).toContain('<t xml:space="preserve">=1+1</t>')
  expect(sheet).not.toContain('<f>')
  expect(Buffer.compare(bytes, await bytesOf(xlsxPieces('Blad', ['Namn', 'Tid'], rows())))).toBe(0)
})
