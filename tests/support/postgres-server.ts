import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** The machine lacks a part and it could not be installed; the message says what to do. */
export class MissingPart extends Error {}

export interface PostgresServer {
  url: string
  version: string
  /** The data folder of the cluster. */
  dataDir: string
  /** The process that holds the server's others. */
  readonly pid: number | undefined
  /** Kills the server's processes as a power cut would; `restart` brings the same data up again. */
  kill: () => Promise<void>
  restart: () => Promise<void>
  /** Ends the server and removes its folder. */
  stop: () => Promise<void>
}

/** Folder of PostgreSQL's programs: PG_BIN, the newest of Debian's, or that of the search path. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const candidates = [
    process.env['PG_BIN'] ?? '',
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ]
  return candidates.find((folder) => folder !== '' && existsSync(path.join(folder, 'initdb')))
}

/** Installs a Debian package when this process may. Returns whether it tried and came through. */
export function installDebianPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const options = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    execFileSync('apt-get', ['update'], options)
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', name], options)
    return true
  } catch {
    return false
  }
}

function programs(): string {
  const found = findPrograms() ?? (installDebianPackage('postgresql') ? findPrograms() : undefined)
  if (found === undefined) {
    throw new MissingPart('PostgreSQL is missing: install the package postgresql, or run with --without-server.')
  }
  return found
}

/** PostgreSQL refuses to run as root: then a system user without rights runs it. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (user === undefined) throw new MissingPart('PostgreSQL does not run as root: run the tests as an ordinary user.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function untilReady(url: string): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {
      // A connection that is cut while the server starts is tried again below.
    })
    try {
      await client.connect()
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      await client.end()
      return rows[0]?.server_version ?? ''
    } catch (error) {
      if (attempt > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Starts a PostgreSQL server of its own: a new cluster in a temporary folder, on a free port of this machine alone. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const bin = programs()
  const user = unprivilegedUser()
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-postgres-'))
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const dataDir = path.join(folder, 'data')
  const as = { ...(user ?? {}), cwd: folder, stdio: 'ignore' as const }
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', dataDir, '-U', 'portal', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    as,
  )
  const port = await freePort()
  const options = ['listen_addresses=127.0.0.1', ...settings].flatMap((setting) => ['-c', setting])
  const start = () =>
    spawn(path.join(bin, 'postgres'), ['-D', dataDir, '-p', String(port), '-k', folder, ...options], as)
  let server = start()
  const removeAtExit = () => {
    server.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', removeAtExit)
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await ended
  }
  const url = `postgres://portal@127.0.0.1:${port}/postgres`
  return {
    url,
    dataDir,
    get pid() {
      return server.pid
    },
    version: await untilReady(url),
    kill: () => end('SIGKILL'),
    restart: async () => {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        server = start()
        const gone = await Promise.race([
          new Promise<boolean>((resolve) => server.once('exit', () => resolve(true))),
          untilReady(url).then(() => false),
        ])
        if (!gone) return
        // Processes of the killed server still hold its shared memory; they leave within moments.
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      throw new Error('PostgreSQL did not start again')
    },
    stop: async () => {
      process.off('exit', removeAtExit)
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
