import type { Block, Inline, ListItem, RichDocument, Table } from './document'

const escaped = (text: string) => text.replace(/([\\`*_[\]<>&])/g, '\\$1').replace(/\n/g, ' ')

function inline(node: Inline): string {
  if (node.type === 'hardBreak') return '  \n'
  const types = new Set((node.marks ?? []).map(({ type }) => type))
  const link = (node.marks ?? []).find((mark) => mark.type === 'link')
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(node.text) ?? []
  if (core === '') return node.text
  let text = types.has('code') ? `\`${core.replace(/`/g, "'")}\`` : escaped(core)
  if (types.has('italic')) text = `*${text}*`
  if (types.has('bold')) text = `**${text}**`
  if (link?.type === 'link') text = `[${text}](<${link.attrs.href}>)`
  return `${before}${text}${after}`
}

function line(content: Inline[] | undefined): string {
  const text = (content ?? []).map(inline).join('').trim()
  return text.replace(/^(#{1,6}\s|[-+]\s|\d+[.)]\s|\|)/, '\\$1').replace(/^\\(\d+)([.)])/, '$1\\$2')
}

function indented(text: string, by: number): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(by)}`)
}

function item(node: ListItem, marker: string): string {
  return `${marker}${indented(blocks(node.content, '\n'), marker.length)}`
}

function table(node: Table): string {
  const rows = node.content.map(
    (row) =>
      `| ${row.content.map((cell) => blocks(cell.content, ' ').replace(/\n/g, ' ').replace(/\|/g, '\\|')).join(' | ')} |`,
  )
  const width = node.content[0]?.content.length ?? 1
  return [rows[0], `|${' --- |'.repeat(width)}`, ...rows.slice(1)].join('\n')
}

function block(node: Block): string {
  switch (node.type) {
    case 'paragraph':
      return line(node.content)
    case 'heading':
      return `${'#'.repeat(node.attrs.level)} ${(node.content ?? []).map(inline).join('').trim()}`
    case 'bulletList':
      return node.content.map((each) => item(each, '- ')).join('\n')
    case 'orderedList':
      return node.content.map((each, index) => item(each, `${(node.attrs?.start ?? 1) + index}. `)).join('\n')
    case 'blockquote':
      return `> ${blocks(node.content, '\n\n').replace(/\n/g, '\n> ')}`
    case 'callout':
      return `> [!${node.attrs.kind}]\n> ${blocks(node.content, '\n\n').replace(/\n/g, '\n> ')}`
    case 'horizontalRule':
      return '---'
    case 'table':
      return table(node)
    case 'image':
      return `![${escaped(node.attrs.alt)}](<${node.attrs.src}>${node.attrs.title === null ? '' : ` "${node.attrs.title.replace(/"/g, "'")}"`})`
  }
}

function blocks(content: Block[], between: string): string {
  return content.map(block).join(between)
}

/** A document in the portal's Markdown, for writing without scripts. Reading it back gives the same document. */
export function markdownFromDocument(document: RichDocument): string {
  return blocks(document.content, '\n\n')
}
