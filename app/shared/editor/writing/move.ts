import type { Node as Block, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

const items = new Set(['listItem', 'taskItem'])
const places = new Set(['doc', 'column', 'details'])

/** The depths of what may change place around a position: first the item of a list, then its block. */
function movable($from: ResolvedPos): number[] {
  const depths: number[] = []
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const isItem = items.has($from.node(depth).type.name)
    if (isItem || places.has($from.node(depth - 1).type.name)) depths.push(depth)
    if (places.has($from.node(depth - 1).type.name)) break
  }
  return depths
}

function swapped(state: EditorState, from: number, node: Block, to: number): Transaction {
  const { selection } = state
  const tr = state.tr.delete(from, from + node.nodeSize).insert(to, node)
  const shift = to - from
  if (selection instanceof NodeSelection) return tr.setSelection(NodeSelection.create(tr.doc, selection.from + shift))
  return tr.setSelection(TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift))
}

/**
 * Moves the block or list item with the cursor past its neighbour, cursor and all; undefined where there is no
 * neighbour. An item first or last in its list lets the whole list move.
 */
export function moveBlock(state: EditorState, direction: -1 | 1): Transaction | undefined {
  const { $from, selection } = { $from: state.selection.$from, selection: state.selection }
  if (selection instanceof NodeSelection && places.has($from.parent.type.name)) {
    return moveAt(state, $from.pos, selection.node, $from.parent, $from.index(), direction)
  }
  for (const depth of movable($from)) {
    const parent = $from.node(depth - 1)
    const moved = moveAt(state, $from.before(depth), $from.node(depth), parent, $from.index(depth - 1), direction)
    if (moved !== undefined) return moved
  }
  return undefined
}

function moveAt(
  state: EditorState,
  at: number,
  node: Block,
  parent: Block,
  index: number,
  direction: -1 | 1,
): Transaction | undefined {
  const neighbour = parent.maybeChild(index + direction)
  if (neighbour === null) return undefined
  const to = direction === -1 ? at - neighbour.nodeSize : at + neighbour.nodeSize
  return swapped(state, at, node, to).scrollIntoView()
}

/** Takes away the block with the cursor; the text keeps one empty paragraph at least. */
export function removeBlock(state: EditorState): Transaction | undefined {
  const { $from } = state.selection
  if (state.selection instanceof NodeSelection) return state.tr.deleteSelection().scrollIntoView()
  const depth = movable($from).at(-1)
  if (depth === undefined) return undefined
  const tr = state.tr
  if ($from.node(depth - 1).childCount === 1) {
    const paragraph = state.schema.nodes['paragraph']?.create()
    return paragraph && tr.replaceWith($from.before(depth), $from.after(depth), paragraph)
  }
  tr.delete($from.before(depth), $from.after(depth))
  return tr
    .setSelection(Selection.near(tr.doc.resolve(Math.min($from.before(depth), tr.doc.content.size))))
    .scrollIntoView()
}
