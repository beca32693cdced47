import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Actor } from '~/domains/identity'
import type { FileGround } from '~db/seed/package'
import { db } from './db.server'
import { env } from './env.server'
import { incomingFolder, mediaStorage } from './media-storage.server'
import { isUuid } from './shared/ids'
import { done, type Outcome, refused } from './shared/outcome'
import { receiveUpload } from './shared/upload.server'
import { unzipTo } from './shared/unzip.server'
import { type ZipFault, ZipRefusal } from './shared/zip-directory.server'

const DAY = 86_400_000
/** Packages of one person that wait to be read in. */
const WAITING = 3

/** Where packages find the files of this portal. */
export function packageGround(): FileGround {
  return { db: db(), storage: mediaStorage(), contentDir: path.resolve('content') }
}

/** What a zip may hold. */
export function packageLimits() {
  const { file } = env().media.quota
  return { files: 2000, fileBytes: file, totalBytes: file, ratio: 200 }
}

const folderOf = (actor: Pick<Actor, 'personId'>) => path.join(incomingFolder(), 'packages', actor.personId)
const FILE_NAME = '.name'

/** A package that its owner has sent and not read in yet. */
export interface WaitingPackage {
  importId: string
  folder: string
  fileName: string
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter(isUuid)
}

async function dropOldest(folder: string): Promise<void> {
  const names = await namesIn(folder)
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
  )
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(WAITING - 1))
    await rm(path.join(folder, name), { recursive: true, force: true })
}

export type ReceiptRefusal = { fault: 'missing' | 'too-large' | ZipFault; file?: string }

/** Takes a sent zip in and unpacks it, for its owner alone and for a day. Nothing is left of one that is refused. */
export async function receivePackage(
  request: Request,
  actor: Actor,
): Promise<{ ok: true; importId: string; fields: FormData } | { ok: false; refusal: ReceiptRefusal }> {
  const folder = folderOf(actor)
  const importId = randomUUID()
  const target = path.join(folder, importId)
  const zip = `${target}.zip`
  await mkdir(folder, { recursive: true })
  await dropOldest(folder)
  try {
    const file = await open(zip, 'wx', 0o600)
    let received: Awaited<ReturnType<typeof receiveUpload>>
    try {
      received = await receiveUpload(request, 'file', packageLimits().totalBytes, async (piece) => {
        await file.write(piece)
      })
    } finally {
      await file.close()
    }
    if (!received.ok) return { ok: false, refusal: { fault: received.refusal } }
    await mkdir(target)
    await unzipTo(zip, target, packageLimits())
    await writeFile(path.join(target, FILE_NAME), received.value.name.slice(0, 200))
    return { ok: true, importId, fields: received.value.fields }
  } catch (error) {
    await rm(target, { recursive: true, force: true })
    if (!(error instanceof ZipRefusal)) throw error
    return { ok: false, refusal: { fault: error.fault, ...(error.file === undefined ? {} : { file: error.file }) } }
  } finally {
    await rm(zip, { force: true })
  }
}

/** The waiting package of this person; another's is as good as none. */
export async function findWaiting(actor: Actor, importId: string | undefined): Promise<WaitingPackage | undefined> {
  if (importId === undefined || !isUuid(importId)) return undefined
  const folder = path.join(folderOf(actor), importId)
  const fileName = await readFile(path.join(folder, FILE_NAME), 'utf8').catch(() => undefined)
  return fileName === undefined ? undefined : { importId, folder, fileName }
}

export async function dropWaiting({ folder }: WaitingPackage): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

async function sweepOne(one: string, at: Date): Promise<number> {
  if (at.getTime() - (await stat(one)).mtimeMs < DAY) return 0
  await rm(one, { recursive: true, force: true })
  return 1
}

/** Removes what has waited for more than a day, and what a killed process left unpacked. */
export async function sweepPackages(at: Date): Promise<number> {
  const root = path.join(incomingFolder(), 'packages')
  let swept = 0
  for (const person of await readdir(root).catch(() => [])) {
    if (!isUuid(person)) {
      swept += await sweepOne(path.join(root, person), at)
      continue
    }
    for (const name of await readdir(path.join(root, person))) {
      swept += await sweepOne(path.join(root, person, name), at)
    }
  }
  return swept
}

/** Unpacks a zip of this machine for as long as `work` takes. */
export async function withUnpacked<T>(
  zip: string,
  work: (folder: string) => Promise<T>,
): Promise<Outcome<T, ZipFault> & { file?: string }> {
  const folder = path.join(incomingFolder(), 'packages', `terminal-${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  try {
    await unzipTo(zip, folder, packageLimits())
    return done(await work(folder))
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error
    return { ...refused(error.fault), ...(error.file === undefined ? {} : { file: error.file }) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
