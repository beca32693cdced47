import { basicSpecs } from './basic'
import { columnsSpecs, definitionSpec, detailsSpec, embedSpec, fileSpec, formulaSpec, lectureSpec } from './blocks'
import { pictureSpec } from './picture'
import { promptSpec } from './prompt'
import type { Attribute, BlockSpec } from './spec'
import { tableSpecs } from './table'

const specs: readonly BlockSpec[] = [
  ...basicSpecs,
  ...tableSpecs,
  ...columnsSpecs,
  pictureSpec,
  promptSpec,
  definitionSpec,
  fileSpec,
  lectureSpec,
  embedSpec,
  formulaSpec,
  detailsSpec,
]

const byName = new Map(specs.map((spec) => [spec.name, spec]))

export function specOf(name: string): BlockSpec | undefined {
  return byName.get(name)
}

/** An attribute of a kind of block; undefined when it has none of that name. */
export function attributeOf(spec: BlockSpec, name: string): Attribute | undefined {
  return Object.hasOwn(spec.attributes, name) ? spec.attributes[name] : undefined
}

/** Blocks whose schema is made from their spec alone. */
export const ownSpecs: readonly BlockSpec[] = [
  ...columnsSpecs,
  promptSpec,
  definitionSpec,
  fileSpec,
  lectureSpec,
  embedSpec,
  formulaSpec,
  detailsSpec,
]
