import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { texts } from '~/i18n/sv'
import { createTranslator } from '~/i18n/translate'
import { I18nProvider } from '~/i18n/use-t'
import { isAllowedHref } from './addresses'
import type { RichDocument } from './document'
import { DocumentView } from './document-view'
import { documentFromMarkdown } from './markdown/reader.server'
import { countWords, plainText } from './plain-text'
import { checkDocument, limits } from './schema.server'

function show(document: RichDocument, shift: 0 | 1 | 2 = 0): string {
  return renderToStaticMarkup(
    <I18nProvider instance={createTranslator('sv', texts)}>
      <DocumentView document={document} shift={shift} />
    </I18nProvider>,
  )
}

const markdown = `## Rubrik

Ett **fett** och *lutat* ord, \`kod\`, en [länk](https://example.org/a?b=1&c=2) och [en till](/kurser).

- ett
  - under
- två

3. tre
4. fyra

| A | B |
| --- | ---: |
| 1 | **2** |

> [!tip]
> Pröva *detta*.
>
> - först

> Ett citat.

![Tre cirklar](bild.svg "Bildtext")

---

#### Sist & slut
`

describe('Markdown', () => {
  const picture = (name: string) =>
    name === 'bild.svg' ? { src: '/media/x/bild.svg?v=1', width: 960, height: 540 } : undefined

  it('becomes a document that the schema accepts and the view shows', () => {
    const { document, faults } = documentFromMarkdown(markdown, picture)
    expect(faults).toEqual([])
    expect(checkDocument(document)).toEqual({ ok: true, value: document })
    const html = show(document, 1)
    expect(html).toContain('<h3 data-level="2">Rubrik</h3>')
    expect(html).toContain('<strong>fett</strong>')
    expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">länk</a>')
    expect(html).toContain('<a href="/kurser">en till</a>')
    expect(html).toContain('<li>ett<ul><li>under</li></ul></li>')
    expect(html).toContain('<ol start="3">')
    expect(html).toMatch(/role="region" aria-label="Tabell: A, B" tabindex="0"/)
    expect(html).toContain('<th scope="col" data-align="right">B</th>')
    expect(html).toMatch(/data-kind="tip" role="note"><p[^>]*>Tips<\/p><p>Pröva <em>detta<\/em>\.<\/p><ul>/)
    expect(html).toContain('<figcaption>Bildtext</figcaption>')
    expect(html).toContain('alt="Tre cirklar" width="960" height="540"')
    expect(html).toContain('<h5 data-level="4">Sist &amp; slut</h5>')
    expect(plainText(document)).toContain('Ett fett och lutat ord, kod, en länk och en till.')
  })

  it.each([
    ['# För hög rubrik', /nivå 1/],
    ['##### För låg rubrik', /nivå 5/],
    ['Text <b>fet</b>', /HTML/],
    ['<iframe src="https://x"></iframe>', /HTML/],
    ['[x](javascript:alert(1))', /inte tillåten/],
    ['[x](data:text/html,1)', /inte tillåten/],
    ['![](bild.svg)', /alternativtext/],
    ['![En](saknas.svg)', /finns inte bredvid/],
    ['Text ![En](bild.svg) mitt i', /inne i en mening/],
    ['> [!danger]\n> Text', /finns inte/],
    ['```\nkod\n```', /kodblock/],
    ['- [ ] uppgift\n- utan ruta', /kryssrutor/],
  ])('reports %j', (text, expected) => {
    expect(documentFromMarkdown(`Först.\n\n${text}`, picture).faults).toContainEqual(
      expect.objectContaining({ line: 3, message: expect.stringMatching(expected) as unknown }),
    )
  })

  it.each([
    ['**a **b** c**', '<p><strong>a b c</strong></p>'],
    ['***a** b*', '<p><em><strong>a</strong> b</em></p>'],
    ['**a __b__**', '<p><strong>a b</strong></p>'],
    ['[ett **fett** ord](/a)', '<a href="/a">ett <strong>fett</strong> ord</a>'],
    ['[`kod`](https://example.org)', '<a href="https://example.org" rel="noopener noreferrer"><code>kod</code></a>'],
  ])('takes %s with each mark once', (text, expected) => {
    const { document } = documentFromMarkdown(text)
    expect(checkDocument(document)).toMatchObject({ ok: true })
    expect(show(document)).toContain(expected)
  })

  it('gives an accepted, safe document whatever the text', { timeout: 30_000 }, () => {
    const piece = fc.constantFrom(
      '# ',
      '- ',
      '> ',
      '[!tip]',
      '[a](',
      'javascript:x',
      ')',
      '|',
      '\n',
      '\n\n',
      '**',
      '<script>',
      '`',
      '![',
      ']',
      '1. ',
      '---',
      'å',
      ' ',
      '&lt;',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const { document } = documentFromMarkdown(text.replaceAll('\0', ''))
          const checked = checkDocument(document)
          if (!checked.ok && checked.fault === 'too-deep') return
          if (!checked.ok) throw new Error(`${checked.fault} at ${checked.path}: ${JSON.stringify(document)}`)
          expect(show(checked.value)).not.toMatch(/<script|href="javascript/i)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a document from outside', () => {
  const doc = (...content: unknown[]) => ({ type: 'doc', content })
  const text = (value: string, ...marks: unknown[]) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: value, marks }],
  })
  const link = (href: unknown) => doc(text('x', { type: 'link', attrs: { href } }))
  const image = (attrs: unknown) => doc({ type: 'image', attrs })
  const deep = (levels: number): unknown =>
    levels === 0
      ? text('x')
      : { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, deep(levels - 1)] }] }

  it.each([
    ['not an object', 'text', 'not-a-document'],
    ['another root', { type: 'paragraph' }, 'not-a-document'],
    ['an unknown node', doc({ type: 'iframe' }), 'unknown-node'],
    ['a node by an inherited name', doc({ type: 'constructor' }), 'unknown-node'],
    ['an unknown mark', doc(text('x', { type: 'textStyle' })), 'unknown-mark'],
    ['an unknown attribute', doc({ type: 'paragraph', attrs: { onclick: 'x' } }), 'unknown-attribute'],
    ['an unknown key', doc({ type: 'paragraph', html: '<b>' }), 'unknown-attribute'],
    ['a wrong level', doc({ type: 'heading', attrs: { level: 1 } }), 'bad-attribute'],
    [
      'a wrong callout',
      doc({ type: 'callout', attrs: { kind: 'x"><script>' }, content: [text('x')] }),
      'bad-attribute',
    ],
    ['a script link', link('javascript:alert(1)'), 'bad-link'],
    ['a hidden script link', link('java\nscript:alert(1)'), 'bad-link'],
    ['a link to another site without scheme', link('//evil.example'), 'bad-link'],
    ['a link that is no text', link({ toString: 'x' }), 'bad-link'],
    ['a link without address', doc(text('x', { type: 'link' })), 'bad-attribute'],
    ['a picture from elsewhere', image({ src: 'https://evil.example/x.png', alt: 'x' }), 'bad-picture'],
    ['a picture without words', image({ src: '/media/x.svg', alt: ' ' }), 'missing-alt'],
    ['a picture with no alt', image({ src: '/media/x.svg' }), 'missing-alt'],
    [
      'a heading in a cell',
      doc({
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'heading', attrs: { level: 2 } }] }] },
        ],
      }),
      'bad-structure',
    ],
    ['an empty table', doc({ type: 'table', content: [] }), 'bad-structure'],
    ['empty text', doc(text('')), 'bad-attribute'],
    ['deep nesting', doc(deep(20)), 'too-deep'],
    ['too many nodes', doc(...Array.from({ length: limits.nodes + 1 }, () => ({ type: 'paragraph' }))), 'too-large'],
    ['too much text', doc(text('å'.repeat(limits.bytes))), 'too-large'],
  ])('is refused: %s', (_name, value, fault) => {
    const checked = checkDocument(value)
    expect(checked).toMatchObject({ ok: false, fault })
    if (!checked.ok) expect(checked.message).toMatch(/\./)
  })

  it('never throws, and shows no script, whatever is sent', { timeout: 30_000 }, () => {
    const names = fc.constantFrom(
      'doc',
      'paragraph',
      'text',
      'heading',
      'bulletList',
      'listItem',
      'table',
      'tableRow',
      'tableCell',
      'image',
      'callout',
      'script',
      '__proto__',
    )
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constantFrom('javascript:alert(1)', ' javascript:x', 'JaVaScRiPt:x', 'https://a.example', '/x', 2, 'tip'),
    )
    const mark = fc.record(
      {
        type: fc.constantFrom('bold', 'link', 'code', 'style'),
        attrs: fc.dictionary(fc.constantFrom('href', 'onclick', 'style'), value),
      },
      { requiredKeys: ['type'] },
    )
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.record(
        {
          type: names,
          text: fc.string(),
          attrs: fc.dictionary(fc.constantFrom('level', 'src', 'alt', 'kind', 'onerror', '__proto__'), value),
          marks: fc.array(mark, { maxLength: 2 }),
          content: fc.array(tie('node'), { maxLength: 3 }),
        },
        { requiredKeys: ['type'] },
      ),
    }))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.array(node, { maxLength: 4 }).map((content) => ({ type: 'doc', content })),
        ),
        (sent) => {
          const checked = checkDocument(sent)
          if (checked.ok) expect(show(checked.value)).not.toMatch(/<script|javascript:|\son\w+=/i)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['https://example.org', true],
    ['http://urn.kb.se/resolve?urn=urn:nbn:se:du-27318', true],
    ['mailto:namn@example.org', true],
    ['/kurser', true],
    ['#rubrik', true],
    ['', false],
    ['kurser', false],
    ['\\\\evil.example', false],
    ['/\\evil.example', false],
    ['https://', false],
    ['vbscript:x', false],
    ['data:text/html,x', false],
    ['\u0001javascript:x', false],
  ])('allows %j as a link: %s', (href, expected) => {
    expect(isAllowedHref(href)).toBe(expected)
  })
})

it.each([
  ['', 0],
  ['Ett ord', 2],
  ['sfi-lärare läser K5.2, 13.00–15.00', 5],
])('countWords(%j) is %i', (text, expected) => {
  expect(countWords(text)).toBe(expected)
})
