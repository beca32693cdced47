import type { EditorState } from '@tiptap/pm/state'

/** What a writer has typed after a slash that begins a paragraph, and where; undefined when there is no such slash. */
export function slashQuery(state: EditorState): { from: number; to: number; query: string } | undefined {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'paragraph') return undefined
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const typed = /^\/([\p{L}\d ,]{0,40})$/u.exec(before)
  if (typed === null || $from.parentOffset !== $from.parent.content.size) return undefined
  return { from: $from.start(), to: $from.pos, query: typed[1] ?? '' }
}

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Things whose name has a word that begins as what was typed. */
export function matching<T extends { label: string; also: string }>(items: readonly T[], query: string): T[] {
  const wanted = plain(query.trim())
  if (wanted === '') return [...items]
  return items.filter(({ label, also }) =>
    [plain(label), ...`${plain(label)} ${plain(also)}`.split(/[\s,]+/)].some((word) => word.startsWith(wanted)),
  )
}
