import { readUpload } from '~/shared/upload.server'
import type { RichDocument } from '../document'
import { importLimit, importText } from './import-file.server'
import type { ImportAnswer } from './import-panel'

/** Whether a form sends a file to take a text from, and not the text itself. */
export function isImport(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith('multipart/form-data')
}

/** The text of the file that a form sends, and what to say about it; nothing is stored. */
export async function answerImport(
  request: Request,
): Promise<{ document: RichDocument | undefined; answer: ImportAnswer }> {
  const maxMegabytes = Math.round(importLimit / 1024 / 1024)
  const upload = await readUpload(request, 'file', importLimit)
  if (!upload.ok) return { document: undefined, answer: { refusal: upload.refusal, maxMegabytes } }
  const read = await importText(upload.value)
  if (!read.ok) {
    const message = read.refusal === 'document' ? { message: read.message } : {}
    return { document: undefined, answer: { refusal: read.refusal, ...message, maxMegabytes } }
  }
  const { document, left, faults } = read.value
  return { document, answer: { refusal: null, left, faults } }
}
