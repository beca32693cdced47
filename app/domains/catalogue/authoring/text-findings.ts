import type { Block, Inline, RichDocument } from '~/shared/editor/document'

export type TextFault = 'heading-skipped' | 'vague-link' | 'no-table-header' | 'long-sentence'

export interface TextFinding {
  fault: TextFault
  severity: 'error' | 'hint'
  /** The words that are meant, shortened. */
  quote: string
}

const vague = /^(här|klicka här|läs mer|läs mer här|länk|denna länk|here|click here|read more|more|link)\.?$/i
const LONG_SENTENCE = 40
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)

/**
 * What in a text hinders readers: headings that skip a level, links that do not say where they lead, tables without
 * headers, and very long sentences.
 */
export function textFindings(document: RichDocument): TextFinding[] {
  const found: TextFinding[] = []
  let level = 1
  const walk = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      switch (block.type) {
        case 'heading': {
          const text = textOf(block.content)
          if (block.attrs.level > level + 1)
            found.push({ fault: 'heading-skipped', severity: 'error', quote: short(text) })
          level = block.attrs.level
          break
        }
        case 'paragraph':
          found.push(...paragraphFindings(block.content ?? []))
          break
        case 'table': {
          const [first] = block.content
          const hasHeader = first?.content.some(({ type }) => type === 'tableHeader') ?? false
          const [cell] = first?.content ?? []
          const quote = short(cell === undefined ? '' : wordsOf(cell.content))
          if (!hasHeader) found.push({ fault: 'no-table-header', severity: 'error', quote })
          for (const row of block.content) for (const each of row.content) walk(each.content)
          break
        }
        case 'bulletList':
        case 'orderedList':
          for (const item of block.content) walk(item.content)
          break
        case 'blockquote':
        case 'callout':
          walk(block.content)
          break
        default:
      }
    }
  }
  walk(document.content)
  return found
}

function textOf(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('')
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.type === 'paragraph' ? textOf(block.content) : '')).join(' ')
}

function paragraphFindings(content: readonly Inline[]): TextFinding[] {
  const found: TextFinding[] = []
  for (const node of content) {
    if (node.type !== 'text' || !(node.marks ?? []).some(({ type }) => type === 'link')) continue
    if (vague.test(node.text.trim())) found.push({ fault: 'vague-link', severity: 'error', quote: short(node.text) })
  }
  for (const sentence of textOf(content).split(/(?<=[.!?])\s+/)) {
    const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
    if (words > LONG_SENTENCE) found.push({ fault: 'long-sentence', severity: 'hint', quote: short(sentence) })
  }
  return found
}
