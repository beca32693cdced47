import { type Attributes, Extension, type Extensions, Mark, Node } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { isAllowedHref, isAllowedPicture } from '../addresses'
import { ownSpecs, specOf } from './index'
import type { Attribute, AttributeValue, BlockSpec } from './spec'

function read(attribute: Attribute, written: string | null): AttributeValue | undefined {
  if (written === null) return attribute.default
  const value = attribute.type === 'number' ? Number(written) : attribute.type === 'flag' ? written === 'true' : written
  return attribute.rule(value) === undefined ? value : attribute.default
}

function attribute(name: string, one: Attribute, html: string): Attributes[string] {
  return {
    ...(one.default === undefined ? {} : { default: one.default }),
    parseHTML: (element) => read(one, element.getAttribute(html)),
    renderHTML: (attributes) => {
      const value: unknown = attributes[name]
      const said = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      return said && value !== one.default ? { [html]: String(value) } : {}
    },
  }
}

function attributesOf(spec: BlockSpec, html: (name: string) => string): Attributes {
  return Object.fromEntries(
    Object.entries(spec.attributes).map(([name, one]) => [name, attribute(name, one, html(name))]),
  )
}

/** The schema of a block that is made from its spec alone. */
function nodeOf(spec: BlockSpec): Node {
  const tag = `div[data-block="${spec.name}"]`
  return Node.create({
    name: spec.name,
    ...(spec.name === 'column' ? {} : { group: 'block' }),
    ...(spec.content === undefined ? { atom: true } : { content: spec.content }),
    draggable: spec.content === undefined,
    defining: true,
    isolating: spec.content !== undefined,
    addAttributes: () => attributesOf(spec, (name) => (name === 'lang' ? 'lang' : `data-${name}`)),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [
      'div',
      { 'data-block': spec.name, ...HTMLAttributes },
      ...(spec.content === undefined ? [] : [0 as const]),
    ],
  })
}

/** Says of blocks that the starter kit makes what their specs say beyond it. */
const SpecAttributes = Extension.create({
  name: 'specAttributes',
  addGlobalAttributes() {
    return ['paragraph', 'heading', 'bulletList', 'orderedList', 'taskList', 'blockquote'].map((type) => {
      const attributes = Object.entries(specOf(type)?.attributes ?? {}).filter(([name]) =>
        ['lang', 'source', 'href'].includes(name),
      )
      return {
        types: [type],
        attributes: Object.fromEntries(
          attributes.map(([name, one]) => [name, attribute(name, one, name === 'lang' ? 'lang' : `data-${name}`)]),
        ),
      }
    })
  },
})

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { validate: 'string' } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (isAllowedHref(element.getAttribute('href') ?? '') ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
})

/** Unlike the starter kit's, it may stand inside a link or emphasis. */
const Code = Mark.create({
  name: 'code',
  excludes: '',
  code: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
})

function specAttributes(name: string, html: (attribute: string) => string): Attributes {
  const spec = specOf(name)
  return spec === undefined ? {} : attributesOf(spec, html)
}

const Picture = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () =>
    specAttributes('image', (name) => (['decorative', 'credit'].includes(name) ? `data-${name}` : name)),
  parseHTML: () => [
    { tag: 'img[src]', getAttrs: (element) => (isAllowedPicture(element.getAttribute('src') ?? '') ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})

const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: '(paragraph|bulletList|orderedList)+',
  defining: true,
  addAttributes: () => ({
    ...specAttributes('callout', (name) => (name === 'lang' ? 'lang' : `data-${name}`)),
    kind: {
      default: 'note',
      parseHTML: (element) => element.getAttribute('data-kind') ?? 'note',
      renderHTML: ({ kind }) => ({ 'data-kind': String(kind) }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-kind]' }],
  // No landmark of the page, which a bare `aside` is.
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, role: 'note' }, 0],
})

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: ({ name }) => (name === 'table' ? { tableRole: 'table' } : {}),
  addAttributes: () => specAttributes('table', (name) => name),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader|tableCell)+',
  extendNodeSchema: ({ name }) => (name === 'tableRow' ? { tableRole: 'row' } : {}),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

function cell(name: 'tableHeader' | 'tableCell', tag: 'th' | 'td') {
  return Node.create({
    name,
    content: 'paragraph+',
    isolating: true,
    extendNodeSchema: (node) =>
      node.name === name ? { tableRole: name === 'tableHeader' ? 'header_cell' : 'cell' } : {},
    addAttributes: () => specAttributes(name, (attribute_) => (attribute_ === 'align' ? 'data-align' : attribute_)),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })
}

/** Marks and blocks beside the starter kit's. */
export const blockExtensions: Extensions = [
  SpecAttributes,
  Link,
  Code,
  Picture,
  Callout,
  Table,
  TableRow,
  cell('tableHeader', 'th'),
  cell('tableCell', 'td'),
  TaskList,
  TaskItem.configure({ nested: true, a11y: { checkboxLabel: (node) => node.textContent || '…' } }),
  ...ownSpecs.map(nodeOf),
]
