import type { Editor } from '@tiptap/react'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'

const control = 'input, select, textarea, button'

/** The first own field of the selected block, else of the innermost block with fields around the cursor. */
function fieldOfBlock({ state, view }: Editor): HTMLElement | undefined {
  const { selection } = state
  const { $from } = selection
  const around = Array.from({ length: $from.depth }, (_, each) => $from.before($from.depth - each))
  const places = selection instanceof NodeSelection ? [selection.from, ...around] : around
  for (const at of places) {
    const block = view.nodeDOM(at)
    const field =
      block instanceof Element
        ? block.querySelector<HTMLElement>(`:scope > * > [data-fields] [data-field] :is(${control})`)
        : null
    if (field !== null) return field
  }
  return undefined
}

/**
 * Goes from the text to what belongs to the block with the cursor: its fields, or the strip above the text with the
 * source of a quotation or the rows of a table. False where there is nothing of the kind.
 */
export function enterBlock(editor: Editor, strips: HTMLElement | null): boolean {
  const field = fieldOfBlock(editor) ?? strips?.querySelector<HTMLElement>(`[data-strip] :is(${control})`)
  field?.focus()
  return field != null
}

/** Goes back to the text from the fields of the block that begins at a position: into its text, or with it selected. */
export function leaveBlock(editor: Editor, at: number): void {
  const { doc, tr } = editor.state
  const node = doc.nodeAt(at)
  if (node === null) return
  const selection = node.isAtom ? NodeSelection.create(doc, at) : TextSelection.near(doc.resolve(at + 1))
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView())
  editor.view.focus()
}

/**
 * Whether a key is the Tab that leaves the text: Escape was the key before it. Alone it moves the item of a list or goes
 * to the next cell of a table. `last` keeps the key for the next one.
 */
export function isTabOut({ key }: KeyboardEvent, last: { current: string }): boolean {
  const isOut = key === 'Tab' && last.current === 'Escape'
  if (key !== 'Shift') last.current = key
  return isOut
}
