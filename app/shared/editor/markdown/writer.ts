import type { Block, Column, ListItem, Picture, RichDocument, TaskItem } from '../document'
import { specOf } from '../nodes'
import { saidAttributes, writeAttributes } from './attribute-text'
import { writeDirective } from './directive'
import { escaped, writeCell, writeHeading, writeLine } from './inline-writer'
import { writeTable, writtenHeaders } from './table'

function indented(text: string, by: number): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(by)}`)
}

function item(node: ListItem | TaskItem, marker: string, by = marker.length): string {
  const [first, second] = node.content
  const isTight = first?.type === 'paragraph' && second !== undefined && family(second) !== undefined
  const text = blocks(node.content)
  const joinedText = isTight && attributeLine(second) === '' ? text.replace(/\n\n/, '\n') : text
  return `${marker}${indented(joinedText, by)}`.trimEnd()
}

/** Text inside the signs of a picture, where a sign of an entity is read after all others. */
function inPicture(text: string): string {
  return escaped(text).replace(/\\&/g, '&amp;').replace(/"/g, '\\"')
}

function image({ attrs }: Picture): string {
  const title = attrs.title === null ? '' : ` "${inPicture(attrs.title)}"`
  return `![${inPicture(attrs.alt)}](<${attrs.src}>${title})`
}

/** TeX that stands unchanged between lines of `$$`. */
function isPlainTex(tex: string): boolean {
  return tex === tex.trim() && !/^\$\$|\r/m.test(tex) && !/\n[ \t]*\n/.test(tex)
}

function quoted(text: string): string {
  return `> ${text.replace(/\n/g, '\n> ')}`
}

type Family = 'bullets' | 'numbers' | undefined

function family(node: Block | Column): Family {
  if (node.type === 'bulletList' || node.type === 'taskList') return 'bullets'
  return node.type === 'orderedList' ? 'numbers' : undefined
}

function block(node: Block | Column, second: boolean): string {
  switch (node.type) {
    case 'paragraph':
      return writeLine(node.content)
    case 'heading':
      return `${'#'.repeat(node.attrs.level)} ${writeHeading(node.content)}`.trimEnd()
    case 'bulletList':
      return node.content.map((each) => item(each, second ? '* ' : '- ')).join('\n')
    case 'orderedList':
      return node.content
        .map((each, index) => item(each, `${(node.attrs?.start ?? 1) + index}${second ? ')' : '.'} `))
        .join('\n')
    case 'taskList':
      return node.content
        .map((each) => item(each, `${second ? '*' : '-'} [${each.attrs.checked ? 'x' : ' '}] `, 2))
        .join('\n')
    case 'blockquote':
      return quoted(blocks(node.content))
    case 'callout':
      return `> [!${node.attrs.kind}]\n${quoted(blocks(node.content))}`
    case 'horizontalRule':
      return '---'
    case 'table':
      return writeTable(node, writeCell)
    case 'image':
      return image(node)
    case 'formula':
      return isPlainTex(node.attrs.tex)
        ? `$$\n${node.attrs.tex}\n$$`
        : `::formula${writeAttributes([
            ['tex', node.attrs.tex],
            ['description', node.attrs.description],
          ])}`
    default: {
      const spec = specOf(node.type)
      if (spec === undefined) return ''
      const inside = 'content' in node ? blocks(node.content) : undefined
      return writeDirective(spec, 'attrs' in node ? node.attrs : {}, inside)
    }
  }
}

/** Attributes that the block's own signs already say. */
const signed: Record<string, readonly string[]> = {
  heading: ['level'],
  orderedList: ['start', 'type'],
  callout: ['kind'],
  image: ['src', 'alt', 'title', 'width', 'height'],
  formula: ['tex'],
}

function attributeLine(node: Block | Column): string {
  const spec = specOf(node.type)
  const isFormula = node.type === 'formula' && isPlainTex(node.attrs.tex)
  if (spec === undefined || (spec.directive === true && !isFormula)) return ''
  const said = saidAttributes(spec, 'attrs' in node ? (node.attrs ?? {}) : {})
  const own = said.filter(([name]) => signed[node.type]?.includes(name) !== true)
  return writeAttributes(node.type === 'table' ? [...own, ['headers', writtenHeaders(node)]] : own)
}

/** A block with the line that says what its own signs do not. */
function dressed(node: Block | Column, second: boolean): string {
  const line = attributeLine(node)
  return `${line === '' ? '' : `${line}\n`}${block(node, second)}`
}

/** Of lists that stand after each other, every second has other signs; otherwise they would be read as one. */
function blocks(content: readonly (Block | Column)[]): string {
  let second = false
  const written = content.map((node, index) => {
    const before = content[index - 1]
    second = !second && before !== undefined && family(node) !== undefined && family(before) === family(node)
    return dressed(node, second)
  })
  return written.join('\n\n')
}

/** A document in the portal's Markdown, for writing without scripts. Reading it back gives the same document. */
export function markdownFromDocument(document: RichDocument): string {
  return blocks(document.content)
}
