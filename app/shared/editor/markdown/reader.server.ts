import type { Token, Tokens } from 'marked'
import {
  type Block,
  type CalloutKind,
  calloutKinds,
  type Column,
  type HeadingLevel,
  type ListItem,
  type RichDocument,
} from '../document'
import { isAllowedPicture } from '../addresses'
import { specOf } from '../nodes'
import { readAttributes } from './attribute-text'
import { attributesFor, readDirective } from './directive'
import { decode, inlines } from './inline'
import { fault, type MarkdownFault, type MarkdownPicture, type Reading } from './reading'
import { type AttributeLine, type Directive, type FormulaSign, isTooDeep, partsOf } from './signs'
import { readTable } from './table'

export type { MarkdownFault, MarkdownPicture } from './reading'

type Part = Block | Column
type Said = ReadonlyMap<string, string>
const nothing: Said = new Map()
/** Blocks within blocks; the schema takes no more. */
const deepest = 8
/** Lists within lists or other blocks; what is deeper cannot be stored. */
const deepestList = 11

function paragraph(tokens: Token[] | undefined, reading: Reading): Block[] {
  const content = inlines(tokens, [], reading)
  return content.length === 0 ? [] : [{ type: 'paragraph', content }]
}

function picture(token: Tokens.Image, said: Said, reading: Reading): Block[] {
  const inPortal: MarkdownPicture | undefined = isAllowedPicture(token.href)
    ? { src: token.href, width: null, height: null }
    : undefined
  const found = reading.picture(token.href) ?? inPortal
  const decorative = said.get('decorative') === 'true'
  if (token.text.trim() === '' && !decorative) {
    fault(
      reading,
      `Bilden ${token.href} saknar alternativtext.`,
      'Skriv ![Vad bilden visar](fil.svg "Bildtext"), eller {decorative="true"} på raden före.',
    )
    return []
  }
  if (found === undefined) {
    fault(reading, `Bilden ${token.href} finns inte bredvid texten.`, 'Lägg filen i samma mapp eller rätta filnamnet.')
    return []
  }
  const title = typeof token.title === 'string' && token.title.trim() !== '' ? decode(token.title) : null
  const { src, width, height } = found
  const alt = decode(token.text.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
  return [{ type: 'image', attrs: { src, alt, title, width, height } }]
}

function list(token: Tokens.List, reading: Reading, depth: number): Block[] {
  if (depth > deepestList) fault(reading, 'Listan har för många nivåer.', 'Gör listan plattare.')
  const items = token.items.map((item): ListItem => {
    const tokens = item.task ? partsOf(item.text.replace(/^\[[ xX]\][ \t]*/, '')) : item.tokens
    const content = blocks(tokens, reading, depth).filter((part): part is Block => part.type !== 'column')
    const first = content[0]
    return { type: 'listItem', content: first?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] }
  })
  if (token.items.some((item) => item.task)) {
    if (token.ordered || !token.items.every((item) => item.task)) {
      fault(reading, 'Bara en del av listan har kryssrutor.', 'Ge varje punkt [ ] eller [x], med - först.')
    }
    const content = items.map((item, index) => ({
      type: 'taskItem' as const,
      attrs: { checked: token.items[index]?.checked === true },
      content: item.content,
    }))
    return [{ type: 'taskList', content }]
  }
  const start = typeof token.start === 'number' ? token.start : 1
  return [
    token.ordered ? { type: 'orderedList', attrs: { start }, content: items } : { type: 'bulletList', content: items },
  ]
}

function quote(token: Tokens.Blockquote, reading: Reading, depth: number): Block[] {
  const callout = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(token.text)
  if (callout === null) {
    const content = blocks(token.tokens, reading, depth + 1).filter((part): part is Block => part.type !== 'column')
    return content.length === 0 ? [] : [{ type: 'blockquote', content }]
  }
  const kind = calloutKinds.find((known): known is CalloutKind => known === callout[1]?.toLowerCase())
  if (kind === undefined) {
    fault(reading, `Rutan [!${callout[1] ?? ''}] finns inte.`, `Använd [!${calloutKinds.join('], [!')}].`)
    return []
  }
  const content = blocks(partsOf(token.text.slice(callout[0].length)), reading, depth + 1).filter(
    (part): part is Block => {
      const fits = part.type === 'paragraph' || part.type === 'bulletList' || part.type === 'orderedList'
      if (!fits) fault(reading, `Rutan [!${kind}] innehåller annat än stycken och listor.`, 'Flytta ut det ur rutan.')
      return fits
    },
  )
  if (content.length === 0)
    fault(reading, `Rutan [!${kind}] är tom.`, 'Skriv text på raderna efter, varje rad med > först.')
  return content.length === 0 ? [] : [{ type: 'callout', attrs: { kind }, content }]
}

