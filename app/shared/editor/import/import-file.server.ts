import { decodeText } from '~/shared/text-file'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { RichDocument } from '../document'
import { documentFromMarkdown } from '../markdown/reader.server'
import type { MarkdownFault } from '../markdown/reading'
import { checkDocument } from '../schema.server'
import type { LeftOut } from '../writing/clean-html'
import { documentFromDocx, type DocxFault } from './docx.server'

/** Most bytes of a file with text that is taken in. */
export const importLimit = 20 * 1024 * 1024

export type ImportRefusal = { refusal: DocxFault } | { refusal: 'document'; message: string }

export interface Imported {
  document: RichDocument
  left: LeftOut & { changes: number }
  /** Parts of a Markdown text that were left out, with their lines. */
  faults: MarkdownFault[]
}

/** The head of a content file is no part of its text; its lines still count. */
function withoutHead(text: string): string {
  return text.replace(/^---\n[^]*?\n---\n/, (head) => head.replace(/[^\n]+/g, ''))
}

function fromMarkdown(bytes: Uint8Array): Outcome<Imported, 'wrong-type' | 'empty'> {
  const text = bytes.length > 400_000 ? undefined : decodeText(bytes)
  if (text === undefined) return refused('wrong-type')
  const { document, faults } = documentFromMarkdown(withoutHead(text.replace(/\r\n?/g, '\n')))
  const left = { pictures: 0, cells: 0, links: 0, changes: 0 }
  return document.content.length === 0 && faults.length === 0 ? refused('empty') : done({ document, left, faults })
}

/** A Word or Markdown file as a document that may be stored, with what it had that did not come along. */
export async function importText(file: {
  name: string
  bytes: Uint8Array
}): Promise<{ ok: true; value: Imported } | ({ ok: false } & ImportRefusal)> {
  const isMarkdown = /\.(md|markdown|txt)$/i.test(file.name)
  if (!isMarkdown && !/\.docx$/i.test(file.name)) return refused('wrong-type')
  const read = isMarkdown ? fromMarkdown(file.bytes) : await documentFromDocx(file.bytes)
  if (!read.ok) return read
  const checked = checkDocument(read.value.document)
  if (!checked.ok) return { ok: false, refusal: 'document', message: checked.message }
  return done({ faults: [], ...read.value, document: checked.value })
}
