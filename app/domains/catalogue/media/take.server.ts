import { examineFile } from './measure.server'
import type { MediaFault } from './model'
import { judgeFile, shownFileName } from './rules'

/** A file that has come and is taken: what its bytes say that it is, and its name without folders. */
export interface TakenFile {
  name: string
  contentType: string
  extension: string
  bytes: number
}

/** Looks into a file on this machine; its bytes and its name must agree on a kind that the portal takes. */
export async function examineUpload(
  fileName: string,
  file: string,
): Promise<{ ok: true; value: TakenFile } | { ok: false; refusal: MediaFault }> {
  const { size, sniffed, beginning } = await examineFile(file)
  const judged = judgeFile(fileName, sniffed, beginning)
  if (!judged.ok) return { ok: false, refusal: judged.fault }
  const { contentType, extension } = judged.type
  return { ok: true, value: { name: shownFileName(fileName), contentType, extension, bytes: size } }
}