function refuse(token: Token, reading: Reading): Part[] {
  const shown = token.raw.trim().slice(0, 40)
  if (token.type === 'html') {
    fault(reading, `Texten innehåller HTML: ${shown}`, 'Skriv om med Markdown; HTML används inte.')
  } else if (token.type === 'code') {
    fault(
      reading,
      'Texten har ett kodblock eller ett stycke med indrag.',
      'Ta bort indraget eller använd `kod` i löpande text.',
    )
  } else fault(reading, `Texten innehåller något som inte används: ${shown}`, 'Skriv om det som vanlig text.')
  return []
}

function block(token: Token, said: Said, reading: Reading, depth: number): Part[] {
  switch (token.type) {
    case 'space':
    case 'checkbox':
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
      if (only?.type === 'image' && others.length === 0) return picture(only as Tokens.Image, said, reading)
      return paragraph((token as Tokens.Paragraph).tokens, reading)
    }
    case 'text':
      return paragraph((token as Tokens.Text).tokens ?? [token], reading)
    case 'list':
      return list(token as Tokens.List, reading, depth + 1)
    case 'table':
      return [readTable(token as Tokens.Table, said.get('headers') ?? 'row', reading)]
    case 'blockquote':
      return quote(token as Tokens.Blockquote, reading, depth)
    case 'hr':
      return [{ type: 'horizontalRule' }]
    case 'formula':
      return [{ type: 'formula', attrs: { tex: (token as unknown as FormulaSign).tex } }]
    case 'directive': {
      const directive = token as unknown as Directive
      if (depth >= deepest) {
        fault(reading, 'Blocken ligger för djupt i varandra.', 'Flytta ut det innersta blocket.')
        return []
      }
      return readDirective(directive, reading, (text) => blocks(partsOf(text), reading, depth + 1))
    }
    default:
      return refuse(token, reading)
  }
}

/** Puts what a line of attributes says on the block after it. */
function dressed(part: Part | undefined, said: Said, reading: Reading): void {
  const spec = part && specOf(part.type)
  if (part === undefined || spec === undefined || (spec.directive === true && part.type !== 'formula')) {
    fault(reading, 'En rad med {…} hör inte till något block.', 'Sätt den direkt före ett block, eller ta bort den.')
    return
  }
  const own = new Map([...said].filter(([name]) => part.type !== 'table' || name !== 'headers'))
  if (own.size === 0) return
  const held = part as unknown as { attrs?: Record<string, unknown> }
  const given = attributesFor({ ...spec, attributes: withoutNeeds(spec.attributes, own) }, own, reading)
  if (given !== undefined) held.attrs = { ...held.attrs, ...given }
}

/** Only what is said here: the rest of the block's attributes come from its own signs. */
function withoutNeeds<T>(attributes: Record<string, T>, said: Said): Record<string, T> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => said.has(name)))
}

function blocks(tokens: Token[], reading: Reading, depth: number, onToken?: (token: Token) => void): Part[] {
  const made: Part[] = []
  let said: Said = nothing
  for (const token of tokens) {
    if (token.type === 'attributeLine') {
      said = readAttributes((token as unknown as AttributeLine).written)
    } else if (token.type !== 'space' || said.size === 0) {
      const parts = block(token, said, reading, depth)
      if (said.size > 0) dressed(parts[0], said, reading)
      made.push(...parts)
      said = nothing
    }
    onToken?.(token)
  }
  if (said.size > 0) dressed(undefined, said, reading)
  return made
}

/**
 * Turns the portal's Markdown into a document. Faulty parts are left out and reported, the rest is kept. `picture` gives
 * the address and size of a picture file named in the text, or undefined when there is none.
 */
export function documentFromMarkdown(
  text: string,
  picture: (name: string) => MarkdownPicture | undefined = () => undefined,
): { document: RichDocument; faults: MarkdownFault[] } {
  const reading: Reading = { faults: [], line: 1, picture }
  if (isTooDeep(text)) {
    fault(reading, 'Texten har för många nivåer i varandra.', 'Gör listorna eller citaten plattare.')
    return { document: { type: 'doc', content: [] }, faults: reading.faults }
  }
  const parts = blocks(partsOf(text), reading, 0, (token) => {
    reading.line += token.raw.split('\n').length - 1
  })
  if (parts.some((part) => part.type === 'column')) {
    fault(reading, 'En :::column står utanför :::columns.', 'Sätt :::columns före och ::: efter de två spalterna.')
  }
  return {
    document: { type: 'doc', content: parts.filter((part): part is Block => part.type !== 'column') },
    faults: reading.faults,
  }
}
