import type { Editor, JSONContent } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { calloutKinds } from '../document'
import { newPromptKey } from './prompt-keys'

const paragraph = (): JSONContent => ({ type: 'paragraph' })
const row = (type: 'tableHeader' | 'tableCell'): JSONContent => ({
  type: 'tableRow',
  content: [1, 2, 3].map(() => ({ type, content: [paragraph()] })),
})

type Run = (editor: Editor) => void

/**
 * Puts a block in the place of an empty paragraph, or after the block with the cursor. The cursor goes to its beginning,
 * or after a block that holds no text, so that what is typed next does not take its place. Last in the text it gets a
 * paragraph after it.
 */
export function insertBlock(editor: Editor, block: JSONContent): void {
  const { state, view } = editor
  const { $from, to } = state.selection
  const isEmpty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const [start, end] = isEmpty
    ? [$from.before(), $from.after()]
    : $from.depth === 0
      ? [to, to]
      : [$from.after(1), $from.after(1)]
  const node = state.schema.nodeFromJSON(block)
  const isLast = end >= state.doc.content.size
  const tr = state.tr.replaceWith(start, end, isLast ? [node, state.schema.nodeFromJSON(paragraph())] : node)
  const selection = node.isAtom
    ? Selection.near(tr.doc.resolve(start + node.nodeSize))
    : TextSelection.near(tr.doc.resolve(start + 1))
  view.dispatch(tr.setSelection(selection).scrollIntoView())
  view.focus()
  // The fields of the block are drawn after this and push the cursor down.
  requestAnimationFrame(() => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.scrollIntoView())
  })
}

const inside = (type: string, attrs?: Record<string, unknown>): Run => {
  return (editor) => insertBlock(editor, { type, ...(attrs === undefined ? {} : { attrs }), content: [paragraph()] })
}

/** Blocks that a writer can put in, in the order of the menu; `panel` names those that first ask for something. */
export const insertable: readonly ({ name: InsertableName } & ({ run: Run } | { panel: PanelBlock }))[] = [
  { name: 'paragraph', run: (editor) => editor.chain().focus().setParagraph().run() },
  { name: 'heading2', run: (editor) => editor.chain().focus().setHeading({ level: 2 }).run() },
  { name: 'heading3', run: (editor) => editor.chain().focus().setHeading({ level: 3 }).run() },
  { name: 'heading4', run: (editor) => editor.chain().focus().setHeading({ level: 4 }).run() },
  { name: 'bulletList', run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'orderedList', run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'taskList', run: (editor) => editor.chain().focus().toggleTaskList().run() },
  { name: 'image', panel: 'image' },
  {
    name: 'table',
    run: (editor) =>
      insertBlock(editor, { type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] }),
  },
  { name: 'quote', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  ...calloutKinds.map((kind) => ({ name: kind, run: inside('callout', { kind }) })),
  { name: 'prompt', run: (editor) => inside('prompt', { key: newPromptKey() })(editor) },
  { name: 'definition', panel: 'definition' },
  { name: 'details', panel: 'details' },
  {
    name: 'columns',
    run: (editor) =>
      insertBlock(editor, {
        type: 'columns',
        content: [1, 2].map(() => ({ type: 'column', content: [paragraph()] })),
      }),
  },
  { name: 'lecture', panel: 'lecture' },
  { name: 'file', panel: 'file' },
  { name: 'embed', panel: 'embed' },
  { name: 'formula', panel: 'formula' },
  { name: 'horizontalRule', run: (editor) => editor.chain().focus().setHorizontalRule().run() },
]

/** Blocks that need something before they can stand in a text. */
export type PanelBlock = 'image' | 'definition' | 'details' | 'lecture' | 'file' | 'embed' | 'formula'

export type InsertableName =
  | PanelBlock
  | ('paragraph' | 'heading2' | 'heading3' | 'heading4' | 'bulletList' | 'orderedList' | 'taskList' | 'table')
  | ('quote' | 'note' | 'tip' | 'warning' | 'reflect' | 'prompt' | 'columns' | 'horizontalRule')
