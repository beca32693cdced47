import type { AnyNode, Block, Inline, RichDocument } from '../document'
import { tableHeaders } from '../nodes/table'
import { type Finding, type FindingKind, severities } from './finding'
import { beginning, capitalsIn, isBareAddress, isFileName, isVagueLink, longSentences, seemingLanguage } from './words'

export interface CheckOptions {
  /** The language of the page on which the text stands. */
  lang: string
  /** Whether a lecture of the library has captions; undefined when it is not known. */
  captioned?: (slug: string) => boolean | undefined
}

interface Walk {
  options: CheckOptions
  findings: Finding[]
  headingLevel: number
  /** The first address of each link text. */
  links: Map<string, string>
}

function find(walk: Walk, kind: FindingKind, path: number[], values: Finding['values'] = {}): void {
  walk.findings.push({ kind, severity: severities[kind], path, values })
}

function textOf(content: Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
}

/** The links of a text; neighbours to one address are one link. */
function linksIn(content: Inline[] | undefined): { text: string; href: string }[] {
  const links: { text: string; href: string }[] = []
  let open: { text: string; href: string } | undefined
  for (const node of content ?? []) {
    const mark = node.type === 'text' ? node.marks?.find(({ type }) => type === 'link') : undefined
    if (node.type !== 'text' || mark?.type !== 'link') {
      open = undefined
      continue
    }
    const { href } = mark.attrs
    if (open?.href === href) open.text += node.text
    else links.push((open = { text: node.text, href }))
  }
  return links
}

function checkLinks(walk: Walk, content: Inline[] | undefined, path: number[]): void {
  for (const { text, href } of linksIn(content)) {
    const name = text.toLowerCase().replace(/\s+/g, ' ').trim()
    if (isBareAddress(text)) find(walk, 'addressLink', path, { text: beginning(text) })
    else if (isVagueLink(text)) find(walk, 'vagueLink', path, { text: beginning(text) })
    else if ((walk.links.get(name) ?? href) !== href) find(walk, 'sameLink', path, { text: beginning(text) })
    if (!walk.links.has(name)) walk.links.set(name, href)
  }
}

function checkWords(walk: Walk, text: string, path: number[], lang: string): void {
  for (const { sentence, count } of longSentences(text)) {
    find(walk, 'longSentence', path, { text: beginning(sentence), count })
  }
  const capitals = capitalsIn(text)
  if (capitals !== undefined) find(walk, 'capitals', path, { text: beginning(capitals) })
  const seeming = seemingLanguage(text)
  if (seeming !== undefined && !lang.startsWith(seeming)) {
    find(walk, 'foreign', path, { text: beginning(text), language: seeming })
  }
}

/** A short line all in bold, with text after it, is a heading that no screen reader finds. */
function isBoldHeading(block: Block, next: AnyNode | undefined, around: AnyNode): boolean {
  if (block.type !== 'paragraph' || next === undefined) return false
  if (around.type !== 'doc' && around.type !== 'column' && around.type !== 'details') return false
  const content = block.content ?? []
  const text = textOf(content).trim()
  const isBold = content.every((node) => node.type === 'text' && node.marks?.some(({ type }) => type === 'bold'))
  return text !== '' && isBold && text.length <= 80 && !/[.!?:,]$/.test(text)
}

function checkNode(walk: Walk, node: AnyNode, path: number[], lang: string): void {
  switch (node.type) {
    case 'heading': {
      const text = textOf(node.content)
      const { level } = node.attrs
      if (text.trim() === '') find(walk, 'emptyHeading', path)
      else if (level > walk.headingLevel + 1) {
        find(walk, 'headingJump', path, { text: beginning(text), level, expected: walk.headingLevel + 1 })
      }
      if (text.trim() !== '') walk.headingLevel = level
      checkLinks(walk, node.content, path)
      const capitals = capitalsIn(text)
      if (capitals !== undefined) find(walk, 'capitals', path, { text: beginning(capitals) })
      return
    }
    case 'paragraph':
      checkLinks(walk, node.content, path)
      checkWords(walk, textOf(node.content), path, lang)
      return
    case 'image': {
      const { alt, decorative } = node.attrs
      if (decorative !== true && alt.trim() === '') find(walk, 'missingAlt', path)
      else if (decorative !== true && isFileName(alt)) find(walk, 'fileNameAlt', path, { text: alt })
      return
    }
    case 'table':
      if (tableHeaders(node) === 'none') find(walk, 'tableHeaders', path)
      return
    case 'lecture':
      if (walk.options.captioned?.(node.attrs.slug) === false) {
        find(walk, 'captions', path, { text: node.attrs.title })
      }
      return
    default:
      return
  }
}

function walkThrough(walk: Walk, node: AnyNode, path: number[], around: string): void {
  const own = 'attrs' in node && node.attrs !== undefined && 'lang' in node.attrs ? node.attrs.lang : undefined
  const lang = own ?? around
  checkNode(walk, node, path, lang)
  if (!('content' in node) || node.type === 'paragraph' || node.type === 'heading') return
  const content: readonly AnyNode[] = node.content
  content.forEach((child, index) => {
    const at = [...path, index]
    if (child.type === 'paragraph' && isBoldHeading(child, content[index + 1], node)) {
      find(walk, 'boldHeading', at, { text: beginning(textOf(child.content)) })
    }
    walkThrough(walk, child, at, lang)
  })
}

/** What in a text may shut readers out or hinder them, in the order of the text. */
export function checkAccessibility(document: RichDocument, options: CheckOptions): Finding[] {
  const walk: Walk = { options, findings: [], headingLevel: 1, links: new Map() }
  walkThrough(walk, document, [], options.lang)
  return walk.findings
}
