import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { texts } from '~/i18n/sv'
import { createTranslator } from '~/i18n/translate'
import { I18nProvider } from '~/i18n/use-t'
import { richDocuments } from '../../../tests/support/documents'
import type { Block, RichDocument } from './document'
import { DocumentView } from './document-view'
import { embedAddress } from './embed-hosts'
import { forReading } from './for-reading.server'
import { documentFromMarkdown } from './markdown/reader.server'
import { mathOf } from './math'
import { plainText } from './plain-text'
import { checkDocument } from './schema.server'

function show(document: RichDocument): string {
  return renderToStaticMarkup(
    <I18nProvider instance={createTranslator('sv', texts)}>
      <DocumentView document={document} slots={{ prompt: ({ attrs }) => <i>svar {attrs.key}</i> }} />
    </I18nProvider>,
  )
}

const markdown = `{lang="en"}
Words in English.

- [ ] Läs texten
- [x] Skriv ett mål

{source="Skolverket" href="https://www.skolverket.se"}
> Språket bär kunskapen.

:::prompt{key="hinder"}
Vad hindrar dina elever?
:::

:::definition{term="Stöttning"}
Tillfälligt stöd.
:::

::file{src="/media/mall.pdf" name="Mall för planering" kind="pdf" size="1440000"}

::lecture{slug="stottning-i-praktiken" title="Stöttning i praktiken" from="65" to="150"}

::embed{src="https://www.geogebra.org/m/abc" title="Räta linjen"}

{description="x i kvadrat"}
$$
x^2 < 3
$$

:::details{summary="Mer om metoden"}
#### Så gör du
:::

:::columns
:::column
Till vänster.
:::
:::column
Till höger.
:::
:::

{headers="both"}
|  | A |
| --- | --- |
| B | 1<br><br>2 |

{decorative="true"}
![](/media/linje.svg)

{credit="Ada Exempel"}
![En trappa](/media/trappa.svg "Tre steg")
`

describe('every block', () => {
  const { document, faults } = documentFromMarkdown(markdown)
  const html = show(forReading(document))

  it('is read from Markdown and accepted', () => {
    expect(faults).toEqual([])
    expect(checkDocument(document)).toEqual({ ok: true, value: document })
  })

  it.each([
    ['a language', '<p lang="en">Words in English.</p>'],
    ['a task left', /<li data-done="false"><span[^>]*>Att göra<\/span><div>Läs texten<\/div>/],
    ['a task done', /<li data-done="true"><span[^>]*>Klart<\/span>/],
    [
      'a source',
      /<blockquote><p>Språket[^]*<cite><a href="https:\/\/www.skolverket.se" rel="noopener noreferrer">Skolverket/,
    ],
    ['a prompt with its slot', /<section[^>]*aria-label="Fundera">[^]*Vad hindrar[^]*<i>svar hinder<\/i><\/section>/],
    ['a definition', '<dfn>Stöttning</dfn></dt><dd><p>Tillfälligt stöd.</p></dd>'],
    ['a file', /<a href="\/media\/mall.pdf" download="">Mall för planering<span[^>]*> \(PDF, 1,4\u00a0MB\)/],
    [
      'a clip',
      /<a href="\/forelasningar\/stottning-i-praktiken\?t=65">Stöttning i praktiken<\/a><span[^>]*>Från 1:05 till 2:30/,
    ],
    ['an embedded page as a link', /<a href="https:\/\/www.geogebra.org\/m\/abc"[^>]*>Räta linjen på GeoGebra/],
    [
      'a formula',
      /role="img" aria-label="x i kvadrat"><math display="block"><semantics><mrow><msup><mi>x<\/mi><mn>2<\/mn><\/msup>/,
    ],
    ['an expandable part', /<details[^>]*><summary>Mer om metoden<\/summary><div><h4 data-level="4">Så gör du/],
    ['columns', /<div><p>Till vänster.<\/p><\/div><div><p>Till höger.<\/p><\/div>/],
    ['a header column', /<tr><th scope="row">B<\/th><td><p>1<\/p><p>2<\/p><\/td><\/tr>/],
    ['a decorative picture', '<img src="/media/linje.svg" alt="" loading'],
    ['a caption and a credit', /<figcaption>Tre steg<span[^>]*>Bild: Ada Exempel/],
  ])('shows %s', (_name, expected) => {
    if (typeof expected === 'string') expect(html).toContain(expected)
    else expect(html).toMatch(expected)
  })

  it('fetches nothing from elsewhere and holds no script', () => {
    expect(html).not.toMatch(/<iframe|<script/)
  })

  it('is found by its words', () => {
    const words = plainText(document)
    for (const word of [
      'Stöttning',
      'Mall för planering',
      'Räta linjen',
      'x i kvadrat',
      'Mer om metoden',
      'Skolverket',
    ]) {
      expect(words).toContain(word)
    }
  })

  it('is accepted and shown whatever its content', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(richDocuments, (made) => {
        const checked = checkDocument(made)
        if (checked.ok) expect(show(forReading(checked.value)).length).toBeGreaterThan(0)
        else expect(checked.fault).toBe('too-deep')
      }),
      { numRuns: 150 },
    )
  })
})

