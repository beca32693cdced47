import { describe, expect, it } from 'vitest'
import { indexAt, paragraphsOf } from './cues'

const cues = [
  { start: 0.6, end: 8, text: 'Välkommen till en' },
  { start: 8, end: 19, text: 'kort föreläsning.' },
  { start: 19, end: 25, text: 'Du får tre steg,' },
  { start: 30.2, end: 40, text: 'och ett uppdrag.' },
]

describe('paragraphs of a transcript', () => {
  it('end with a sentence once they are long enough', () => {
    expect(paragraphsOf(cues, []).map((paragraph) => paragraph.cues.length)).toEqual([2, 2])
  })
  it('do not run across a chapter', () => {
    expect(paragraphsOf(cues, [0, 30.3]).map((paragraph) => paragraph.start)).toEqual([0.6, 19, 30.2])
  })
  it('keep every cue once, in order', () => {
    expect(paragraphsOf(cues, [0, 8, 30]).flatMap((paragraph) => paragraph.cues)).toEqual(cues)
    expect(paragraphsOf([], [])).toEqual([])
  })
})

it('finds what is being said', () => {
  expect([0, 0.6, 10, 28, 500].map((second) => indexAt(cues, second))).toEqual([-1, 0, 1, 2, 3])
  expect(indexAt([], 3)).toBe(-1)
})
