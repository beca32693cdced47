import { Marked, type Token, type TokenizerAndRendererExtension } from 'marked'
import { attributesPattern } from './attribute-text'

/** `{lang="en"}` on a line of its own: said of the block that follows. */
export interface AttributeLine {
  type: 'attributeLine'
  raw: string
  written: string
}
/** `::name{…}`, or `:::name{…}` to the `:::` that ends it, with the text between. */
export interface Directive {
  type: 'directive'
  raw: string
  name: string
  written: string
  inside: string | undefined
  closed: boolean
}
/** TeX between lines of `$$`. */
export interface FormulaSign {
  type: 'formula'
  raw: string
  tex: string
}

const attributeLine = new RegExp(`^${attributesPattern}[ \\t]*(?:\\n|$)`)
const leaf = new RegExp(`^::([a-z]+)(?:${attributesPattern})?[ \\t]*(?:\\n+|$)`)
const opening = new RegExp(`^:::([a-z]+)(?:${attributesPattern})?[ \\t]*(?:\\n|$)`)
const formula = /^\$\$[ \t]*\n([^]*?)\n\$\$[ \t]*(?:\n+|$)/

function container(source: string): Directive | undefined {
  const open = opening.exec(source)
  if (open === null) return undefined
  const [head, name = '', written = ''] = open
  let depth = 1
  let at = head.length
  while (at < source.length) {
    const end = source.indexOf('\n', at)
    const next = end === -1 ? source.length : end + 1
    const line = source.slice(at, next).trimEnd()
    if (line === ':::') depth -= 1
    else if (/^:::[a-z]/.test(line)) depth += 1
    if (depth === 0) {
      return {
        type: 'directive',
        raw: source.slice(0, next),
        name,
        written,
        inside: source.slice(head.length, at),
        closed: true,
      }
    }
    at = next
  }
  return { type: 'directive', raw: source, name, written, inside: source.slice(head.length), closed: false }
}

function sign<T extends { type: string; raw: string }>(
  name: T['type'],
  start: RegExp,
  tokenizer: (source: string) => T | undefined,
): TokenizerAndRendererExtension {
  return {
    name,
    level: 'block',
    start: (source) => {
      const found = start.exec(source)
      return found === null ? undefined : found.index + 1
    },
    tokenizer,
  }
}

const reader = new Marked({
  extensions: [
    sign<AttributeLine>('attributeLine', /\n\{[a-z]+="/, (source) => {
      const found = attributeLine.exec(source)
      return found === null ? undefined : { type: 'attributeLine', raw: found[0], written: found[1] ?? '' }
    }),
    sign<Directive>('directive', /\n::[a-z:]/, (source) => {
      const found = leaf.exec(source)
      if (found === null) return container(source)
      const [raw, name = '', written = ''] = found
      return { type: 'directive', raw, name, written, inside: undefined, closed: true }
    }),
    sign<FormulaSign>('formula', /\n\$\$[ \t]*\n/, (source) => {
      const found = formula.exec(source)
      return found === null ? undefined : { type: 'formula', raw: found[0], tex: found[1] ?? '' }
    }),
  ],
})

/** The parts of a text in the portal's Markdown. */
export function partsOf(text: string): Token[] {
  return reader.lexer(text)
}

/** Text that a reader of Markdown would follow into itself for too long. */
export function isTooDeep(text: string): boolean {
  return /^(?:[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){30}|[ \t]{80,}\S)/m.test(text)
}
