import { orderedText } from './ordered-text'

/** A part of a text that is compared as one: a paragraph, a heading, a row of a table, a picture … */
export interface TextLine {
  /** The type of its block; of a paragraph the box or list that it stands in. */
  kind: string
  text: string
  /** Everything that it says, its marks and attributes too: two lines with the same are the same. */
  whole: string
}

interface AnyNode {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  content?: AnyNode[]
}

/** Compared whole, though they hold blocks of their own. */
const wholes = new Set(['tableRow'])
/** Where a paragraph stands says more of it than that it is one. */
const plain = new Set(['paragraph', 'doc'])
/** Attributes whose text a reader sees. */
const spoken = ['alt', 'title', 'caption', 'credit', 'source', 'term', 'summary', 'name', 'tex', 'description']

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function contentOf(node: AnyNode): AnyNode[] {
  return Array.isArray(node.content) ? node.content.filter(isNode) : []
}

function isInline(node: AnyNode): boolean {
  return node.type === 'text' || node.type === 'hardBreak'
}

function ownWords(node: AnyNode): string {
  const words = spoken.map((name) => node.attrs?.[name])
  return words.filter((value) => typeof value === 'string' && value !== '').join(' ')
}

/** The words of a node and of all in it; cells of a row stand apart. */
function wordsOf(node: AnyNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  const between = node.type === 'tableRow' ? ' | ' : contentOf(node).some(isInline) ? '' : ' '
  return [ownWords(node), contentOf(node).map(wordsOf).join(between)].filter((part) => part !== '').join(' ')
}

/** Where a line stands: the type of the block around it, and the types and attributes of all of them. */
interface Around {
  kind: string
  whole: string
}

/** Any blocks as lines, in reading order; it need not know their types. */
export function textLines(node: unknown, around: Around = { kind: 'paragraph', whole: '' }): TextLine[] {
  if (!isNode(node)) return []
  const kind = plain.has(node.type) ? around.kind : node.type
  const content = contentOf(node)
  if (wholes.has(node.type) || content.length === 0 || content.some(isInline)) {
    if (node.type === 'doc') return []
    return [{ kind, text: wordsOf(node), whole: `${around.whole} ${orderedText(node)}` }]
  }
  const whole = `${around.whole} ${node.type} ${orderedText(node.attrs ?? {})}`
  const head = ownWords(node)
  const lines = content.flatMap((child) => textLines(child, { kind, whole }))
  return head === '' ? lines : [{ kind, text: head, whole }, ...lines]
}
