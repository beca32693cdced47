import type { Extensions } from '@tiptap/core'
import StarterKit, { type StarterKitOptions } from '@tiptap/starter-kit'
import { headingLevels } from './document'
import { blockExtensions } from './nodes/schema'

const parts: Partial<StarterKitOptions> = {
  heading: { levels: [...headingLevels] },
  code: false,
  codeBlock: false,
  strike: false,
  underline: false,
  link: false,
  trailingNode: false,
}

/** Everything a stored text may consist of; the schema is made from this list alone. */
export const extensions: Extensions = [
  StarterKit.configure({ ...parts, dropcursor: false, gapcursor: false, undoRedo: false }),
  ...blockExtensions,
]

/** The same, with undo and the cursors between blocks. */
export const extensionsForWriting: Extensions = [
  StarterKit.configure({ ...parts, dropcursor: { class: 'drop-here', width: 3 } }),
  ...blockExtensions,
]
