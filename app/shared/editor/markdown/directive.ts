import type { Block, Column } from '../document'
import { specOf } from '../nodes'
import type { AttributeValue, BlockSpec } from '../nodes/spec'
import { readAttributes, saidAttributes, typedAttributes, writeAttributes } from './attribute-text'
import { fault, type Reading } from './reading'
import type { Directive } from './signs'

/** Attributes that fit the block, or undefined when a needed one is missing or does not; each fault is told. */
export function attributesFor(
  spec: BlockSpec,
  written: ReadonlyMap<string, string>,
  reading: Reading,
): Record<string, AttributeValue> | undefined {
  const { attributes, faults } = typedAttributes(spec, written)
  const known = Object.keys(spec.attributes).join(', ')
  for (const name of faults.unknown) {
    fault(reading, `Egenskapen ${name} finns inte här.`, known === '' ? 'Ta bort den.' : `Använd ${known}.`)
  }
  for (const name of faults.refused) fault(reading, `Värdet på ${name} går inte att använda.`, 'Rätta värdet.')
  for (const name of faults.missing) fault(reading, `Egenskapen ${name} saknas.`, `Skriv {${name}="…"}.`)
  return faults.refused.length + faults.missing.length > 0 ? undefined : attributes
}

const only = new Map([
  ['prompt', ['paragraph', 'bulletList', 'orderedList']],
  ['definition', ['paragraph', 'bulletList', 'orderedList']],
  ['columns', ['column']],
])

type Part = Block | Column

/** A directive as a block; `inside` reads what stands in it. Faulty ones are left out and told. */
export function readDirective(sign: Directive, reading: Reading, inside: (text: string) => Part[]): Part[] {
  const spec = specOf(sign.name)
  const isContainer = spec?.content !== undefined
  if (spec?.directive !== true || isContainer !== (sign.inside !== undefined)) {
    fault(
      reading,
      `Blocket ${isContainer ? '::' : ':::'}${sign.name} finns inte.`,
      'Använd :::prompt, :::definition, :::details, :::columns, ::file, ::lecture eller ::embed.',
    )
    return []
  }
  if (!sign.closed) fault(reading, `Blocket :::${sign.name} slutar inte.`, 'Skriv ::: på en egen rad efter blocket.')
  const attributes = attributesFor(spec, readAttributes(sign.written), reading)
  const attrs = Object.keys(spec.attributes).length === 0 ? {} : { attrs: attributes }
  const content = sign.inside === undefined ? undefined : fitting(sign.name, inside(sign.inside), reading)
  if (attributes === undefined || content?.length === 0) return []
  return [{ type: sign.name, ...attrs, ...(content === undefined ? {} : { content }) } as unknown as Part]
}

function fitting(name: string, parts: Part[], reading: Reading): Part[] {
  const types = only.get(name)
  const kept = parts.filter((part) => (types === undefined ? part.type !== 'column' : types.includes(part.type)))
  if (kept.length < parts.length) {
    fault(reading, `Blocket :::${name} innehåller något som inte får stå där.`, 'Flytta ut det ur blocket.')
  }
  if (name === 'columns' && kept.length !== 2) {
    fault(reading, 'Blocket :::columns har inte två spalter.', 'Skriv två :::column i blocket.')
    return []
  }
  if (kept.length === 0) fault(reading, `Blocket :::${name} är tomt.`, 'Skriv text mellan raderna med :::.')
  return kept
}

/** A block as a directive; `inside` is what stands in it, already written. */
export function writeDirective(spec: BlockSpec, attributes: object, inside: string | undefined): string {
  const braces = writeAttributes(saidAttributes(spec, attributes))
  return inside === undefined ? `::${spec.name}${braces}` : `:::${spec.name}${braces}\n${inside}\n:::`
}
