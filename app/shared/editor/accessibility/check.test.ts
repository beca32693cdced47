import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Block, Inline, RichDocument } from '../document'
import { documentFromMarkdown } from '../markdown/reader.server'
import { checkAccessibility } from './check'
import { findingKinds } from './finding'

const doc = (...content: Block[]): RichDocument => ({ type: 'doc', content })
const text = (words: string): Inline => ({ type: 'text', text: words })
const p = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const h = (level: 2 | 3 | 4, words: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: words === '' ? [] : [text(words)],
})
const link = (words: string, href: string): Inline => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href } }],
})
const bold = (words: string): Inline => ({ type: 'text', text: words, marks: [{ type: 'bold' }] })
const picture = (alt: string, decorative = false): Block => ({
  type: 'image',
  attrs: { src: '/media/x.svg', alt, title: null, width: null, height: null, decorative },
})
const table = (type: 'tableHeader' | 'tableCell'): Block => ({
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type, content: [p(text('A'))] }] }],
})
const lecture: Block = { type: 'lecture', attrs: { slug: 'tyst', title: 'Tyst film' } }
const english = 'This is one of the texts that you can read in English and not in Swedish.'
const words = (count: number) => Array.from({ length: count }, (_, index) => `ord${index}`).join(' ')

const rows: [string, RichDocument, { kind: string; path: number[] }[]][] = [
  ['a picture without words', doc(picture(' ')), [{ kind: 'missingAlt', path: [0] }]],
  ['a decorative picture', doc(picture('', true)), []],
  ['a file name as alt', doc(picture('IMG_2041.jpg')), [{ kind: 'fileNameAlt', path: [0] }]],
  ['a camera name as alt', doc(picture('DSC 0012')), [{ kind: 'fileNameAlt', path: [0] }]],
  ['a described picture', doc(picture('En trappa med tre steg')), []],
  ['headings in order', doc(h(2, 'A'), h(3, 'B'), h(4, 'C'), h(2, 'D')), []],
  ['a first heading too low', doc(h(3, 'A')), [{ kind: 'headingJump', path: [0] }]],
  ['a heading that jumps', doc(h(2, 'A'), p(text('x')), h(4, 'C')), [{ kind: 'headingJump', path: [2] }]],
  ['an empty heading', doc(h(2, 'A'), h(2, '')), [{ kind: 'emptyHeading', path: [1] }]],
  ['”klicka här”', doc(p(text('För att anmäla dig, '), link('klicka här', '/a'))), [{ kind: 'vagueLink', path: [0] }]],
  ['”Läs mer.”', doc(p(link('Läs mer.', '/a'))), [{ kind: 'vagueLink', path: [0] }]],
  [
    'a bare address',
    doc(p(link('https://example.org/a', 'https://example.org/a'))),
    [{ kind: 'addressLink', path: [0] }],
  ],
  [
    'one text, two places',
    doc(p(link('Rapporten', '/a')), p(link('rapporten', '/b'))),
    [{ kind: 'sameLink', path: [1] }],
  ],
  ['one text, one place', doc(p(link('Rapporten', '/a')), p(link('rapporten', '/a'))), []],
  [
    'a link with emphasis in it is one link',
    doc(
      p(link('läs ', '/a'), {
        type: 'text',
        text: 'mer',
        marks: [{ type: 'link', attrs: { href: '/a' } }, { type: 'bold' }],
      }),
    ),
    [{ kind: 'vagueLink', path: [0] }],
  ],
  ['a table without headers', doc(table('tableCell')), [{ kind: 'tableHeaders', path: [0] }]],
  ['a table with headers', doc(table('tableHeader')), []],
  ['a lecture without captions', doc(lecture), [{ kind: 'captions', path: [0] }]],
  ['a bold line as heading', doc(p(bold('Så gör du')), p(text('Text.'))), [{ kind: 'boldHeading', path: [0] }]],
  ['a bold sentence', doc(p(bold('Kom i tid.')), p(text('Text.'))), []],
  ['a bold line last', doc(p(text('Text.')), p(bold('Så gör du'))), []],
  ['capitals', doc(p(text('DET HÄR ÄR VIKTIGT för alla.'))), [{ kind: 'capitals', path: [0] }]],
  ['abbreviations', doc(p(text('ESF, SCB och IKT är förkortningar.'))), []],
  ['31 words', doc(p(text(`${words(31)}.`))), [{ kind: 'longSentence', path: [0] }]],
  ['30 words', doc(p(text(`${words(30)}.`))), []],
  ['two sentences of 20 words', doc(p(text(`${words(20)}. Ett ${words(19)}.`))), []],
  ['English unmarked', doc(p(text(english))), [{ kind: 'foreign', path: [0] }]],
  ['English marked', doc({ type: 'paragraph', attrs: { lang: 'en' }, content: [text(english)] }), []],
  [
    'English in a marked quotation',
    doc({ type: 'blockquote', attrs: { lang: 'en' }, content: [p(text(english))] }),
    [],
  ],
  [
    'a place inside columns',
    doc({
      type: 'columns',
      content: [
        { type: 'column', content: [p(text('A'))] },
        { type: 'column', content: [p(text('B')), picture('')] },
      ],
    }),
    [{ kind: 'missingAlt', path: [0, 1, 1] }],
  ],
]

describe('the accessibility check', () => {
  it.each(rows)('%s', (_name, document, expected) => {
    const found = checkAccessibility(document, { lang: 'sv', captioned: () => false })
    expect(found.map(({ kind, path }) => ({ kind, path }))).toEqual(expected)
  })

  it('has a row for every kind of finding', () => {
    const told = new Set(rows.flatMap(([, , found]) => found.map(({ kind }) => kind)))
    expect([...told].sort()).toEqual([...findingKinds].sort())
  })

  it('asks the library of captions and says nothing when it does not know', () => {
    expect(checkAccessibility(doc(lecture), { lang: 'sv' })).toEqual([])
    expect(checkAccessibility(doc(lecture), { lang: 'sv', captioned: (slug) => slug === 'tyst' })).toEqual([])
  })
})

/** Every Markdown text of the teaching material, with the texts that stand in file heads. */
function contentTexts(): [string, string][] {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /\.(md|yaml)$/.test(file) && !/(^|\/)\./.test(file))
    .flatMap((file): [string, string][] => {
      if (file.endsWith('.yaml')) {
        const { description } = parse(readFileSync(`content/${file}`, 'utf8')) as { description?: unknown }
        return typeof description === 'string' ? [[file, description]] : []
      }
      const [, head = '', ...body] = readFileSync(`content/${file}`, 'utf8').split(/^---$/m)
      const { reflection } = parse(head) as { reflection?: { prompt: string } }
      return [
        [file, body.join('---')],
        ...(reflection === undefined ? [] : ([[`${file} reflection`, reflection.prompt]] as [string, string][])),
      ]
    })
}

describe('the teaching material', () => {
  it('is read, courses and lectures too', () => {
    expect(contentTexts().filter(([file]) => file.startsWith('courses/')).length).toBeGreaterThan(40)
  })

  it.each(contentTexts())('%s passes', (file, source) => {
    const { document } = documentFromMarkdown(source, (src) => ({ src: `/media/${src}`, width: null, height: null }))
    const lang = /\.en\.md( reflection)?$/.test(file) ? 'en' : 'sv'
    expect(checkAccessibility(document, { lang })).toEqual([])
  })
})
