import type { Inline, Mark } from '../document'
import { joined, markOf, markOrder, sameMark } from './runs'

/** Text in which no sign means anything; addresses stay text and become no links. */
export function escaped(text: string): string {
  return text
    .replace(/([\\`*_[\]<>&~])/g, '\\$1')
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/(?<=\S)@(?=\S)/g, '\\@')
    .replace(/\n/g, ' ')
}

function code(text: string): string {
  const plain = text.replace(/\n/g, ' ')
  const runs = plain.match(/`+/g)?.map(({ length }) => length) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const padded = /^`|`$|^ .* $/.test(plain) ? ` ${plain} ` : plain
  return `${fence}${padded}${fence}`
}

function wrapped(mark: Mark, inside: string, before: string): string {
  const [, lead = '', core = '', trail = ''] = /^(\s*)([^]*?)(\s*)$/.exec(inside) ?? []
  if (core === '') return inside
  switch (mark.type) {
    case 'bold':
      return `${lead}**${core}**${trail}`
    case 'italic': {
      // A star would melt into those of the bold text before it.
      const sign = before.endsWith('*') && lead === '' ? '_' : '*'
      return `${lead}${sign}${core}${sign}${trail}`
    }
    case 'link':
      return `${lead}[${core}](<${mark.attrs.href}>)${trail}`
    case 'code':
      return inside
  }
}

function leaf(node: Inline): string {
  if (node.type === 'hardBreak') return '  \n'
  return markOf(node, 'code') === undefined ? escaped(node.text) : code(node.text)
}

function nested(nodes: Inline[], depth: number): string {
  const type = markOrder[depth]
  if (type === undefined || type === 'code') return nodes.map(leaf).join('')
  let text = ''
  let group: Inline[] = []
  const close = () => {
    const [first] = group
    if (first === undefined) return
    const mark = markOf(first, type)
    const inside = nested(group, depth + 1)
    text += mark === undefined ? inside : wrapped(mark, inside, text)
    group = []
  }
  for (const node of nodes) {
    const [first] = group
    if (first !== undefined && !sameMark(markOf(first, type), markOf(node, type))) close()
    group.push(node)
  }
  close()
  return text
}

/** Signs that begin a block when they begin a line. */
const beginning = /^(#{1,6}(?:\s|$)|[-+](?:\s|$|-)|=+\s*$|:::?|\{|\$\$|\||~~~)/

function safeStart(line: string): string {
  return line.replace(beginning, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2')
}

/** The text of one paragraph, on as many lines as it has line breaks. */
export function writeLine(content: Inline[] | undefined): string {
  return nested(joined(content ?? []), 0)
    .trim()
    .split('\n')
    .map((line, index) => safeStart(index === 0 ? line : line.trimStart()))
    .join('\n')
}

/** The text of a heading, on one line. */
export function writeHeading(content: Inline[] | undefined): string {
  return nested(joined(content ?? []), 0)
    .replace(/ *\n/g, ' ')
    .trim()
    .replace(/(#+)$/, '\\$1')
}

/** The text of a paragraph in a table, where no sign begins a block. */
export function writeCell(content: Inline[] | undefined): string {
  return nested(joined(content ?? []), 0).trim()
}
