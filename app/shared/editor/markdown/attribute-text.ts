import type { BlockSpec, AttributeValue } from '../nodes/spec'

const one = String.raw`[a-z]+="(?:[^"\\\n]|\\[^\n])*"`

/** `{name="value" name="value"}`, as a part of a pattern; what stands between the braces is its only group. */
export const attributesPattern = String.raw`\{((?:${one}[ \t]*)+)\}`

const escapes: Record<string, string> = { n: '\n' }

/** Attributes between braces, as written. */
export function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/([a-z]+)="((?:[^"\\\n]|\\[^\n])*)"/g)) {
    found.set(
      name,
      value.replace(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign),
    )
  }
  return found
}

/** `name="value"` for each attribute that says something; empty when none does. */
export function writeAttributes(attributes: Iterable<readonly [string, AttributeValue | undefined]>): string {
  const written: string[] = []
  for (const [name, value] of attributes) {
    if (value === null || value === undefined) continue
    const text = String(value)
      .replace(/["\\]/g, '\\$&')
      .replace(/\r\n?|\n/g, '\\n')
    written.push(`${name}="${text}"`)
  }
  return written.length === 0 ? '' : `{${written.join(' ')}}`
}

/** The attributes of a block that differ from what is meant without them. */
export function saidAttributes(spec: BlockSpec, attributes: object): [string, AttributeValue | undefined][] {
  const given = attributes as Record<string, AttributeValue | undefined>
  return Object.entries(spec.attributes).flatMap(([name, { default: unsaid }]) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    return value === undefined || value === unsaid ? [] : [[name, value] as [string, AttributeValue]]
  })
}

export interface AttributeFaults {
  unknown: string[]
  refused: string[]
  missing: string[]
}

/** Written attributes as the block's own, with the names of those that do not fit. */
export function typedAttributes(
  spec: BlockSpec,
  written: ReadonlyMap<string, string>,
): { attributes: Record<string, AttributeValue>; faults: AttributeFaults } {
  const attributes: Record<string, AttributeValue> = {}
  const faults: AttributeFaults = { unknown: [], refused: [], missing: [] }
  for (const [name, text] of written) {
    const attribute = Object.hasOwn(spec.attributes, name) ? spec.attributes[name] : undefined
    if (attribute === undefined) {
      faults.unknown.push(name)
      continue
    }
    const value = attribute.type === 'number' ? Number(text) : attribute.type === 'flag' ? text === 'true' : text
    if (attribute.rule(value) === undefined) attributes[name] = value
    else faults.refused.push(name)
  }
  for (const [name, { default: unsaid }] of Object.entries(spec.attributes)) {
    if (unsaid === undefined && !written.has(name)) faults.missing.push(name)
  }
  if (spec.check?.(attributes) !== undefined && faults.missing.length === 0)
    faults.refused.push(...Object.keys(attributes))
  return { attributes, faults }
}
