import { type FileHandle, mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { listZip, type PackedFile, ZipRefusal, type ZipLimits } from './zip-directory.server'

const PIECE = 32 * 1024

/** The bytes of one file of a zip, in pieces; stops as soon as more comes than the zip has said. */
async function* unpacked(zip: FileHandle, file: PackedFile): AsyncGenerator<Uint8Array> {
  const refuse = (): never => {
    throw new ZipRefusal('damaged', file.name)
  }
  const ready: Uint8Array[] = []
  let isEnded = file.method === 0
  const inflate = new Inflate((piece, final) => {
    if (piece.length > 0) ready.push(piece)
    isEnded ||= final
  })
  let came = 0
  let crc = 0
  for (let at = 0; at < file.packed || at === 0; at += PIECE) {
    const length = Math.min(PIECE, file.packed - at)
    const { buffer, bytesRead } = await zip.read(Buffer.alloc(length), 0, length, file.start + at)
    if (bytesRead < length) throw new ZipRefusal('truncated', file.name)
    if (file.method === 0) ready.push(buffer)
    else {
      try {
        inflate.push(buffer, at + length >= file.packed)
      } catch {
        refuse()
      }
    }
    for (const piece of ready.splice(0)) {
      came += piece.length
      if (came > file.size) throw new ZipRefusal('bomb', file.name)
      crc = crc32(piece, crc)
      yield piece
    }
  }
  if (came !== file.size || crc !== file.crc || !isEnded) refuse()
}

/**
 * Unpacks a zip file into a folder that is there and empty, and answers the names of its files. Throws a `ZipRefusal` for
 * a zip that is not one of plain files within the limits; the caller then removes what has been written. Files are opened
 * anew, so that nothing is ever written through a link.
 */
export async function unzipTo(zipFile: string, folder: string, limits: ZipLimits): Promise<string[]> {
  const zip = await open(zipFile, 'r')
  try {
    const files = await listZip(zip, (await zip.stat()).size, limits)
    for (const file of files) {
      const target = path.join(folder, file.name)
      await mkdir(path.dirname(target), { recursive: true })
      const written = await open(target, 'wx', 0o600)
      try {
        for await (const piece of unpacked(zip, file)) await written.write(piece)
      } finally {
        await written.close()
      }
    }
    return files.map(({ name }) => name)
  } finally {
    await zip.close()
  }
}
