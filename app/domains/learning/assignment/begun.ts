/** A file that has begun to come and is not whole yet. */
export interface BegunFile {
  uploadId: string
  fileName: string
  bytes: number
  received: number
  /** Of the file on the sender's machine, in milliseconds. */
  fileChangedAt: number | null
}

/** The upload that this very file began earlier, in this browser or another. */
export function begunAs(
  begun: readonly BegunFile[],
  file: { name: string; size: number; lastModified: number },
): BegunFile | undefined {
  return begun.find(
    ({ fileName, bytes, fileChangedAt }) =>
      fileName === file.name && bytes === file.size && (fileChangedAt === null || fileChangedAt === file.lastModified),
  )
}
