import { type Extensions, Mark, Node } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { headingLevels } from './document'

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { validate: 'string' } }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
})

/** Unlike the starter kit's, it may stand inside a link or emphasis. */
const Code = Mark.create({
  name: 'code',
  excludes: '',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
})

const Picture = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    src: { validate: 'string' },
    alt: { validate: 'string' },
    title: { default: null, validate: 'string|null' },
    width: { default: null, validate: 'number|null' },
    height: { default: null, validate: 'number|null' },
  }),
  parseHTML: () => [{ tag: 'img[src][alt]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})

const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: '(paragraph|bulletList|orderedList)+',
  defining: true,
  addAttributes: () => ({ kind: { default: 'note', validate: 'string' } }),
  parseHTML: () => [{ tag: 'aside[data-kind]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
})

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader|tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

function cell(name: 'tableHeader' | 'tableCell', tag: 'th' | 'td') {
  return Node.create({
    name,
    content: 'paragraph+',
    isolating: true,
    addAttributes: () => ({ align: { default: null, validate: 'string|null' } }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })
}

function listOf(undoRedo: Record<string, never> | false): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [...headingLevels] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: false,
      dropcursor: false,
      gapcursor: false,
      trailingNode: false,
      undoRedo,
    }),
    Link,
    Code,
    Picture,
    Callout,
    Table,
    TableRow,
    cell('tableHeader', 'th'),
    cell('tableCell', 'td'),
  ]
}

/** Everything a stored text may consist of; the schema is made from this list alone. */
export const extensions = listOf(false)

/** The same texts, with undo while they are written. */
export const writingExtensions = listOf({})
