import type { Extensions } from '@tiptap/core'
import StarterKit, { type StarterKitOptions } from '@tiptap/starter-kit'
import { headingLevels } from './document'
import { blockExtensions } from './nodes/schema'

/** Everything a stored text may consist of; `more` turns on what only a writer needs. */
export function extensionsWith(more: Partial<StarterKitOptions>): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [...headingLevels] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: false,
      dropcursor: false,
      gapcursor: false,
      trailingNode: false,
      undoRedo: false,
      ...more,
    }),
    ...blockExtensions,
  ]
}

/** The schema is made from this list alone. */
export const extensions = extensionsWith({})
