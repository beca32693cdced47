import { createHash } from 'node:crypto'
import { Unzip, UnzipInflate } from 'fflate'
import { z } from 'zod'
import { BUNDLE_FORM, MANIFEST } from './model'

export type BundleFault = { fault: 'altered' | 'missing' | 'extra'; path: string }
export type BundleCheck =
  | { ok: true; files: number; manifestSha256: string }
  | { ok: false; fault: 'no-manifest' | 'not-a-zip' }
  | { ok: false; fault: 'files'; first: BundleFault; count: number }

const manifestForm = z.object({
  form: z.literal(BUNDLE_FORM),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
})

interface Seen {
  hashes: Map<string, string>
  manifest: Buffer | undefined
}

/** Hashes every file of a zip as it is read; the manifest alone is held. */
async function readZip(pieces: AsyncIterable<Uint8Array>): Promise<Seen | undefined> {
  const seen: Seen = { hashes: new Map(), manifest: undefined }
  let failed = false
  const unzip = new Unzip((file) => {
    const hash = createHash('sha256')
    const held: Uint8Array[] = []
    file.ondata = (error, piece, last) => {
      if (error !== null) {
        failed = true
        return
      }
      hash.update(piece)
      if (file.name === MANIFEST) held.push(Uint8Array.from(piece))
      if (!last) return
      seen.hashes.set(file.name, hash.digest('hex'))
      if (file.name === MANIFEST) seen.manifest = Buffer.concat(held)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for await (const piece of pieces) unzip.push(piece)
    unzip.push(new Uint8Array(0), true)
  } catch {
    failed = true
  }
  return failed && seen.hashes.size === 0 ? undefined : seen
}

function manifestOf(bytes: Buffer): z.infer<typeof manifestForm> | undefined {
  try {
    return manifestForm.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return undefined
  }
}

/**
 * Compares every file of a bundle with its manifest, in the manifest's order, and names the first that is altered or
 * missing, or one that the manifest does not know. Reads the zip piece by piece and needs neither network nor database.
 */
export async function checkBundle(pieces: AsyncIterable<Uint8Array>): Promise<BundleCheck> {
  const seen = await readZip(pieces)
  if (seen === undefined || seen.hashes.size === 0) return { ok: false, fault: 'not-a-zip' }
  const manifest = seen.manifest && manifestOf(seen.manifest)
  if (seen.manifest === undefined || manifest === undefined) return { ok: false, fault: 'no-manifest' }
  const faults: BundleFault[] = manifest.files.flatMap(({ path, sha256 }): BundleFault[] => {
    const found = seen.hashes.get(path)
    if (found === undefined) return [{ fault: 'missing', path }]
    return found === sha256 ? [] : [{ fault: 'altered', path }]
  })
  const known = new Set([MANIFEST, ...manifest.files.map(({ path }) => path)])
  for (const path of seen.hashes.keys()) if (!known.has(path)) faults.push({ fault: 'extra', path })
  const [first] = faults
  if (first !== undefined) return { ok: false, fault: 'files', first, count: faults.length }
  const manifestSha256 = createHash('sha256').update(seen.manifest).digest('hex')
  return { ok: true, files: manifest.files.length, manifestSha256 }
}
