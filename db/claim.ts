import { createHash } from 'node:crypto'
import { mkdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Another living process has the embedded database of this folder. */
export class DataDirInUse extends Error {
  override name = 'DataDirInUse'

  constructor(dataDir: string) {
    super(
      `Den inbyggda databasen i ${dataDir} används redan av en portal som är igång. ` +
        'Stoppa den först (Ctrl-C i dess fönster), eller välj en annan mapp med DATA_DIR.',
    )
  }
}

/** Unix addresses are limited to about 100 bytes, so a deep folder gets its address in the temporary folder. */
function addressOf(dataDir: string): string {
  const beside = path.join(dataDir, 'portal.sock')
  if (process.platform !== 'win32' && Buffer.byteLength(beside) <= 100) return beside
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 24)
  return process.platform === 'win32' ? `\\\\.\\pipe\\portal-${name}` : path.join(os.tmpdir(), `portal-${name}.sock`)
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.connect(address)
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })
}

/** One claimer at a time; a claimer that died leaves a folder that is taken over after ten seconds. */
async function withTurn<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const turn = path.join(dataDir, 'claiming')
  for (;;) {
    try {
      mkdirSync(turn)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (Date.now() - since > 10_000) rmSync(turn, { recursive: true, force: true })
      else await wait(50)
    }
  }
  try {
    return await work()
  } finally {
    rmdirSync(turn)
  }
}

/**
 * Makes `dataDir` this process's own until the returned function is called or the process ends, however it ends:
 * the claim is a listening socket, so the operating system ends it with the process and a left-over file is harmless.
 * Throws DataDirInUse when a living process has it.
 */
export async function claimDataDir(dataDir: string): Promise<() => Promise<void>> {
  mkdirSync(dataDir, { recursive: true })
  const address = addressOf(dataDir)
  return withTurn(dataDir, async () => {
    if (await answers(address)) throw new DataDirInUse(dataDir)
    if (process.platform !== 'win32') rmSync(address, { force: true })
    const claim = net.createServer((socket) => socket.destroy())
    await new Promise<void>((resolve, reject) => {
      claim.once('error', reject)
      claim.listen(address, resolve)
    })
    claim.unref()
    return () => new Promise<void>((resolve) => claim.close(() => resolve()))
  })
}
