import { lexer, type Token, type Tokens } from 'marked'
import {
  type Block,
  type CalloutKind,
  calloutKinds,
  type HeadingLevel,
  type Inline,
  type List,
  type ListItem,
  type Mark,
  type RichDocument,
  type TableCell,
} from './document'
import { isAllowedHref } from './addresses'

/** A fault in a Markdown text: line in that text (from 1) and Swedish sentences on what is wrong and what to do. */
export interface MarkdownFault {
  line: number
  message: string
  remedy: string
}

export interface MarkdownPicture {
  src: string
  width: number | null
  height: number | null
}

interface Reading {
  faults: MarkdownFault[]
  line: number
  picture: (name: string) => MarkdownPicture | undefined
}

function fault(reading: Reading, message: string, remedy: string): void {
  reading.faults.push({ line: reading.line, message, remedy })
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', '#39': "'" }
const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole)

function run(text: string, marks: Mark[]): Inline[] {
  const clean = decode(text).replace(/\s*\n\s*/g, ' ')
  return clean === '' ? [] : [{ type: 'text', text: clean, ...(marks.length === 0 ? {} : { marks }) }]
}

/** Emphasis inside the same emphasis adds nothing; the schema takes each mark once. */
function added(marks: Mark[], mark: Mark): Mark[] {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

function inlines(tokens: Token[] | undefined, marks: Mark[], reading: Reading): Inline[] {
  return (tokens ?? []).flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
        return 'tokens' in token && token.tokens !== undefined
          ? inlines(token.tokens, marks, reading)
          : run((token as Tokens.Text).text, marks)
      case 'escape':
        return run((token as Tokens.Escape).text, marks)
      case 'strong':
        return inlines((token as Tokens.Strong).tokens, added(marks, { type: 'bold' }), reading)
      case 'em':
        return inlines((token as Tokens.Em).tokens, added(marks, { type: 'italic' }), reading)
      case 'codespan':
        return run((token as Tokens.Codespan).text, added(marks, { type: 'code' }))
      case 'br':
        return [{ type: 'hardBreak' }]
      case 'link': {
        const link = token as Tokens.Link
        if (!isAllowedHref(link.href)) {
          fault(
            reading,
            `Länken till ”${link.href}” är inte tillåten.`,
            'Använd https://, mailto: eller en adress inom portalen som börjar med /.',
          )
          return inlines(link.tokens, marks, reading)
        }
        return inlines(link.tokens, added(marks, { type: 'link', attrs: { href: link.href } }), reading)
      }
      case 'image':
        fault(reading, 'En bild står inne i en mening eller lista.', 'Lägg bilden ensam i ett eget stycke.')
        return []
      case 'html':
        fault(
          reading,
          `Texten innehåller HTML: ${token.raw.trim().slice(0, 40)}`,
          'Skriv om med Markdown; HTML används inte.',
        )
        return []
      default:
        fault(
          reading,
          `Texten innehåller något som inte används: ${token.raw.trim().slice(0, 40)}`,
          'Skriv om det som vanlig text.',
        )
        return []
    }
  })
}

function paragraph(tokens: Token[] | undefined, reading: Reading): Block[] {
  const content = inlines(tokens, [], reading)
  return content.length === 0 ? [] : [{ type: 'paragraph', content }]
}

function picture(token: Tokens.Image, reading: Reading): Block[] {
  const found = reading.picture(token.href)
  if (token.text.trim() === '') {
    fault(reading, `Bilden ${token.href} saknar alternativtext.`, 'Skriv ![Vad bilden visar](fil.svg "Bildtext").')
    return []
  }
  if (found === undefined) {
    fault(reading, `Bilden ${token.href} finns inte bredvid texten.`, 'Lägg filen i samma mapp eller rätta filnamnet.')
    return []
  }
  const title = typeof token.title === 'string' && token.title.trim() !== '' ? decode(token.title) : null
  return [
    {
      type: 'image',
      attrs: { src: found.src, alt: decode(token.text), title, width: found.width, height: found.height },
    },
  ]
}

function list(token: Tokens.List, reading: Reading, depth: number): Block[] {
  if (depth > 2) fault(reading, 'Listan har mer än två nivåer.', 'Gör listan plattare.')
  const items = token.items.map((item): ListItem => {
    if (item.task) fault(reading, 'Listan har kryssrutor.', 'Ta bort [ ] och [x].')
    const content = blocks(item.tokens, reading, depth)
    const first = content[0]
    return { type: 'listItem', content: first?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] }
  })
  const start = typeof token.start === 'number' ? token.start : 1
  const made: List = token.ordered
    ? { type: 'orderedList', attrs: { start }, content: items }
    : { type: 'bulletList', content: items }
  return [made]
}

