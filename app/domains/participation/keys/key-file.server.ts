import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const keyFile = (dataDir: string) => path.join(dataDir, 'identity.key')
const waitingFile = (dataDir: string) => path.join(dataDir, 'identity.key.new')

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Writes a file that is not there; false when it is. The bytes are on disk when it answers. */
function writeNew(file: string, key: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeFileSync(handle, `${key}\n`)
    fsyncSync(handle)
    closeSync(handle)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** The key in `identity.key` of the folder, made on first use and readable by the owner alone (0600). */
export function readOrMakeKey(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  writeNew(keyFile(dataDir), randomBytes(32).toString('hex'))
  return readFileSync(keyFile(dataDir), 'utf8').trim()
}

/** The key that a rotation has put aside until the database has taken it, if any. */
export function readWaitingKey(dataDir: string): string | undefined {
  return readIfThere(waitingFile(dataDir))
}

/** Puts a new key aside before the database learns of it, so that no interruption can lose it. An older one stands. */
export function keepWaitingKey(dataDir: string, key: string): string {
  mkdirSync(dataDir, { recursive: true })
  writeNew(waitingFile(dataDir), key)
  return readFileSync(waitingFile(dataDir), 'utf8').trim()
}

/** The waiting key becomes the key of the folder, in one step. */
export function takeWaitingKey(dataDir: string): void {
  renameSync(waitingFile(dataDir), keyFile(dataDir))
}

export function dropWaitingKey(dataDir: string): void {
  rmSync(waitingFile(dataDir), { force: true })
}

/** Where the waiting key lies, for the sentence that tells the operator. */
export function waitingKeyPath(dataDir: string): string {
  return waitingFile(dataDir)
}
