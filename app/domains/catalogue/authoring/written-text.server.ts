import type { RichDocument } from '~/shared/editor/document'
import { documentFromMarkdown, type MarkdownFault } from '~/shared/editor/markdown/reader.server'
import { picturesOf } from '~/shared/editor/pictures'
import { checkDocument } from '~/shared/editor/schema.server'

export type WrittenText =
  | { ok: true; document: RichDocument }
  | { ok: false; fault: { kind: 'refused'; message: string } | ({ kind: 'line' } & MarkdownFault) }

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * A text as a form sends it: the editor's JSON, or Markdown where scripts are off. Pictures of Markdown are those that
 * the text had before.
 */
export function readWrittenText(
  sent: { json?: string | undefined; markdown?: string | undefined },
  before: RichDocument,
): WrittenText {
  let written: unknown
  if (sent.json === undefined) {
    const { document, faults } = documentFromMarkdown(sent.markdown ?? '', picturesOf(before))
    const [fault] = faults
    if (fault !== undefined) return { ok: false, fault: { kind: 'line', ...fault } }
    written = document
  } else written = parsed(sent.json)
  const checked = checkDocument(written)
  return checked.ok
    ? { ok: true, document: checked.value }
    : { ok: false, fault: { kind: 'refused', message: checked.message } }
}