describe('refused', () => {
  const nested = (levels: number): string => '{"type":"blockquote","content":['.repeat(levels) + ']}'.repeat(levels)
  const paragraph: Block = { type: 'paragraph' }
  const cells = (count: number) => Array.from({ length: count }, () => ({ type: 'tableCell', content: [paragraph] }))
  it.each([
    ['a picture without words', '{"type":"image","attrs":{"src":"/a.svg","alt":" "}}', 'missing-alt'],
    ['a page of an unknown site', '{"type":"embed","attrs":{"src":"https://evil.example/","title":"x"}}', 'bad-embed'],
    ['an embedded script', '{"type":"embed","attrs":{"src":"javascript:alert(1)","title":"x"}}', 'bad-embed'],
    [
      'a site that only looks known',
      '{"type":"embed","attrs":{"src":"https://www.geogebra.org@evil.example/","title":"x"}}',
      'bad-embed',
    ],
    ['a file elsewhere', '{"type":"file","attrs":{"src":"https://evil.example/a.pdf","name":"x"}}', 'bad-picture'],
    [
      'a clip that ends before it begins',
      '{"type":"lecture","attrs":{"slug":"a","title":"x","from":9,"to":3}}',
      'bad-attribute',
    ],
    ['a lecture at an address', '{"type":"lecture","attrs":{"slug":"../a","title":"x"}}', 'bad-attribute'],
    [
      'a stored drawing',
      '{"type":"formula","attrs":{"tex":"x","math":{"tag":"script","children":[]}}}',
      'unknown-attribute',
    ],
    [
      'three columns',
      `{"type":"columns","content":[${'{"type":"column","content":[{"type":"paragraph"}]},'.repeat(3).slice(0, -1)}]}`,
      'bad-structure',
    ],
    ['a wrong language', '{"type":"paragraph","attrs":{"lang":"\\" onclick"}}', 'bad-attribute'],
    [
      'one key twice',
      '{"type":"prompt","attrs":{"key":"a"},"content":[{"type":"paragraph"}]},{"type":"prompt","attrs":{"key":"a"},"content":[{"type":"paragraph"}]}',
      'double-key',
    ],
    [
      'joined cells',
      '{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"colspan":2},"content":[{"type":"paragraph"}]}]}]}',
      'bad-attribute',
    ],
    [
      'rows of unequal length',
      JSON.stringify({ type: 'table', content: [2, 1].map((n) => ({ type: 'tableRow', content: cells(n) })) }),
      'bad-table',
    ],
    [
      'a huge table',
      JSON.stringify({
        type: 'table',
        content: Array.from({ length: 301 }, () => ({ type: 'tableRow', content: cells(2) })),
      }),
      'bad-table',
    ],
    ['half a character', '{"type":"paragraph","content":[{"type":"text","text":"\\ud800"}]}', 'bad-attribute'],
    ['__proto__ as a key', '{"type":"paragraph","__proto__":{"polluted":true}}', 'unknown-attribute'],
    [
      '__proto__ as an attribute',
      '{"type":"heading","attrs":{"level":2,"__proto__":{"level":9}}}',
      'unknown-attribute',
    ],
    ['constructor as a node', '{"type":"constructor"}', 'unknown-node'],
    ['depth 1,000', nested(1000), 'too-deep'],
    [
      '10 MB of text',
      `{"type":"paragraph","content":[{"type":"text","text":"${'å'.repeat(5_000_000)}"}]}`,
      'too-large',
    ],
    [
      '10 MB of marks',
      `{"type":"paragraph","content":[{"type":"text","text":"x","marks":[${'{"type":"bold"},'.repeat(600_000).slice(0, -1)}]}]}`,
      'unknown-mark',
    ],
    ['10 MB of nodes', `${'{"type":"paragraph"},'.repeat(500_000).slice(0, -1)}`, 'too-large'],
  ])('%s', (_name, json, fault) => {
    const value: unknown = JSON.parse(`{"type":"doc","content":[${json}]}`)
    const checked = checkDocument(value)
    expect(checked).toMatchObject({ ok: false, fault })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it.each([
    ['>'.repeat(20_000), /för många nivåer/],
    [Array.from({ length: 500 }, (_, level) => `${' '.repeat(level * 2)}- a`).join('\n'), /för många nivåer/],
    [':::details{summary="a"}\n'.repeat(3000), /för djupt|slutar inte/],
    ['::embed{src="https://evil.example/" title="x"}', /src/],
    ['::file{src="/a.pdf"}', /name saknas/],
    [':::prompt{key="A B"}\nx\n:::', /key/],
    [':::okand\nx\n:::', /finns inte/],
    ['{color="red"}\nText', /color finns inte/],
    ['{lang="en"}', /hör inte till/],
    [':::columns\n:::column\na\n:::\n:::', /två spalter/],
    [':::definition{term="x"}\n## Rubrik\n:::', /inte får stå där/],
  ])('in Markdown, with a sentence: %.30s', (source, expected) => {
    const { faults } = documentFromMarkdown(source)
    expect(faults.map(({ message }) => message).join(' ')).toMatch(expected)
  })
})

describe('formulas', () => {
  it('are drawn of known elements alone, and not at all when they cannot be read', () => {
    const drawn = JSON.stringify(mathOf('\\href{javascript:alert(1)}{x} \\frac{a}{b} \\text{<b>}'))
    expect(drawn).toContain('mfrac')
    expect(drawn).not.toMatch(/javascript|"tag":"(a|script|b)"/)
    expect(mathOf('\\frac{')).toBeUndefined()
    expect(mathOf('\\def\\x{\\x\\x}\\x')).toBeUndefined()
  })
})

it.each([
  ['https://www.youtube.com/watch?v=abcDEF12345&t=3', 'https://www.youtube-nocookie.com/embed/abcDEF12345'],
  ['https://youtu.be/abcDEF12345', 'https://www.youtube-nocookie.com/embed/abcDEF12345'],
  ['https://vimeo.com/123456', 'https://player.vimeo.com/video/123456?dnt=1'],
  ['https://www.geogebra.org/m/abc', 'https://www.geogebra.org/m/abc'],
  ['http://www.geogebra.org/m/abc', undefined],
  ['https://evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['x', undefined],
])('embeds %s as %s', (copied, expected) => {
  expect(embedAddress(copied)).toBe(expected)
})
