import type { PublishWish } from './model'

export type TextBlock =
  { kind: 'heading'; text: string } | { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] }

/** The parts of a text: `## ` begins a heading, `- ` a point of a list, and lines without a gap are one paragraph. */
export function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: TextBlock | undefined
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') open = undefined
    else if (line.startsWith('## ')) {
      blocks.push({ kind: 'heading', text: line.slice(3).trim() })
      open = undefined
    } else if (line.startsWith('- ')) {
      if (open?.kind === 'list') open.items.push(line.slice(2).trim())
      else blocks.push((open = { kind: 'list', items: [line.slice(2).trim()] }))
    } else if (open?.kind === 'paragraph') open.text += ` ${line}`
    else blocks.push((open = { kind: 'paragraph', text: line }))
  }
  return blocks
}

/** `1.0` → `2.0` when everybody is asked again, `1.1` when the change is small. */
export function nextVersion(newest: string, asksAgain: boolean): string {
  const [major = 0, minor = 0] = newest.split('.').map((part) => Number.parseInt(part, 10) || 0)
  return asksAgain ? `${major + 1}.0` : `${major}.${minor + 1}`
}

export const LEAST_LETTERS = 200
export const MOST_LETTERS = 20_000

export type WordingFault = 'missing' | 'short' | 'long' | 'number'

const numberLike = /(?<!\d)(?:\d{8}|\d{6})[-+ ]?\d{4}(?!\d)/

function faultOfText(text: string): WordingFault | undefined {
  const { length } = text.trim()
  if (length === 0) return 'missing'
  if (length < LEAST_LETTERS) return 'short'
  if (length > MOST_LETTERS) return 'long'
  return numberLike.test(text) ? 'number' : undefined
}

/** What is wrong with a text before it is published, by field; both languages are wanted. */
export function faultsOfWording(wish: Pick<PublishWish, 'sv' | 'en'>): Partial<Record<'sv' | 'en', WordingFault>> {
  const faults: Partial<Record<'sv' | 'en', WordingFault>> = {}
  for (const field of ['sv', 'en'] as const) {
    const fault = faultOfText(wish[field])
    if (fault !== undefined) faults[field] = fault
  }
  return faults
}
