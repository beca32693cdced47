import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { recogniseColumns } from './columns'
import { FILE_LIMITS, importFields } from './model'
import { decodeText, sniffDelimiter } from '~/shared/text-file'
import { readTextTable } from './text-table'
import { templateColumns, templateCsv, templateXlsx } from './template.server'
import { readFileTable } from './workbook.server'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const heading = 'Förnamn;Efternamn;E-post'
const good = `${heading}\r\nÅsa;Öberg;asa@portal.example\r\n`
const read = async (bytes: Uint8Array) => {
  const answer = await readFileTable(bytes)
  return answer.ok ? answer.value.table : answer.refusal
}
const table = {
  header: ['Förnamn', 'Efternamn', 'E-post'],
  rows: [{ line: 2, cells: ['Åsa', 'Öberg', 'asa@portal.example'] }],
}
const workbook = (extra: Record<string, Uint8Array>) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>'), ...extra })
const oneSheet = (sheet: string) => workbook({ 'xl/worksheets/sheet1.xml': strToU8(sheet) })

/** A whole workbook of which one sheet has these rows. */
async function workbookOf(rows: string): Promise<Uint8Array> {
  const whole = unzipSync(new Uint8Array(await writeXlsxFile([{ data: [['x']], sheet: 'Deltagare' }]).toBuffer()))
  const sheet = strFromU8(whole['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const filled = sheet.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`)
  return zipSync({ ...whole, 'xl/worksheets/sheet1.xml': strToU8(filled) })
}

describe('a text file', () => {
  test.each([
    ['UTF-8', utf8(good)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${good}`)],
    ['Windows-1252', latin(good)],
    ['UTF-16 with a byte order mark', new Uint8Array(Buffer.from(`\uFEFF${good}`, 'utf16le'))],
    ['commas', utf8(good.replaceAll(';', ','))],
    ['tabs', utf8(good.replaceAll(';', '\t'))],
    ['lines of Unix', utf8(good.replaceAll('\r', ''))],
    ['quotes', utf8(good.replaceAll(/[^;\r\n]+/g, '"$&"'))],
  ])('is read in any usual form: %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(table)
  })

  test('names the line of the file also after empty lines, a sep line and text over two lines', async () => {
    const text = `sep=;\r\n\r\n${heading}\r\n"Åsa\nMaria";Öberg;a@portal.example\r\n\r\nBo;Ek;b@portal.example`
    expect((await read(utf8(text))) as typeof table).toMatchObject({
      rows: [
        { line: 4, cells: ['Åsa Maria', 'Öberg', 'a@portal.example'] },
        { line: 7, cells: ['Bo', 'Ek', 'b@portal.example'] },
      ],
    })
  })

  test('loses the apostrophe against formulas, and what is longer than a cell may be', async () => {
    const long = 'x'.repeat(FILE_LIMITS.cellLength + 50)
    expect(await read(utf8(`${heading}\n'=Åsa;${long};`))).toMatchObject({
      rows: [{ cells: ['=Åsa', 'x'.repeat(FILE_LIMITS.cellLength), ''] }],
    })
  })

  test('has the sign between columns that the heading has most of, quoted text apart', () => {
    expect(sniffDelimiter('"a;b;c",d')).toBe(',')
    expect(sniffDelimiter('a;b,c;d')).toBe(';')
    expect(sniffDelimiter('a')).toBeUndefined()
    expect(decodeText(latin('på \x80'))).toBe('på €')
  })
})

describe('a wrong file of each kind is refused with its reason', () => {
  const rows = (count: number) => `${heading}\n${'a;b;c@portal.example\n'.repeat(count)}`
  test.each<[string, Uint8Array]>([
    ['empty', new Uint8Array()],
    ['empty', utf8('\uFEFF \r\n\r\n')],
    ['header-only', utf8(`${heading}\r\n\r\n;;\r\n`)],
    ['one-column', utf8('Förnamn\nÅsa\n')],
    ['too-many-rows', utf8(rows(FILE_LIMITS.rows + 1))],
    ['too-many-columns', utf8(`${'a;'.repeat(FILE_LIMITS.columns + 1)}\n1;2`)],
    ['too-large', new Uint8Array(FILE_LIMITS.bytes + 1).fill(65)],
    ['quotes', utf8(`${heading}\n"Åsa;Öberg;x`)],
    ['pdf', utf8('%PDF-1.7 1 0 obj')],
    ['html', utf8('\r\n <html><table><tr><td>Förnamn</td></tr></table></html>')],
    ['html', utf8('<?xml version="1.0"?><Workbook/>')],
    ['old-excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['unreadable', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])],
    ['unreadable', new Uint8Array(Buffer.from(good, 'utf16le'))],
    ['unreadable', Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
    ['macros', workbook({ 'xl/vbaProject.bin': strToU8('x') })],
    ['macros', zipSync({ '[Content_Types].xml': strToU8('macroEnabled'), 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['binary-excel', zipSync({ 'xl/workbook.bin': strToU8('x') })],
    ['open-document', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') })],
    ['other-zip', zipSync({ 'word/document.xml': strToU8('<a/>') })],
    ['broken-workbook', utf8('PK\x03\x04 trasig')],
    ['broken-workbook', oneSheet('<worksheet>')],
    ['zip-bomb', workbook({ 'xl/worksheets/sheet1.xml': new Uint8Array(41 * 1024 * 1024) })],
    [
      'too-many-rows',
      oneSheet('<worksheet><sheetData><row r="1048576"><c r="A1048576"/></row></sheetData></worksheet>'),
    ],
    [
      'too-many-columns',
      oneSheet('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
    ],
  ])('%s', async (reason, bytes) => {
    expect(await read(bytes)).toBe(reason)
  })

  test('cells with formulas give what the workbook last showed, never the formula, and faults give an empty cell', async () => {
    const text = (at: string, value: string) => `<c r="${at}" t="str"><v>${value}</v></c>`
    const head = ['Förnamn', 'Efternamn', 'E-post']
      .map((value, index) => text(`${'ABC'[index] ?? ''}1`, value))
      .join('')
    const row =
      '<c r="A2" t="str"><f>HYPERLINK("http://x.example","Disa")</f><v>Disa</v></c>' +
      '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2"><f>1+1</f><v>2</v></c>'
    const answer = await read(await workbookOf(`<row r="1">${head}</row><row r="2">${row}</row>`))
    expect(answer).toMatchObject({ rows: [{ line: 2, cells: ['Disa', '', '2'] }] })
  })

  test('an archive that lies about its sizes never grows past what it says', async () => {
    const bytes = workbook({ 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20_000_000)
        view.setUint32(at + 24, 1_000, true)
    }
    expect(await read(bytes)).toBe('broken-workbook')
  })

  test('random bytes are refused or read as a table, and nothing is ever thrown', async () => {
    const beginnings = ['', 'PK\x03\x04', '<', 'Förnamn;Efternamn\n', '"', '\xff\xfe', 'sep=;\n']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }), async (start, tail) => {
        const bytes = new Uint8Array([...latin(start), ...tail])
        const answer = await readFileTable(bytes)
        if (answer.ok) {
          expect(answer.value.table.rows.length).toBeGreaterThan(0)
          for (const row of answer.value.table.rows) expect(row.cells.length).toBe(answer.value.table.header.length)
        } else expect(typeof answer.refusal).toBe('string')
      }),
      { numRuns: 400 },
    )
  })

  test('a workbook with random changes is refused or read, and nothing is ever thrown', async () => {
    const whole = await templateXlsx('sv')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole)
          for (const [at, byte] of changes) bytes[at] = byte
          expect(typeof (await readFileTable(bytes)).ok).toBe('boolean')
        },
      ),
      { numRuns: 150 },
    )
  }, 30_000)
})

