import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

export interface ThrowawayServer {
  url: string
  version: string
  /** Bytes of the statement log so far: a mark to read on from. */
  logMark: () => number
  logSince: (mark: number) => string
  stop: () => void
}

function programs(): string {
  const wished = process.env['PG_BIN']
  if (wished !== undefined) return wished
  const debian = '/usr/lib/postgresql'
  const newest = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(a) - Number(b))
        .at(-1)
    : undefined
  if (newest !== undefined) return path.join(debian, newest, 'bin')
  return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim()
}

/** PostgreSQL refuses to run as root: then its own system user runs it. */
function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('postgres:'))
  if (entry === undefined) throw new Error('Run the bench as an ordinary user, or make the system user postgres.')
  const [, , uid, gid] = entry.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function freePort(): Promise<number> {
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
    try {
      await client.connect()
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      await client.end()
      return rows[0]?.server_version ?? ''
    } catch (error) {
      if (attempt > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const settings = [
  'listen_addresses=127.0.0.1',
  'shared_buffers=256MB',
  'max_connections=60',
  'max_wal_size=4GB',
  'autovacuum=off',
  'logging_collector=on',
  'log_destination=jsonlog',
  'log_directory=log',
  'log_filename=statements.log',
  'log_rotation_size=0',
  'log_rotation_age=0',
  'log_parameter_max_length=-1',
]

/** A PostgreSQL server with an empty database of its own in a temporary folder; `stop` ends it and removes the folder. */
export async function startThrowawayServer(): Promise<ThrowawayServer> {
  const bin = programs()
  const user = owner()
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-bench-'))
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const as = { ...(user ?? {}), cwd: folder, stdio: 'ignore' as const }
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'portal', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    as,
  )
  const port = await freePort()
  const options = settings.flatMap((setting) => ['-c', setting])
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, ...options], as)
  const url = `postgres://portal@127.0.0.1:${port}/postgres`
  const version = await untilReady(url)
  const log = path.join(data, 'log', 'statements.json')
  return {
    url,
    version,
    logMark: () => (existsSync(log) ? statSync(log).size : 0),
    logSince: (mark) => (existsSync(log) ? readFileSync(log).subarray(mark).toString('utf8') : ''),
    stop: () => {
      server.once('exit', () => rmSync(folder, { recursive: true, force: true }))
      server.kill('SIGINT')
    },
  }
}
