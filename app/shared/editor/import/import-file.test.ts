import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { markdownFromDocument } from '../markdown/writer'
import { importText } from './import-file.server'

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const run = (text: string, look = '') =>
  `<w:r>${look === '' ? '' : `<w:rPr><w:${look}/></w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inner: string, props = '') => `<w:p>${props === '' ? '' : `<w:pPr>${props}</w:pPr>`}${inner}</w:p>`
const heading = (level: number, text: string) => p(run(text), `<w:pStyle w:val="Heading${level}"/>`)
const item = (text: string, level: number) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
const cell = (text: string, props = '') =>
  `<w:tc>${props === '' ? '' : `<w:tcPr>${props}</w:tcPr>`}${p(run(text))}</w:tc>`
const row = (cells: string, props = '') => `<w:tr>${props === '' ? '' : `<w:trPr>${props}</w:trPr>`}${cells}</w:tr>`

const parts = (body: string): Record<string, Uint8Array> => ({
  '[Content_Types].xml': strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    `<?xml version="1.0"?><Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/_rels/document.xml.rels': strToU8(
    `<?xml version="1.0"?><Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/hyperlink" Target="https://www.skolverket.se/" TargetMode="External"/><Relationship Id="rId2" Type="${office}/hyperlink" Target="file:///C:/hemligt" TargetMode="External"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="rId5" Type="${office}/footnotes" Target="footnotes.xml"/><Relationship Id="rId6" Type="${office}/image" Target="media/image1.png"/></Relationships>`,
  ),
  'word/styles.xml': strToU8(
    `<?xml version="1.0"?><w:styles ${w}>${[1, 2].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`,
  ),
  'word/numbering.xml': strToU8(
    `<?xml version="1.0"?><w:numbering ${w}><w:abstractNum w:abstractNumId="0">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  ),
  'word/footnotes.xml': strToU8(
    `<?xml version="1.0"?><w:footnotes ${w}><w:footnote w:id="2">${p(run('Läst i november.'))}</w:footnote></w:footnotes>`,
  ),
  'word/media/image1.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
})
const picture = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="Bild"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId6"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const whole = [
  heading(1, 'Planering'),
  p(
    `${run('Eleven ska ')}${run('förstå', 'b')}${run(' och ')}<w:hyperlink r:id="rId1">${run('läsa')}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>`,
  ),
  heading(2, 'Steg'),
  item('ett', 0),
  item('under', 1),
  item('två', 0),
  `<w:tbl>${row(cell('Vad') + cell('När'), '<w:tblHeader/>')}${row(cell('Samma', '<w:gridSpan w:val="2"/>'))}</w:tbl>`,
  p(picture),
  p(
    `<w:hyperlink r:id="rId2">${run('hemligt')}</w:hyperlink><w:del w:id="9"><w:r><w:delText>borta</w:delText></w:r></w:del>`,
  ),
].join('')

const docx = (files: Record<string, Uint8Array>) => ({ name: 'text.docx', bytes: new Uint8Array(zipSync(files)) })

describe('a Word file', () => {
  it('becomes a document, and tells what did not come along', async () => {
    const read = await importText(docx(parts(whole)))
    if (!read.ok) throw new Error(read.refusal)
    expect(markdownFromDocument(read.value.document)).toBe(`## Planering

Eleven ska **förstå** och [läsa](<https://www.skolverket.se/>)\\[1\\]

### Steg

- ett
  - under
- två

| Vad | När |
| --- | --- |
| Samma |  |

hemligt

1. Läst i november. ↑`)
    expect(read.value.left).toEqual({ pictures: 1, cells: 1, links: 1, changes: 1 })
  })

  const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
  it.each([
    ['a bomb', docx({ ...parts(p(run('x'))), 'word/styles.xml': new Uint8Array(13 * 1024 * 1024) }), 'unsafe'],
    ['a path outside', docx({ ...parts(p(run('x'))), '../../etc/passwd': strToU8('x') }), 'unsafe'],
    ['an absolute path', docx({ ...parts(p(run('x'))), '/etc/passwd': strToU8('x') }), 'unsafe'],
    [
      'thousands of parts',
      docx({
        ...parts(p(run('x'))),
        ...Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`x/${n}`, new Uint8Array()])),
      }),
      'unsafe',
    ],
    [
      'entities',
      docx({
        ...parts(''),
        'word/document.xml': strToU8(
          `<?xml version="1.0"?>${entity}<w:document ${w}><w:body>&b;</w:body></w:document>`,
        ),
      }),
      'unsafe',
    ],
    [
      'depth',
      docx(parts(`${'<w:sdt><w:sdtContent>'.repeat(5000)}${p(run('x'))}${'</w:sdtContent></w:sdt>'.repeat(5000)}`)),
      'unsafe',
    ],
    ['a spreadsheet', docx({ 'xl/workbook.xml': strToU8('<x/>') }), 'wrong-type'],
    ['a PDF by another name', { name: 'text.docx', bytes: strToU8('%PDF-1.7 x') }, 'wrong-type'],
    ['an old Word file', { name: 'text.doc', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) }, 'wrong-type'],
    ['a program', { name: 'text.exe', bytes: strToU8('MZ') }, 'wrong-type'],
    ['half a file', { name: 'text.docx', bytes: docx(parts(whole)).bytes.slice(0, 900) }, 'damaged'],
    ['broken XML', docx({ ...parts(''), 'word/document.xml': strToU8('<w:document') }), 'damaged'],
    ['an empty file', docx(parts(p(''))), 'empty'],
    ['nothing', { name: 'text.docx', bytes: new Uint8Array() }, 'wrong-type'],
    ['bytes that are no text', { name: 'text.md', bytes: new Uint8Array([0, 1, 2, 255]) }, 'wrong-type'],
    ['an empty Markdown file', { name: 'text.md', bytes: strToU8(' \n') }, 'empty'],
  ])('is refused: %s', { timeout: 30_000 }, async (_name, file, refusal) => {
    expect(await importText(file)).toMatchObject({ ok: false, refusal })
  })
})

it('a Markdown file becomes a document without its head, and faults keep their lines', async () => {
  const read = await importText({ name: 'a.md', bytes: strToU8('---\r\ntitle: B\r\n---\r\n## A\r\n\r\n<b>x</b>\r\n') })
  if (!read.ok) throw new Error(read.refusal)
  expect(markdownFromDocument(read.value.document)).toBe('## A\n\nx')
  expect(read.value.faults).toMatchObject([{ line: 6 }, { line: 6 }])
})
