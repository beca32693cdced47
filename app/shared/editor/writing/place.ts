import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
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

/** A stretch of the old text and what stands there in the new one, by positions. */
interface Stretch {
  from: number
  to: number
  newFrom: number
  newTo: number
}

/** Changes one stretch, and of it only what differs. */
function changeStretch(tr: Transaction, old: Node, next: Node, { from, to, newFrom, newTo }: Stretch): void {
  const [was, is] = [old.content.cut(from, to), next.content.cut(newFrom, newTo)]
  const start = was.findDiffStart(is)
  const end = was.findDiffEnd(is)
  if (start === null || end === null) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  tr.replace(from + start, from + end.a + overlap, next.slice(newFrom + start, newFrom + end.b + overlap))
}

/** The block of the new text that is the one with the cursor: the nearest that says the same, else the one in its place. */
function sameBlock(old: Node, next: Node, index: number): number | undefined {
  const block = old.maybeChild(index)
  if (block === null) return undefined
  const same = Array.from({ length: next.childCount }, (_, each) => each).filter((each) => next.child(each).eq(block))
  const [nearest] = same.sort((one, other) => Math.abs(one - index) - Math.abs(other - index))
  return nearest ?? (next.childCount === old.childCount ? index : undefined)
}

function startOf(doc: Node, index: number): number {
  let at = 0
  for (let each = 0; each < index; each += 1) at += doc.child(each).nodeSize
  return at
}

/**
 * What turns the text into another one: only what differs is changed, before and after the block with the cursor apart
 * from each other, so that the cursor stays where it is.
 */
export function replacement(state: EditorState, document: RichDocument): Transaction | undefined {
  const next = state.schema.nodeFromJSON(document)
  const { doc, selection, tr } = state
  const index = selection.$from.index(0)
  const found = sameBlock(doc, next, index)
  const ends = { to: doc.content.size, newTo: next.content.size }
  if (found === undefined) changeStretch(tr, doc, next, { from: 0, newFrom: 0, ...ends })
  else {
    const [from, newFrom] = [startOf(doc, index), startOf(next, found)]
    const to = from + (doc.maybeChild(index)?.nodeSize ?? 0)
    const newTo = newFrom + next.child(found).nodeSize
    // From the end, so that the positions before stay true.
    changeStretch(tr, doc, next, { from: to, newFrom: newTo, ...ends })
    changeStretch(tr, doc, next, { from, newFrom, to, newTo })
    changeStretch(tr, doc, next, { from: 0, newFrom: 0, to: from, newTo: newFrom })
  }
  return tr.docChanged ? tr.setMeta('addToHistory', false).setMeta('fromOutside', true) : undefined
}
