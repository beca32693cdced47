import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import type { ImportTarget, PackedState } from '~/domains/catalogue/index.server'
import { findCourseToPack } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { analysePackage } from '~/journeys/analyse-package.server'
import { importPackage } from '~/journeys/import-package.server'
import type { OrganisationId } from '~/shared/ids'
import { localStorage } from '~/shared/media-storage/local-storage.server'
import { unzipTo } from '~/shared/unzip.server'
import { zipOf } from '~/shared/zip.server'
import type { Db } from '~db/schema'
import { type FileGround, packCourse, readPackage } from '~db/seed/package'

export const contentDir = path.resolve(import.meta.dirname, '../../content')
export const roomy = { file: 1e9, person: 1e10, organisation: 1e10 }
export const limits = { files: 2000, fileBytes: 1e9, totalBytes: 2e9, ratio: 200 }
const now = new Date('2025-03-24T08:00:00Z')

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is removed with the process that runs the tests. */
export function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-packages-'))
  folders.push(folder)
  return folder
}

/** What a portal has: its database, its own files, and the content folder that it was filled from. */
export function groundOf(db: Db, content = contentDir): FileGround {
  return { db, storage: localStorage(scratch()), contentDir: content }
}

export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}

/** A course as a zip file. */
export async function exported(ground: FileGround, slug: string, state: PackedState): Promise<Uint8Array> {
  const found = await findCourseToPack(ground.db, slug, state)
  if (found === undefined) throw new Error(`There is no ${state} course ${slug}`)
  const packed = await packCourse(ground, found, { address: 'https://a.example', state })
  if (!packed.ok) throw new Error(packed.refusal)
  return bytesOf(zipOf(packed.value))
}

/** The files of a zip, without what the manifest says of where it comes from. */
export function filesOf(zip: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => {
      if (name !== 'manifest.json') return [name, Buffer.from(bytes).toString('latin1')]
      const { origin: _origin, ...rest } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { origin: unknown }
      return [name, JSON.stringify(rest)]
    }),
  )
}

/** Unpacks a zip into a folder of its own. */
export async function opened(zip: Uint8Array): Promise<string> {
  const folder = scratch()
  const file = `${folder}.zip`
  writeFileSync(file, zip)
  try {
    await unzipTo(file, folder, limits)
  } finally {
    rmSync(file)
  }
  return folder
}

/** Reads a package into a portal as an editor does: unpacked, looked at, and taken in. */
export async function imported(
  ground: FileGround,
  actor: Actor,
  zip: Uint8Array,
  wish: { library: OrganisationId; target?: ImportTarget; quota?: typeof roomy },
) {
  const folder = await opened(zip)
  const { read, contents } = await analysePackage(ground, actor, await readPackage(folder))
  if (read.whole === undefined || contents === null) throw new Error(JSON.stringify(read.problems))
  const outcome = await importPackage(ground, actor, {
    folder,
    found: read.whole,
    lectures: contents.lectures,
    target: wish.target ?? { kind: 'new', organisationId: null },
    library: wish.library,
    quota: wish.quota ?? roomy,
    now,
  })
  return { contents, outcome }
}
