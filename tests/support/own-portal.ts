import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbeddedDatabase } from '~db/client'
import type { Db } from '~db/schema'

const root = path.resolve(import.meta.dirname, '..', '..')
const patienceMs = 240_000

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}

/** A portal that no other test uses, in demonstration mode on an embedded database; its time is the test's to move. */
export class OwnPortal {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'portal-own-'))
  readonly #port: number
  readonly #settings: Readonly<Record<string, string>>
  #child: ChildProcess | undefined

  private constructor(port: number, settings: Readonly<Record<string, string>>) {
    this.#port = port
    this.#settings = settings
  }

  /** `settings` are further settings of the portal, as in its environment. */
  static async open(settings: Readonly<Record<string, string>> = {}): Promise<OwnPortal> {
    const portal = new OwnPortal(await freePort(), settings)
    await portal.#start()
    return portal
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Does something in the portal's database while the portal is closed. */
  async between(change: (db: Db) => Promise<void>): Promise<void> {
    await this.#stop()
    const database = await openEmbeddedDatabase(path.join(this.#folder, 'portal'))
    await change(database.kysely)
    await database.close()
    await this.#start()
  }

  /** The portal is closed, its clock put at the instant, and opened again: days go by as they do when nobody looks. */
  async moveTo(instant: string): Promise<void> {
    const offset = Date.parse(instant) - Date.now()
    await this.between(async (db) => {
      const moved = await db
        .updateTable('setting')
        .set({ value: JSON.stringify(offset) })
        .where('name', '=', 'demonstration_clock_offset_ms')
        .executeTakeFirst()
      if (moved.numUpdatedRows !== 1n) throw new Error('The portal keeps no clock of its own')
    })
  }

  async close(): Promise<void> {
    await this.#stop()
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }

  async #start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', path.join('app', 'cli', 'start.ts')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(this.#port),
        DATA_DIR: path.join(this.#folder, 'portal'),
        DATABASE_URL: '',
        PORTAL_DEMO: 'on',
        LOG_LEVEL: 'error',
        ...this.#settings,
      },
    })
    this.#child = child
    let words = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (words += part.toString()))
    const giveUp = Date.now() + patienceMs
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || Date.now() > giveUp) {
        await this.#stop()
        throw new Error(`The portal does not become ready:\n${words.slice(-2000)}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  #isReady(): Promise<boolean> {
    return fetch(`${this.url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  }

  async #stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}
