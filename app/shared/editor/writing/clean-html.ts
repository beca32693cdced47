import { isAllowedHref, isAllowedPicture } from '../addresses'
import { gatherWordLists, nestLists } from './clean-lists'
import { plainTables } from './clean-tables'
import { renamed, styleOf, unwrap, wordsOf } from './dom'

/** What a text from elsewhere had that it could not keep. */
export interface LeftOut {
  pictures: number
  cells: number
  links: number
}

const dropped =
  'style, script, meta, link, title, xml, svg, iframe, object, embed, input, button, select, textarea, template, noscript, colgroup, col, caption'
const plainBlocks = new Set(['P', 'H2', 'H3', 'H4', 'LI', 'BLOCKQUOTE'])
const kept: Record<string, readonly string[]> = { A: ['href'], IMG: ['src', 'alt'], OL: ['start'] }

function removeUnseen(root: Element): void {
  for (const element of [...root.querySelectorAll(dropped)]) element.remove()
  for (const element of [...root.querySelectorAll('*')]) {
    const style = styleOf(element)
    const isHidden = /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/.test(style)
    const isForeign = element.tagName.includes(':')
    if (isHidden || (isForeign && wordsOf(element) === '')) element.remove()
    else if (isForeign) unwrap(element)
  }
  removeComments(root)
}

function removeComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 8) node.removeChild(child)
    else removeComments(child)
  }
}

function isBold(style: string): boolean | undefined {
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/.exec(style)?.[1]
  return weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600
}

/** Emphasis that stands in styles becomes elements; emphasis that a style takes back goes. */
function emphasise(root: Element): void {
  for (const element of [
    ...root.querySelectorAll('b, strong, i, em, span, font, u, s, strike, sup, sub, small, big, mark, ins, center'),
  ]) {
    const style = styleOf(element)
    const tag = element.tagName
    const inHeading = element.closest('h1, h2, h3, h4, h5, h6') !== null
    const bold = (isBold(style) ?? (tag === 'B' || tag === 'STRONG')) && !inHeading
    const slanted = /(?:^|[;\s])font-style:\s*(\w+)/.exec(style)?.[1]
    const italic = (slanted === undefined ? tag === 'I' || tag === 'EM' : slanted === 'italic') && !inHeading
    // Some put all they copy inside one inline element; emphasis holds words, never blocks.
    const holdsBlocks = element.querySelector('p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, div') !== null
    if (wordsOf(element) !== '' && !holdsBlocks) {
      let inner: Element = element
      if (italic) inner = renamed(inner, 'em')
      if (bold && italic) {
        const strong = inner.ownerDocument.createElement('strong')
        inner.replaceWith(strong)
        strong.append(inner)
      } else if (bold) inner = renamed(inner, 'strong')
      if (bold || italic) continue
    }
    unwrap(element)
  }
}

/** Headings begin at the second level; the first belongs to the page. */
function levelHeadings(root: Element): void {
  for (const title of [...root.querySelectorAll('p')]) {
    if (/^MsoTitle/.test(title.getAttribute('class') ?? '')) renamed(title, 'h1')
  }
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  const shift = headings.some(({ tagName }) => tagName === 'H1') ? 1 : 0
  for (const heading of headings) {
    if (wordsOf(heading) === '') heading.remove()
    else renamed(heading, `h${Math.min(4, Number(heading.tagName.slice(1)) + shift)}`)
  }
}

/** The address behind a link that goes through Google's redirect. */
function realHref(href: string): string {
  if (!/^https:\/\/www\.google\.com\/url\?/.test(href) || !URL.canParse(href)) return href
  return new URL(href).searchParams.get('q') ?? href
}

/** Links keep allowed addresses; places within the old document, such as those of footnotes, become text. */
function cleanLinks(root: Element, left: LeftOut): void {
  for (const link of [...root.querySelectorAll('a')]) {
    const href = realHref(link.getAttribute('href')?.trim() ?? '')
    const isPlace = href === '' || href.startsWith('#')
    if (!isPlace && isAllowedHref(href) && wordsOf(link) !== '') link.setAttribute('href', href)
    else {
      if (!isPlace && wordsOf(link) !== '') left.links += 1
      unwrap(link)
    }
  }
}

function cleanPictures(root: Element, left: LeftOut): void {
  for (const picture of [...root.querySelectorAll('img')]) {
    if (isAllowedPicture(picture.getAttribute('src') ?? '')) continue
    left.pictures += 1
    picture.remove()
  }
}

function cleanText(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType !== 3) cleanText(child)
    else
      child.textContent = (child.textContent ?? '')
        .replace(/[\r\n\t]+/g, ' ')
        .replace(/[ \u00a0]{2,}/g, ' ')
        .replace(/[\u200b\ufeff\u00ad]/g, '')
  }
}

function removeEmpty(root: Element): void {
  for (const line of [...root.querySelectorAll('br')]) {
    if (line.nextSibling === null && plainBlocks.has(line.parentElement?.tagName ?? '')) line.remove()
    else if (!plainBlocks.has(line.parentElement?.tagName ?? '') && line.closest('p, h2, h3, h4, li, td, th') === null)
      line.remove()
  }
  for (const element of [...root.querySelectorAll('p, li, ul, ol, blockquote, h2, h3, h4')].reverse()) {
    if (wordsOf(element) === '' && element.querySelector('img') === null && element.closest('td, th') === null)
      element.remove()
  }
}

/**
 * Makes HTML from Word, Google Docs and the web into what the editor holds: words, emphasis, links, headings, lists,
 * tables. Changes the tree and tells what it could not keep.
 */
export function cleanTree(root: Element): LeftOut {
  const left: LeftOut = { pictures: 0, cells: 0, links: 0 }
  gatherWordLists(root)
  removeUnseen(root)
  emphasise(root)
  levelHeadings(root)
  nestLists(root)
  left.cells = plainTables(root)
  cleanPictures(root, left)
  cleanLinks(root, left)
  for (const element of [...root.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (kept[element.tagName]?.includes(name) !== true) element.removeAttribute(name)
    }
  }
  cleanText(root)
  removeEmpty(root)
  return left
}