function cell(type: TableCell['type'], token: Tokens.TableCell, reading: Reading): TableCell {
  const content = inlines(token.tokens, [], reading)
  return {
    type,
    attrs: { align: token.align },
    content: [content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }],
  }
}

function quote(token: Tokens.Blockquote, reading: Reading, depth: number): Block[] {
  const callout = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(token.text)
  if (callout === null) {
    const content = blocks(token.tokens, reading, depth)
    return content.length === 0 ? [] : [{ type: 'blockquote', content }]
  }
  const kind = calloutKinds.find((known): known is CalloutKind => known === callout[1]?.toLowerCase())
  if (kind === undefined) {
    fault(reading, `Rutan [!${callout[1] ?? ''}] finns inte.`, `Använd [!${calloutKinds.join('], [!')}].`)
    return []
  }
  const content = blocks(lexer(token.text.slice(callout[0].length)), reading, depth).filter((block) => {
    const fits = block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList'
    if (!fits) fault(reading, `Rutan [!${kind}] innehåller annat än stycken och listor.`, 'Flytta ut det ur rutan.')
    return fits
  })
  if (content.length === 0)
    fault(reading, `Rutan [!${kind}] är tom.`, 'Skriv text på raderna efter, varje rad med > först.')
  return content.length === 0 ? [] : [{ type: 'callout', attrs: { kind }, content }]
}

function block(token: Token, reading: Reading, depth: number): Block[] {
  switch (token.type) {
    case 'space':
      return []
    case 'heading': {
      const heading = token as Tokens.Heading
      if (heading.depth < 2 || heading.depth > 4) {
        fault(
          reading,
          `Rubriken ”${heading.text}” har nivå ${heading.depth}.`,
          'Använd ##, ### eller ####; titeln står överst i filen.',
        )
      }
      const level = Math.min(4, Math.max(2, heading.depth)) as HeadingLevel
      return [{ type: 'heading', attrs: { level }, content: inlines(heading.tokens, [], reading) }]
    }
    case 'paragraph': {
      const [only, ...others] = (token as Tokens.Paragraph).tokens
      if (only?.type === 'image' && others.length === 0) return picture(only as Tokens.Image, reading)
      return paragraph((token as Tokens.Paragraph).tokens, reading)
    }
    case 'text':
      return paragraph((token as Tokens.Text).tokens ?? [token], reading)
    case 'list':
      return list(token as Tokens.List, reading, depth + 1)
    case 'table': {
      const table = token as Tokens.Table
      const rows = [
        table.header.map((head) => cell('tableHeader', head, reading)),
        ...table.rows.map((row) => row.map((data) => cell('tableCell', data, reading))),
      ]
      return [{ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }]
    }
    case 'blockquote':
      return quote(token as Tokens.Blockquote, reading, depth)
    case 'hr':
      return [{ type: 'horizontalRule' }]
    case 'code':
      fault(
        reading,
        'Texten har ett kodblock eller ett stycke med indrag.',
        'Ta bort indraget eller använd `kod` i löpande text.',
      )
      return []
    case 'html':
      fault(
        reading,
        `Texten innehåller HTML: ${token.raw.trim().slice(0, 40)}`,
        'Skriv om med Markdown; HTML används inte.',
      )
      return []
    default:
      fault(
        reading,
        `Texten innehåller något som inte används: ${token.raw.trim().slice(0, 40)}`,
        'Skriv om det som vanlig text.',
      )
      return []
  }
}

function blocks(tokens: Token[], reading: Reading, depth: number): Block[] {
  return tokens.flatMap((token) => block(token, reading, depth))
}

/**
 * Turns the portal's Markdown subset into a document. Faulty parts are left out and reported, the rest is kept.
 * `picture` gives the address and size of a picture file named in the text, or undefined when there is none.
 */
export function documentFromMarkdown(
  text: string,
  picture: (name: string) => MarkdownPicture | undefined = () => undefined,
): { document: RichDocument; faults: MarkdownFault[] } {
  const reading: Reading = { faults: [], line: 1, picture }
  const content: Block[] = []
  for (const token of lexer(text)) {
    content.push(...block(token, reading, 0))
    reading.line += token.raw.split('\n').length - 1
  }
  return { document: { type: 'doc', content }, faults: reading.faults }
}
