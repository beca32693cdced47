import type { DocumentFault } from '../faults'
import { isLanguageTag } from '../languages'

export type AttributeValue = string | number | boolean | null
export type AttributeRule = (value: unknown) => DocumentFault | undefined

export interface Attribute {
  rule: AttributeRule
  type: 'text' | 'number' | 'flag'
  /** What is meant when nothing is said; an attribute without it must be given. */
  default?: AttributeValue
  /** Stored even when it says nothing; others are left out then. */
  kept?: true
  /** How a writer gives it; absent: by other means than a field. */
  field?: 'line' | 'lines' | 'seconds' | 'flag'
}

/** What a writer finds for a block in the library: pictures, files and lectures. */
export type LibraryKind = 'picture' | 'file' | 'lecture'

/**
 * One kind of block, in one place: what it holds, what it refuses, how a writer fills it. Its schema, its check, its
 * Markdown and its writing view are made from this; how a reader sees it stands in the view beside it.
 */
export interface BlockSpec {
  name: string
  /** A ProseMirror content expression; absent: the block is whole in itself. */
  content?: string
  attributes: Record<string, Attribute>
  /** A rule across attributes; they have passed their own. */
  check?: (attributes: Readonly<Record<string, unknown>>) => DocumentFault | undefined
  /** Written as a directive in Markdown: `::name{…}`, or `:::name{…}` with the content and `:::`. */
  directive?: true
  library?: LibraryKind
}

function allow(test: (value: unknown) => boolean, fault: DocumentFault = 'bad-attribute'): AttributeRule {
  return (value) => (test(value) ? undefined : fault)
}

const unstorable = /\u0000|\p{Cs}/u

export function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && !unstorable.test(value)
}

/** A text that must say something. */
export function text(longest: number, more: Partial<Attribute> = {}): Attribute {
  return { type: 'text', rule: allow((v) => isText(v, longest) && v.trim() !== ''), field: 'line', ...more }
}

/** A text that may be left out. */
export function optionalText(longest: number, more: Partial<Attribute> = {}): Attribute {
  return { type: 'text', rule: allow((v) => v === null || isText(v, longest)), default: null, field: 'line', ...more }
}

export function textThat(
  test: (value: string) => boolean,
  fault: DocumentFault,
  more: Partial<Attribute> = {},
): Attribute {
  return { type: 'text', rule: allow((v) => typeof v === 'string' && test(v), fault), field: 'line', ...more }
}

export function whole(least: number, most: number, more: Partial<Attribute> = {}): Attribute {
  const fits = (v: unknown) => Number.isInteger(v) && Number(v) >= least && Number(v) <= most
  return {
    type: 'number',
    ...more,
    rule: allow((v) => (v === null && more.default === null) || fits(v)),
  }
}

export function oneOf(values: readonly AttributeValue[], more: Partial<Attribute> = {}): Attribute {
  return {
    type: typeof values[0] === 'number' ? 'number' : 'text',
    ...more,
    rule: allow((v) => values.some((one) => one === v)),
  }
}

export function flag(more: Partial<Attribute> = {}): Attribute {
  return { type: 'flag', rule: allow((v) => typeof v === 'boolean'), default: false, field: 'flag', ...more }
}

/** The language of the block, where it is another than the page's. */
export const lang: Attribute = {
  type: 'text',
  rule: allow((v) => v === null || isLanguageTag(v)),
  default: null,
}
