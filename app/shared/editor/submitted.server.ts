import { z } from 'zod'
import type { RichDocument } from './document'
import { documentFromMarkdown } from './markdown/reader.server'
import type { MarkdownFault } from './markdown/reading'
import { picturesOf } from './pictures'

/** The two forms in which a text is sent: JSON by the editor, Markdown by a form without script. */
export const submittedText = {
  body: z.string().max(1_000_000).optional(),
  markdown: z.string().max(400_000).optional(),
}

/** JSON of a document as it was sent; undefined when it is none. */
export function parsedBody(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** A submitted text, not yet checked. Pictures that Markdown names must stand in the text that was opened. */
export function readSubmitted(
  sent: { body?: string | undefined; markdown?: string | undefined },
  opened: RichDocument,
): { document: unknown; fault: MarkdownFault | undefined } {
  if (sent.body !== undefined) return { document: parsedBody(sent.body), fault: undefined }
  const { document, faults } = documentFromMarkdown(sent.markdown ?? '', picturesOf(opened))
  return { document, fault: faults[0] }
}
