import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import type { Block, RichDocument } from '../document'
import { extensions } from '../extensions'
import { replacement } from './place'

const schema = getSchema(extensions)
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const docOf = (...texts: string[]): RichDocument => ({ type: 'doc', content: texts.map(paragraph) })

/** A text with the cursor after `before` letters of the paragraph with that index. */
function stateOf(document: RichDocument, index: number, before: number): EditorState {
  const doc = schema.nodeFromJSON(document)
  let at = 1
  for (let each = 0; each < index; each += 1) at += doc.child(each).nodeSize
  return EditorState.create({ doc, selection: TextSelection.create(doc, at + before) })
}

/** Where the cursor stands: the text on either side of it in its paragraph. */
function cursor({ selection: { $from } }: EditorState): [string, string] {
  const { textContent } = $from.parent
  return [textContent.slice(0, $from.parentOffset), textContent.slice($from.parentOffset)]
}

describe('another text in the place of one', () => {
  it.each([
    ['a paragraph before the cursor’s grows', docOf('Ett och mer', 'Två ord', 'Tre'), ['Två', ' ord']],
    ['a paragraph before it goes', docOf('Två ord', 'Tre'), ['Två', ' ord']],
    ['paragraphs come before and after it', docOf('Noll', 'Ett', 'Två ord', 'Tre och mer'), ['Två', ' ord']],
    ['a paragraph after it changes', docOf('Ett', 'Två ord', 'Fyra'), ['Två', ' ord']],
    ['its own paragraph grows at the end', docOf('Ett', 'Två ord till', 'Tre'), ['Två', ' ord till']],
    ['its own paragraph grows at the start', docOf('Ett', 'Sedan Två ord', 'Tre'), ['Sedan Två', ' ord']],
  ])('leaves the cursor where it was when %s', (_name, next, expected) => {
    const state = stateOf(docOf('Ett', 'Två ord', 'Tre'), 1, 3)
    const change = replacement(state, next)
    if (change === undefined) throw new Error('nothing to change')
    const after = state.apply(change)
    expect(after.doc.toJSON()).toMatchObject(next)
    expect(cursor(after)).toEqual(expected)
    expect(change.getMeta('fromOutside')).toBe(true)
  })

  it('does nothing when both say the same', () => {
    const same = docOf('Ett', 'Två ord')
    expect(replacement(stateOf(same, 1, 3), same)).toBeUndefined()
  })
})
