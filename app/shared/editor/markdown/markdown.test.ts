import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentFromMarkdown } from './reader.server'
import { markdownFromDocument } from './writer'
import { richDocuments } from '../../../../tests/support/documents'
import { plainText } from '../plain-text'
import { checkDocument } from '../schema.server'

const folder = 'content/examples'

describe('a text written as Markdown reads back the same', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
    const source = readFileSync(`${folder}/${name}`, 'utf8').split(/^---$/m).slice(2).join('---')
    const { document } = documentFromMarkdown(source)
    const again = documentFromMarkdown(markdownFromDocument(document))
    expect(again.faults).toEqual([])
    expect(again.document).toEqual(document)
  })

  test.each([
    '2 * 3 = 6 och \\*stjärnor\\*',
    '\\# ingen rubrik',
    '1\\. inget listnummer',
    '**fet** och *kursiv* och `kod` och [länk](https://example.org/a_b)',
    '> [!tip]\n> Ett råd.\n>\n> - ett\n> - två',
    '- ett\n  - inre\n- två',
    '3. tre\n4. fyra',
    '| A | B |\n| --- | --- |\n| 1 | 2 \\| 3 |',
    '---',
  ])('%j', (source) => {
    const { document } = documentFromMarkdown(source)
    const written = markdownFromDocument(document)
    const again = documentFromMarkdown(written)
    expect(again.faults).toEqual([])
    expect(plainText(again.document)).toBe(plainText(document))
    expect(markdownFromDocument(again.document)).toBe(written)
  })
})

/** The same document, without what says nothing: the order of marks, and their absence. */
function plainForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainForm)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([name, each]): [string, unknown] => [
        name,
        name === 'marks' && Array.isArray(each)
          ? [...(each as { type: string }[])].sort((a, b) => a.type.localeCompare(b.type))
          : plainForm(each),
      ]),
  )
}

test('any document with any block reads back the same', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(richDocuments, (document) => {
      const checked = checkDocument(document)
      if (!checked.ok) expect(checked).toMatchObject({ fault: 'too-deep' })
      const written = markdownFromDocument(document)
      const again = documentFromMarkdown(written)
      if (checked.ok) expect(again.faults, written).toEqual([])
      expect(plainForm(again.document), written).toEqual(plainForm(document))
    }),
    { numRuns: 400 },
  )
})

test('lists as deep as the editor makes them read back the same', () => {
  const written = '- ett\n  1. två\n     - tre\n       - [x] fyra\n         - fem'
  const { document, faults } = documentFromMarkdown(written)
  expect(faults).toEqual([])
  expect(checkDocument(document).ok).toBe(true)
  expect(documentFromMarkdown(markdownFromDocument(document)).document).toEqual(document)
})
