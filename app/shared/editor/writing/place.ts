import type { Editor } from '@tiptap/core'
import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import type { RichDocument } from '../document'

/** The position before the node at a path of places in the document; undefined when the text has changed since. */
export function positionOf(state: EditorState, path: readonly number[]): number | undefined {
  let node = state.doc
  let before = -1
  for (const index of path) {
    if (index >= node.childCount) return undefined
    let at = before + 1
    for (let each = 0; each < index; each += 1) at += node.child(each).nodeSize
    before = at
    node = node.child(index)
  }
  return path.length === 0 ? undefined : before
}

/** Puts the cursor at the place of a finding, in view. */
export function jumpTo(editor: Editor, path: readonly number[]): void {
  const at = positionOf(editor.state, path)
  if (at === undefined) return
  const node = editor.state.doc.nodeAt(at)
  const { doc } = editor.state
  const selection =
    node?.isAtom === true && !node.isText ? NodeSelection.create(doc, at) : Selection.near(doc.resolve(at + 1))
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView())
  editor.view.focus()
}

/** What turns the text into another one: only what differs is changed, so that a cursor outside it stays where it is. */
export function replacement(state: EditorState, document: RichDocument): Transaction | undefined {
  const next = state.schema.nodeFromJSON(document)
  const start = state.doc.content.findDiffStart(next.content)
  const end = state.doc.content.findDiffEnd(next.content)
  if (start === null || end === null) return undefined
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return state.tr
    .replace(start, end.a + overlap, next.slice(start, end.b + overlap))
    .setMeta('addToHistory', false)
    .setMeta('fromOutside', true)
}
