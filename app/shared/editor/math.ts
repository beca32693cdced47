import katex from 'katex'
import type { MathNode } from './document'

const tags = new Set([
  ...['math', 'semantics', 'mrow', 'mi', 'mo', 'mn', 'mtext', 'mspace', 'msup', 'msub', 'msubsup', 'mfrac', 'msqrt'],
  ...['mroot', 'munder', 'mover', 'munderover', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded', 'menclose', 'mphantom'],
])
const attributes = new Set([
  ...['display', 'mathvariant', 'stretchy', 'fence', 'separator', 'lspace', 'rspace', 'minsize', 'maxsize', 'width'],
  ...[
    'height',
    'depth',
    'voffset',
    'linethickness',
    'displaystyle',
    'scriptlevel',
    'accent',
    'accentunder',
    'notation',
  ],
  ...['columnalign', 'columnspacing', 'rowspacing', 'columnlines', 'rowlines', 'movablelimits', 'largeop', 'form'],
])
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => entities[name] ?? whole)

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) found[name] = decode(value)
  }
  return found
}

/** The MathML that KaTeX writes, as a tree of known elements; what is unknown gives way to what it holds. */
function tree(markup: string): MathNode | undefined {
  const root: MathNode = { tag: 'root', children: [] }
  const open: { node: MathNode; name: string }[] = [{ node: root, name: 'root' }]
  for (const [, slash, name = '', rest = '', text] of markup.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    const parent = open.at(-1)?.node ?? root
    if (text !== undefined) {
      if (!open.some((each) => each.name === 'annotation')) parent.children.push(decode(text))
    } else if (slash === '/') {
      open.pop()
    } else {
      const node: MathNode = tags.has(name) ? { tag: name, attrs: attributesIn(rest), children: [] } : parent
      if (node !== parent) parent.children.push(node)
      if (!rest.endsWith('/')) open.push({ node, name })
    }
  }
  return root.children.find((child) => typeof child !== 'string')
}

/** The drawing of a formula; undefined for TeX that KaTeX does not understand. */
export function mathOf(tex: string): MathNode | undefined {
  try {
    const options = { output: 'mathml', displayMode: true, trust: false, strict: false, maxExpand: 200 } as const
    return tree(katex.renderToString(tex, options))
  } catch {
    return undefined
  }
}
