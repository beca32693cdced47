import { type AnyExtension, Extension, type Extensions, Node } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions/placeholder'
import type { Node as Block } from '@tiptap/pm/model'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { extensionsForWriting } from '../extensions'
import { BlockFrame } from './block-frame'
import { moveBlock } from './move'
import { PromptKeys } from './prompt-keys'
import { SwedishTypography } from './typography'

const framed = new Set(['image', 'prompt', 'definition', 'file', 'lecture', 'embed', 'formula', 'details'])

function withFrame(extension: AnyExtension): AnyExtension {
  if (!(extension instanceof Node) || !framed.has(extension.name)) return extension
  return extension.extend({
    addNodeView: () => ReactNodeViewRenderer(BlockFrame),
  })
}

/** Moving blocks and going from cell to cell by keyboard. */
const BlockKeys = Extension.create({
  name: 'blockKeys',
  priority: 200,
  addKeyboardShortcuts() {
    const move = (direction: -1 | 1) => () => {
      const moved = moveBlock(this.editor.state, direction)
      if (moved === undefined) return false
      this.editor.view.dispatch(moved)
      return true
    }
    const cell = (direction: -1 | 1) => () => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch)
    return {
      'Alt-Shift-ArrowUp': move(-1),
      'Alt-Shift-ArrowDown': move(1),
      Tab: cell(1),
      'Shift-Tab': cell(-1),
    }
  },
  addProseMirrorPlugins: () => [tableEditing()],
})

/** The same texts as stored, with what a writer needs. */
export function writingExtensions(placeholder: string): Extensions {
  return [
    ...extensionsForWriting.map(withFrame),
    Placeholder.configure({ placeholder, showOnlyWhenEditable: true, includeChildren: false }),
    SwedishTypography,
    PromptKeys,
    BlockKeys,
  ]
}

/** The block at the top of the document around a position; undefined at its edges. */
export function topBlock(document: Block, at: number): { node: Block; at: number } | undefined {
  const $at = document.resolve(Math.max(0, Math.min(at, document.content.size)))
  if ($at.depth > 0) return { node: $at.node(1), at: $at.before(1) }
  const node = $at.nodeAfter
  return node === null ? undefined : { node, at: $at.pos }
}
