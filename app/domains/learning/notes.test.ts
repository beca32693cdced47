import { expect, it } from 'vitest'
import { notesMarkdown, notesText } from './notes'

const file = {
  title: 'Anteckningar: Tydlighet',
  notes: [
    { noteId: 'a', second: 5, text: 'Först' },
    { noteId: 'b', second: 3725, text: '  Två rader\n# ingen rubrik\n' },
  ],
  language: 'sv' as const,
  addressAt: (second: number) => `https://portal.example/f?t=${second}`,
}

it('writes notes as Markdown under links to their places', () => {
  expect(notesMarkdown(file)).toBe(`# Anteckningar: Tydlighet

## [0.05](https://portal.example/f?t=5)

Först

## [1.02.05](https://portal.example/f?t=3725)

Två rader
# ingen rubrik
`)
})

it('writes notes as text under their times', () => {
  expect(notesText({ ...file, language: 'en' })).toBe(`Anteckningar: Tydlighet

0:05
Först

1:02:05
Två rader
# ingen rubrik
`)
  expect(notesText({ ...file, notes: [] })).toBe('Anteckningar: Tydlighet\n')
})
