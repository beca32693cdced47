import fc from 'fast-check'
import type { Block, Column, Inline, ListItem, Mark, RichDocument, TaskItem } from '~/shared/editor/document'

const word = fc.constantFrom(
  ...['Ord', 'kurs', 'åäö', '2', '*', '_under_', '`kod`', '[x]', '<b>', '&amp;', '#', '# rubrik', '- punkt', '1. ett'],
  ...[':::', '::file', '{lang="en"}', '$$', '|', '\\', '>', '!', '"citat"', 'https://example.org', '===', '---', '~~~'],
)
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const plain = fc.constantFrom('Ord', 'två ord', 'åäö', '12 kg', 'Läs mer')

const marks = fc.constantFrom<Mark[]>(
  [],
  [{ type: 'bold' }],
  [{ type: 'italic' }],
  [{ type: 'code' }],
  [{ type: 'bold' }, { type: 'italic' }],
  [{ type: 'link', attrs: { href: 'https://example.org/a_b?c=1&d=(2)' } }],
  [{ type: 'link', attrs: { href: '/kurser' } }, { type: 'bold' }],
)

/** Marked runs are kept apart by plain words, so that each has one way to be written. */
const inlines = fc
  .array(fc.tuple(words, plain, marks, fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((runs) =>
    runs.flatMap(([before, marked, given, breaks], index): Inline[] => [
      { type: 'text', text: `${index === 0 ? '' : ' '}${before}${given.length === 0 ? '' : ' '}` },
      ...(given.length === 0 ? [] : [{ type: 'text' as const, text: marked, marks: given }]),
      ...(breaks && index < runs.length - 1 ? [{ type: 'hardBreak' as const }] : []),
    ]),
  )
  .map(tidied)

/** Neighbours without marks are one run, and nothing stands around a line break. */
function tidied(content: Inline[]): Inline[] {
  const made: Inline[] = []
  for (const node of content) {
    const last = made.at(-1)
    if (node.type === 'text' && last?.type === 'text' && node.marks === undefined && last.marks === undefined) {
      made[made.length - 1] = { type: 'text', text: last.text + node.text }
    } else if (node.type === 'text' && last?.type === 'hardBreak') {
      made.push({ ...node, text: node.text.trimStart() })
    } else if (node.type === 'hardBreak' && last?.type === 'text') {
      made[made.length - 1] = { ...last, text: last.text.trimEnd() }
      made.push(node)
    } else made.push(node)
  }
  return made
}

const lang = fc.constantFrom(undefined, 'en', 'ar')
const withLang = <T extends object>(attrs: T, tag: string | undefined): T & { lang?: string } =>
  tag === undefined ? attrs : { ...attrs, lang: tag }
const paragraph = fc.tuple(inlines, lang).map(([content, tag]): Block => ({
  type: 'paragraph',
  ...(tag === undefined ? {} : { attrs: { lang: tag } }),
  content,
}))
const simple = fc.oneof(
  paragraph,
  fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((content): Block => ({ type: 'bulletList', content: [{ type: 'listItem', content }] })),
)
const row = (type: 'tableHeader' | 'tableCell') =>
  fc.array(inlines, { minLength: 2, maxLength: 2 }).map((cells) => ({
    type: 'tableRow' as const,
    content: cells.map((content) => ({
      type,
      attrs: { align: null },
      content: [{ type: 'paragraph' as const, content }],
    })),
  }))

const leaves: fc.Arbitrary<Block>[] = [
  paragraph,
  fc.tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), words, lang).map(([level, text, tag]) => ({
    type: 'heading',
    attrs: withLang({ level }, tag),
    content: [{ type: 'text', text }],
  })),
  fc.constant({ type: 'horizontalRule' }),
  fc.tuple(words, fc.option(words), fc.option(words)).map(([alt, title, credit]) => ({
    type: 'image',
    attrs: { src: '/media/bild.svg', alt, title, width: null, height: null, ...(credit === null ? {} : { credit }) },
  })),
  fc.constant({
    type: 'image',
    attrs: { src: '/media/linje.svg', alt: '', title: null, width: null, height: null, decorative: true },
  }),
  fc.tuple(row('tableHeader'), row('tableCell')).map((content) => ({ type: 'table', content })),
  fc.tuple(row('tableCell'), row('tableCell')).map((content) => ({ type: 'table', content })),
  words.map((name) => ({ type: 'file', attrs: { src: '/media/a.pdf', name, kind: 'pdf', size: 1234 } })),
  words.map((title) => ({ type: 'lecture', attrs: { slug: 'en-forelasning', title, from: 60, to: 90 } })),
  words.map((title) => ({ type: 'embed', attrs: { src: 'https://www.youtube-nocookie.com/embed/abcdef', title } })),
  fc
    .tuple(fc.constantFrom('E = mc^2', '\\frac{1}{2}', 'a\n\nb', '$$', ' x '), fc.option(words))
    .map(([tex, description]) => ({
      type: 'formula',
      attrs: { tex, ...(description === null ? {} : { description }) },
    })),
  fc
    .tuple(fc.constantFrom('note' as const, 'warning' as const), fc.array(simple, { minLength: 1, maxLength: 2 }))
    .map(([kind, content]) => ({ type: 'callout', attrs: { kind }, content })),
  fc.tuple(words, fc.array(simple, { minLength: 1, maxLength: 2 })).map(([term, content]) => ({
    type: 'definition',
    attrs: { term },
    content,
  })),
]

const { block } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => {
  const inside = tie('blocks')
  return {
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
    block: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'block' },
      fc.oneof(...leaves),
      fc.tuple(words, inside).map(([summary, content]): Block => ({ type: 'details', attrs: { summary }, content })),
      fc.tuple(inside, inside).map((columns): Block => ({
        type: 'columns',
        content: columns.map((content): Column => ({ type: 'column', content })),
      })),
      fc.tuple(inside, fc.option(words)).map(([content, source]): Block => ({
        type: 'blockquote',
        ...(source === null ? {} : { attrs: { source } }),
        content,
      })),
      fc.tuple(paragraph, inside, fc.boolean()).map(([first, content, ordered]): Block => {
        const items: ListItem[] = [
          { type: 'listItem', content: [first] },
          { type: 'listItem', content: [first, ...content.filter(({ type }) => !/List$/.test(type))] },
        ]
        return ordered
          ? { type: 'orderedList', attrs: { start: 3 }, content: items }
          : { type: 'bulletList', content: items }
      }),
      fc.tuple(paragraph, fc.boolean()).map(([first, checked]): Block => ({
        type: 'taskList',
        content: [
          { type: 'taskItem', attrs: { checked }, content: [first] } satisfies TaskItem,
          { type: 'taskItem', attrs: { checked: !checked }, content: [first, first] },
        ],
      })),
    ),
  }
})

/** Documents with every kind of block, as the editor may store them. */
export const richDocuments: fc.Arbitrary<RichDocument> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }))