describe('the template', () => {
  test.each(['sv', 'en'] as const)('has a heading for each field that is recognised (%s)', (language) => {
    const mapping = recogniseColumns(templateColumns(language).map(({ heading: text }) => text))
    expect(mapping).toEqual(Object.fromEntries(importFields.map((field, index) => [field, index])))
  })

  test('without rows is refused as such, in both forms', async () => {
    expect(await read(utf8(templateCsv('sv')))).toBe('header-only')
    expect(await read(new Uint8Array(await templateXlsx('sv')))).toBe('header-only')
    expect(templateCsv('sv').startsWith('\uFEFFFörnamn;Efternamn;')).toBe(true)
  })

  test('what is written under its headings comes back, as CSV and as a workbook', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'abcåäöÅÄÖé ;,"\'-@.0129'), maxLength: 12 })
      .map((text) => text.trim())
      .filter((text) => !/^'/.test(text) && text.length > 0)
    const row = fc.array(cell, { minLength: importFields.length, maxLength: importFields.length })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const headings = templateColumns('sv').map(({ heading: text }) => text)
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
        const fromText = await read(utf8(`${templateCsv('sv')}${quoted.join('\r\n')}\r\n`))
        const expected = { header: headings, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
        expect(fromText).toEqual(expected)
        const file = await writeXlsxFile([{ data: [headings, ...rows], sheet: 'Deltagare' }]).toBuffer()
        expect(await read(new Uint8Array(file))).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  test('a workbook of another program: dates become days, numbers keep their digits, the known sheet is chosen', async () => {
    const file = await writeXlsxFile([
      { data: [['Om filen'], ['Läs mig']], sheet: 'Läs' },
      {
        data: [
          ['Förnamn', 'Efternamn', 'Personnummer', 'Startdatum', 'Tjänstgöringsgrad'],
          ['Disa', 'Ek', 198101012386, { value: new Date('2024-09-02'), type: Date, format: 'yyyy-mm-dd' }, 0.8],
        ],
        sheet: 'Personal',
      },
    ]).toBuffer()
    expect(await read(new Uint8Array(file))).toMatchObject({
      rows: [{ line: 2, cells: ['Disa', 'Ek', '198101012386', '2024-09-02', '0.8'] }],
    })
    expect(readTextTable(new Uint8Array(file)).ok).toBe(false)
  })
})
