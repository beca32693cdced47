import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentFromMarkdown } from './markdown.server'
import { markdownFromDocument } from './markdown-writer'
import { plainText } from './plain-text'

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
